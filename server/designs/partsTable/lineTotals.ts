import { decimalFrom } from '../../../shared/designs/quantities.ts';
import type { ReadColumn } from './columns.ts';
import type { TableRecord } from './readRecords.ts';
import type { TableRow } from './rows.ts';

const numberIn = (cell: string, decimalComma: boolean): number | null =>
  decimalFrom(/[\d.,'’\u00a0]*\d/.exec(cell)?.[0] ?? '', decimalComma);
const isNear = (one: number, other: number): boolean => Math.abs(one - other) <= 0.005 * Math.max(one, other);

/**
 * Whether the prices are those of all pieces of a row together: where the row that adds up is their plain sum, and not
 * that of so many pieces each.
 */
export function pricesAreTotals(
  columns: readonly ReadColumn[],
  rows: readonly TableRow[],
  sum: TableRecord | null,
  decimalComma: boolean,
): boolean {
  const index = columns.findIndex(({ means, said }) => means === 'price' && !said);
  if (sum === null || index < 0 || columns.some(({ means }) => means === 'total')) return false;
  const added = numberIn(sum.cells[index] ?? '', decimalComma);
  if (added === null || added === 0) return false;
  let plain = 0;
  let each = 0;
  for (const { cell } of rows) {
    const price = numberIn(cell.get('price') ?? '', decimalComma) ?? 0;
    plain += price;
    each += price * (numberIn(cell.get('quantity') ?? '', decimalComma) ?? 1);
  }
  return isNear(plain, added) && !isNear(each, added);
}
