import { refusalOfFitting } from '../../shared/items/containment.ts';
import type { ItemDescription, Party } from '../../shared/items/events.ts';
import type { TableWriters } from '../views/projection.ts';
import { type ItemRow, itemPlaces, items, type PlaceRow } from './tables.ts';

const placeKey = (itemId: string, number: number) => `${itemId}/${number}`;

/** A party as two columns. */
export const partyId = (party: Party): string | null =>
  party.kind === 'workshop' ? party.workshopId : party.kind === 'member' ? party.memberId : null;

/** What stands in the row of a thing by its description. */
export const described = (description: ItemDescription) => ({
  name: description.name,
  ofDesign: description.of?.designId ?? null,
  ofRevision: description.of?.revision ?? null,
  specification: description.specification,
  material: description.material,
  massKilograms: description.massKilograms,
  sizes: JSON.stringify(description.sizes),
  interfaces: JSON.stringify(description.interfaces),
});

const snapshot = (row: ItemRow) => ({
  status: row.status,
  workshopId: row.workshopId,
  shelf: row.shelf,
  inside: row.inside,
  fittingId: row.fittingId,
  ownerKind: row.ownerKind,
  ownerId: row.ownerId,
  holderKind: row.holderKind,
  holderId: row.holderId,
  ofDesign: row.ofDesign,
  ofRevision: row.ofRevision,
});

/** Loose, and it has been in something: it lies on a salvage shelf. */
const salvageOf = ({ status, lives, livesBefore, grade, machine }: ItemRow) =>
  status === 'loose' && machine !== 1 && (lives + livesBefore > 0 || grade !== null) ? 1 : 0;

/** Writes a thing that is new to the views, or begins anew what a build was making. */
export function putItem(
  tables: TableWriters,
  row: Omit<ItemRow, 'places' | 'salvage' | 'holds' | 'since'>,
  at: number,
) {
  const { places = 0, holds = 0 } = tables.of(items).get(row.itemId) ?? {};
  const whole = { ...row, places, holds, since: at, salvage: 0 };
  tables.of(items).put({ ...whole, salvage: salvageOf(whole) });
  openPlace(tables, row.itemId, at);
}

/** From `at` on things are as the row of the thing says. */
function openPlace(tables: TableWriters, itemId: string, at: number): void {
  const table = tables.of(items);
  const row = table.get(itemId);
  if (!row) return;
  const places = tables.of(itemPlaces);
  const before = row.places > 0 ? places.get(placeKey(itemId, row.places - 1)) : undefined;
  const start = Math.max(at, before?.start ?? at);
  if (before) places.put({ ...before, until: start });
  const place = placeKey(itemId, row.places);
  places.put({ place, itemId, number: row.places, start, until: null, ...snapshot(row) });
  table.change(itemId, { places: row.places + 1, since: start, salvage: salvageOf(row) });
}

/** Changes the row of a thing; what it goes into, or comes out of, holds one more or less. */
function changeRow(tables: TableWriters, itemId: string, columns: Partial<ItemRow>): void {
  const table = tables.of(items);
  if (columns.inside !== undefined) {
    const before = table.get(itemId)?.inside ?? null;
    if (before !== columns.inside) {
      for (const [id, one] of [
        [before, -1],
        [columns.inside, 1],
      ] as const) {
        const container = id === null ? undefined : table.get(id);
        if (container) table.change(container.itemId, { holds: container.holds + one });
      }
    }
  }
  table.change(itemId, columns);
}

/** Changes a thing from `at` on. */
export function changeFrom(
  tables: TableWriters,
  itemId: string,
  at: number,
  columns: Partial<ItemRow>,
): void {
  changeRow(tables, itemId, columns);
  openPlace(tables, itemId, at);
}

/** Changes what has no place in time. */
export function changeItem(tables: TableWriters, itemId: string, columns: Partial<ItemRow>): void {
  const table = tables.of(items);
  changeRow(tables, itemId, columns);
  const row = table.get(itemId);
  if (row) table.change(itemId, { salvage: salvageOf(row) });
}

/**
 * Takes back the stretches of a thing's history that `isMistaken` names, which are its last ones: they are as the stretch
 * before them, but for whose it was, who had it and what it was.
 */
export function takeBackPlaces(
  tables: TableWriters,
  itemId: string,
  isMistaken: (place: PlaceRow) => boolean,
): void {
  const row = tables.of(items).get(itemId);
  if (!row) return;
  const places = tables.of(itemPlaces);
  let right: PlaceRow | undefined;
  for (let number = 0; number < row.places; number++) {
    const place = places.get(placeKey(itemId, number));
    if (!place) continue;
    if (!right || !isMistaken(place)) {
      right = place;
      continue;
    }
    const { status, workshopId, shelf, inside, fittingId } = right;
    places.put({ ...place, status, workshopId, shelf, inside, fittingId });
  }
  if (!right) return;
  const { status, workshopId, shelf, inside, fittingId } = right;
  changeItem(tables, itemId, { status, workshopId, shelf, inside, fittingId });
}

/** Why a thing cannot go into another, by what came before in the log; null where it can. */
export function refusalOf(
  tables: TableWriters,
  itemId: string,
  into: string,
): ReturnType<typeof refusalOfFitting> {
  const find = (id: string) => {
    const row = tables.of(items).get(id);
    return row && { opens: OPEN.includes(row.status), inside: row.inside };
  };
  return refusalOfFitting(find, itemId, into);
}
const OPEN = ['loose', 'fitted', 'beingMade'];

/** Since `at` it has been of another revision than was written down. */
export function rewriteRevision(
  tables: TableWriters,
  itemId: string,
  at: number,
  of: Pick<PlaceRow, 'ofDesign' | 'ofRevision'>,
): void {
  const row = tables.of(items).get(itemId);
  const places = tables.of(itemPlaces);
  for (let number = 0; number < (row?.places ?? 0); number++) {
    const place = places.get(placeKey(itemId, number));
    if (place && place.start >= at) places.put({ ...place, ...of });
  }
  changeItem(tables, itemId, of);
}
