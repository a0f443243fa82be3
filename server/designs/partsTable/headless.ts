import type { ReadColumn } from './columns.ts';

const COUNT = /^\d{1,5}(?:[.,]\d+)?\s*(?:x|×|pcs?\.?|stk\.?|pieces?)?$/i;

/**
 * The columns of a table without headings, where every row has words in one column and a number in another; null where
 * it is not as plain as that.
 */
export function headlessColumns(rows: readonly (readonly string[])[]): ReadColumn[] | null {
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const texts = Array.from({ length: width }, (_, index) => rows.map((cells) => (cells[index] ?? '').trim()));
  const part = texts.findIndex((cells) => cells.every((cell) => /\p{L}{2}/u.test(cell)));
  const counts = texts.flatMap((cells, index) => (cells.every((cell) => COUNT.test(cell)) ? [index] : []));
  // Before the names a number may be that of the row.
  const isNumbering = (index: number) =>
    index < part && rows.length > 1 && rows.every((_, row) => Number(texts[index]?.[row]) === row + 1);
  const quantity = counts.find((index) => !isNumbering(index));
  if (part < 0 || quantity === undefined) return null;
  return texts.map((_, index) => ({
    heading: `Column ${index + 1}`,
    means: index === part ? 'part' : index === quantity ? 'quantity' : null,
    said: false,
    unit: null,
    currency: null,
    isSize: false,
  }));
}
