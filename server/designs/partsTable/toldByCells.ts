import { currencyIn, type ReadColumn } from './columns.ts';
import type { TableRecord } from './readRecords.ts';

/** Columns with what their headings leave open and their cells tell. */
export function toldByCells(columns: readonly ReadColumn[], records: readonly TableRecord[]): ReadColumn[] {
  const cellsOf = (index: number) =>
    records.flatMap(({ cells }) => {
      const cell = (cells[index] ?? '').trim();
      return cell === '' ? [] : [cell];
    });
  const countsElsewhere = columns.some(({ means }) => means === 'quantity');
  return columns.map((column, index) => {
    // `#` over 4, 8, 2 counts parts; over 1, 2, 3 it numbers rows.
    if (column.heading === '#' && column.means === 'number' && !countsElsewhere) {
      return isNumbering(cellsOf(index)) ? column : { ...column, means: 'quantity' };
    }
    if (column.means !== 'price' || column.currency !== null) return column;
    // Who writes a sign only in the first row means it in all.
    const named = new Set(cellsOf(index).flatMap((cell) => currencyIn(cell) ?? []));
    const [only = null] = named;
    return named.size === 1 ? { ...column, currency: only } : column;
  });
}

const isNumbering = (cells: readonly string[]): boolean =>
  cells.some((cell) => /[^\d]/.test(cell)) ||
  cells.every((cell, index) => index === 0 || Number(cell) === Number(cells[index - 1]) + 1);
