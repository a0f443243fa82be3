import type { PlanOption } from '../../shared/plans/views.ts';
import type { Bar } from '../../shared/stock/cutting.ts';
import type { ShelfStock } from '../stock/queries.ts';
import type { NamedCandidate } from './matching.ts';

/** Bars of one lot that a plan looks at. */
const MOST_BARS = 2000;

/** A workshop by name and how far it is; null: it has no place on the map. */
export interface Place {
  workshop: { workshopId: string; name: string } | null;
  kilometres: number | null;
}

/** An open build that makes something. */
export interface MakingBuild {
  buildId: string;
  name: string;
  workshopId: string;
  designId: string | null;
  materialId: string | null;
  /** How many are not spoken for. */
  count: number;
  /** Made for this line of this build; null: for nobody in particular. */
  forLine: string | null;
}

/** What a plan can draw on; amounts go down as lines take from them. */
export class Pools {
  readonly #shelves = new Map<string, { shelf: ShelfStock; left: number }[]>();
  readonly #taken = new Set<string>();
  readonly #making = new Map<string, number>();
  readonly places: (workshopId: string | null) => Place;

  /** @param own base units that this very build has reserved, by workshop and material. */
  constructor(
    shelves: readonly ShelfStock[],
    own: ReadonlyMap<string, number>,
    places: (workshopId: string | null) => Place,
  ) {
    this.places = places;
    for (const shelf of shelves) {
      const kept = own.get(`${shelf.workshopId}-${shelf.materialId}`) ?? 0;
      const left = Math.min(shelf.onHand, shelf.free + kept);
      if (left <= 0) continue;
      const those = this.#shelves.get(shelf.materialId);
      if (those) those.push({ shelf, left });
      else this.#shelves.set(shelf.materialId, [{ shelf, left }]);
    }
    const far = (workshopId: string) => places(workshopId).kilometres ?? Number.POSITIVE_INFINITY;
    for (const those of this.#shelves.values()) {
      those.sort((one, other) => far(one.shelf.workshopId) - far(other.shelf.workshopId));
    }
  }

  /** Shelves with something of a material left, the nearest first. */
  shelvesOf(materialId: string): readonly { shelf: ShelfStock; left: number }[] {
    return this.#shelves.get(materialId) ?? [];
  }

  /** Takes so much off a shelf, base units; answers how much there was. */
  take(entry: { left: number }, amount: number): number {
    const taken = Math.min(entry.left, amount);
    entry.left -= taken;
    return taken;
  }

  takeThing({ item }: NamedCandidate): boolean {
    if (this.#taken.has(item.itemId)) return false;
    this.#taken.add(item.itemId);
    return true;
  }

  takeMade({ buildId, count }: MakingBuild, quantity: number): number {
    const left = count - (this.#making.get(buildId) ?? 0);
    const taken = Math.max(0, Math.min(left, quantity));
    this.#making.set(buildId, (this.#making.get(buildId) ?? 0) + taken);
    return taken;
  }
}

/** The lengths of a shelf that may be cut: where some are reserved, the short ones first, as many as are free. */
export function freeBars({ shelf, left }: { shelf: ShelfStock; left: number }): Bar[] {
  const bars: Bar[] = [];
  let room = left + 1e-6;
  const byLength = shelf.pieces.toSorted((one, other) => one.length - other.length);
  for (const { lotId, length, count, isPiece } of byLength) {
    for (let index = 0; index < Math.min(count, MOST_BARS); index++) {
      const usable = isPiece ? length : Math.min(length, room);
      if (usable > room || usable < 1) break;
      room -= usable;
      bars.push({ lotId, length: usable, isPiece });
    }
  }
  return bars;
}

export const stockOption = (
  { shelf }: { shelf: ShelfStock },
  place: Place,
  quantity: number,
  lengths: number[],
): PlanOption => ({
  how: 'stock',
  ...place,
  materialId: shelf.materialId,
  name: shelf.name,
  code: shelf.code,
  shelf: shelf.shelf,
  quantity,
  lengths,
});

export function thingOption({ item, insideOf }: NamedCandidate, place: Place): PlanOption {
  const { itemId, name } = item;
  if (insideOf !== null) return { how: 'recover', ...place, itemId, name, insideOf, quantity: 1 };
  const { code, shelf, grade } = item;
  return { how: 'item', ...place, itemId, name, code, shelf, grade, quantity: 1 };
}

export const makingOption = (build: MakingBuild, place: Place, quantity: number): PlanOption => ({
  how: 'beingMade',
  ...place,
  buildId: build.buildId,
  name: build.name,
  quantity,
});
