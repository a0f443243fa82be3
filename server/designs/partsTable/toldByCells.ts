import type { ReadColumn } from './columns.ts';
import { currencyIn, isCurrency } from './currencies.ts';
import { asElectronics } from './electronics.ts';
import { type PartColumn, plain } from './headings.ts';
import type { TableRecord } from './readRecords.ts';
import { sourceFrom } from './sourceWords.ts';

/** What is in each column, without what is empty. */
export type CellsOf = (index: number) => readonly string[];

const ADDRESS = /^(https?:\/\/|www\.)/i;
const share = (cells: readonly string[], is: (cell: string) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(is).length / cells.length;

/** Columns with what their headings leave open and their cells tell. */
export function toldByCells(columns: readonly ReadColumn[], records: readonly TableRecord[]): ReadColumn[] {
  const cellsOf: CellsOf = (index) =>
    records.flatMap(({ cells }) => {
      const cell = (cells[index] ?? '').trim();
      return cell === '' ? [] : [cell];
    });
  let told = [...columns];
  const has = (means: PartColumn) => told.some((column) => column.means === means);
  const tell = (rule: (column: ReadColumn, cells: readonly string[]) => PartColumn | null) => {
    told = told.map((column, index) =>
      column.said ? column : { ...column, means: rule(column, cellsOf(index)) },
    );
  };
  // `#` over 4, 8, 2 counts parts; over 1, 2, 3 it numbers rows.
  const countsElsewhere = has('quantity');
  tell(({ heading, means }, cells) =>
    heading === '#' && means === 'number' && !countsElsewhere && !isNumbering(cells) ? 'quantity' : means,
  );
  tell(({ means }, cells) =>
    means === 'unit' && !has('quantity') && share(cells, (cell) => /^\d+([.,]\d+)?$/.test(cell)) > 0.8
      ? 'quantity'
      : means,
  );
  tell(({ means }, cells) => (means === 'source' ? sourceOr(cells, has('supplier')) : means));
  // Whether it is one, instead of which.
  tell(({ means }, cells) =>
    means === 'parent' && share(cells, (cell) => /^(true|false|yes|no|0|1)$/i.test(cell)) === 1
      ? null
      : means,
  );
  tell(({ means }, cells) =>
    means === 'id' && share(cells, (cell) => /^\d{1,6}$/.test(cell)) === 1 && cells.length > 0
      ? has('number')
        ? null
        : 'number'
      : means,
  );
  tell(({ means }, cells) =>
    means === null && !has('currency') && share(cells, isCurrency) > 0.8 && cells.length > 0
      ? 'currency'
      : means,
  );
  const named = told.findIndex(
    ({ heading, means, said }, index) =>
      !said && means === 'number' && plain(heading) === 'item' && share(cellsOf(index), isWorded) > 0.6,
  );
  if (named >= 0) {
    tell(({ means, heading }) =>
      means === 'part' ? (/^desc/.test(plain(heading)) ? 'note' : 'specification') : means,
    );
    told = told.map((column, index) => (index === named ? { ...column, means: 'part' } : column));
  }
  if (!has('part') && has('quantity')) {
    const nameless = told.findIndex(
      ({ heading, means, said }, index) =>
        !said && means === null && plain(heading) === '' && share(cellsOf(index), isWorded) > 0.8,
    );
    told = told.map((column, index) => (index === nameless ? { ...column, means: 'part' } : column));
  }
  told = asElectronics(told, cellsOf);
  // Who writes a sign only in the first row, or only with the sums, means it in all.
  const signs = new Set(
    told.flatMap(({ means }, index) =>
      means === 'price' || means === 'total' ? cellsOf(index).flatMap((cell) => currencyIn(cell) ?? []) : [],
    ),
  );
  const [only = null] = signs;
  const inHeading =
    told.find(({ means, currency }) => means === 'total' && currency !== null)?.currency ?? null;
  return told.map((column) =>
    (column.means !== 'price' && column.means !== 'total') || column.currency !== null
      ? column
      : { ...column, currency: signs.size === 1 ? only : inHeading },
  );
}

/** Where it comes from may be how, or from whom, or an address. */
function sourceOr(cells: readonly string[], hasSupplier: boolean): PartColumn {
  if (cells.length === 0 || share(cells, (cell) => sourceFrom(cell) !== null) >= 0.5) return 'source';
  if (share(cells, (cell) => ADDRESS.test(cell)) >= 0.5) return 'link';
  return hasSupplier ? 'note' : 'supplier';
}

const isWorded = (cell: string): boolean =>
  /\p{L}{3}/u.test(cell) || (/\p{L}/u.test(cell) && /\s/.test(cell));

const isNumbering = (cells: readonly string[]): boolean =>
  cells.some((cell) => /[^\d]/.test(cell)) ||
  cells.every((cell, index) => index === 0 || Number(cell) === Number(cells[index - 1]) + 1);
