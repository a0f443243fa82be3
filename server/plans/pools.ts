import type { Bar } from '../../shared/stock/cutting.ts';
import { stockKey } from '../stock/projection.ts';
import type { ShelfStock } from '../stock/queries.ts';
import { far } from './asked.ts';
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

/** A shelf, and what is left of it in this plan: base units. */
export interface Entry {
  shelf: ShelfStock;
  left: number;
  place: Place;
}

/** What a plan can draw on; amounts go down as lines take from them. */
export class Pools {
  /** Shelves with something on them, the nearest first. */
  readonly entries: readonly Entry[];
  readonly #byKey: ReadonlyMap<string, Entry>;
  readonly #taken = new Set<string>();
  readonly #making = new Map<string, number>();

  /** @param own base units that this very build has reserved, by workshop and material. */
  constructor(
    shelves: readonly ShelfStock[],
    own: ReadonlyMap<string, number>,
    place: (workshopId: string | null) => Place,
  ) {
    this.entries = shelves
      .map((shelf) => {
        const kept = own.get(stockKey(shelf.workshopId, shelf.materialId)) ?? 0;
        return { shelf, left: Math.min(shelf.onHand, shelf.free + kept), place: place(shelf.workshopId) };
      })
      .filter(({ left }) => left > 0)
      .sort((one, other) => far(one.place) - far(other.place));
    this.#byKey = new Map(
      this.entries.map((entry) => [stockKey(entry.shelf.workshopId, entry.shelf.materialId), entry]),
    );
  }

  /** The shelf of a workshop on which a material lies. */
  entryOf(workshopId: string, materialId: string): Entry | undefined {
    return this.#byKey.get(stockKey(workshopId, materialId));
  }

  /** Takes so much off a shelf, base units; answers how much there was. */
  take(entry: Entry, amount: number): number {
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
export function freeBars({ shelf, left }: Entry): Bar[] {
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
