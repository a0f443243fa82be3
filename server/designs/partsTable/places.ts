import type { ReadColumn } from './columns.ts';
import type { TableRow } from './rows.ts';

/** Of a table that has a row for each place on a board, one row for all places of the same part, with their number. */
export function withPlacesTogether(
  rows: readonly TableRow[],
  columns: readonly ReadColumn[],
): readonly TableRow[] {
  const means = new Set(columns.map((column) => column.means));
  if (!means.has('designators') || means.has('quantity')) return rows;
  const together = new Map<string, { row: TableRow; places: string[] }>();
  for (const row of rows) {
    const { designators = '', ...rest } = Object.fromEntries(row.cell);
    const key = JSON.stringify(rest);
    const same = together.get(key);
    if (same) same.places.push(designators.trim());
    else together.set(key, { row, places: [designators.trim()] });
  }
  return [...together.values()].map(({ row, places }) => ({
    ...row,
    cell: new Map([...row.cell, ['designators', places.join(', ')], ['quantity', String(places.length)]]),
  }));
}
