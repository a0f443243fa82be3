import { type Containing, refusalOfFitting } from '../../shared/items/containment.ts';
import type { TableWriters } from '../views/projection.ts';
import { networkBuilds, networkThings, type ThingRow } from './tables.ts';

/** What it is inside of; what is gone is inside of nothing, even where it was before. */
const containerOf = ({ ended, insideOf }: ThingRow): string | null => (ended === null ? insideOf : null);

/** What a build made no more of can hold nothing. */
const isUnfinished = (tables: TableWriters, { beingMade, madeBy }: ThingRow): boolean =>
  beingMade === 1 && madeBy !== null && tables.of(networkBuilds).get(madeBy)?.abandoned === 1;

/** Whether one may be inside of the other, by the rule of things themselves, folded in the same order. */
export function goesInto(tables: TableWriters, itemId: string, into: string): boolean {
  const find = (id: string): Containing | undefined => {
    const row = tables.of(networkThings).get(id);
    return row && { opens: row.ended === null && !isUnfinished(tables, row), inside: containerOf(row) };
  };
  return refusalOfFitting(find, itemId, into) === null;
}

/** Changes a thing; what it goes into or comes out of holds one more or less. */
export function changeThing(tables: TableWriters, before: ThingRow, columns: Partial<ThingRow>): void {
  const table = tables.of(networkThings);
  const [left, entered] = [containerOf(before), containerOf({ ...before, ...columns })];
  if (left !== entered) {
    for (const [id, one] of [
      [left, -1],
      [entered, 1],
    ] as const) {
      const container = id === null ? undefined : table.get(id);
      if (container) table.change(container.itemId, { holds: container.holds + one });
    }
  }
  table.change(before.itemId, columns);
}
