import type { ReadColumn } from './columns.ts';
import { currencyIn } from './currencies.ts';
import { type PartColumn, plain } from './headings.ts';
import type { TableRecord } from './readRecords.ts';

/** A row of a table by what its columns mean. */
export interface TableRow {
  row: number;
  cell: Map<PartColumn, string>;
  /** The row above it that heads it and those beside it; null where none does. */
  section: TableRow | null;
}

const NOTHING = /^(?:[-–—~_.]+|n\.?\/?a\.?|none|tbd|null|\?+)$/i;
const ADDRESS = /[\w-]\.[a-z]{2,}/i;
const LONGEST_SPECIFICATION = 200;
/** What is said last of what a part is ordered by: its package, the numbers that shops give it. */
const LAST = /footprint|package|height|supplier|vendor|digi|mouser|lcsc|farnell|arrow/;

const inOrder = (columns: readonly ReadColumn[]): number[] => {
  const indexes = columns.map((_, index) => index);
  const isLast = (index: number) => LAST.test(plain(columns[index]?.heading ?? ''));
  return [...indexes.filter((index) => !isLast(index)), ...indexes.filter(isLast)];
};

/** The cells of a record under what their columns mean; what several columns say together stands beside each other. */
function cellsUnder(
  columns: readonly ReadColumn[],
  order: readonly number[],
  cells: readonly string[],
): Map<PartColumn, string> {
  const found = new Map<PartColumn, string>();
  for (const index of order) {
    const column = columns[index];
    if (!column || column.means === null) continue;
    const { means, heading, isSize, said } = column;
    const cell = cells[index] ?? '';
    const text = cell.trim();
    const isEmpty = means !== 'part' && NOTHING.test(text);
    const isNoAddress = means === 'link' && !said && /link|url/i.test(heading) && !ADDRESS.test(text);
    const own = isEmpty || isNoAddress ? '' : isSize && text !== '' ? `${heading} ${text}` : cell;
    const before = found.get(means);
    if (before === undefined || before.trim() === '') found.set(means, own);
    else if (own.trim() !== '' && !before.includes(own.trim())) {
      const together = `${before.trim()} · ${own.trim()}`;
      if (means !== 'specification' || together.length <= LONGEST_SPECIFICATION) found.set(means, together);
    }
  }
  return found;
}

/** Every cell as it is, for a table of our own. */
export function ownCells(columns: readonly ReadColumn[], cells: readonly string[]): Map<PartColumn, string> {
  const found = new Map<PartColumn, string>();
  columns.forEach(({ means }, index) => {
    if (means !== null) found.set(means, cells[index] ?? '');
  });
  return found;
}

const SUM =
  /^[\s*_]*(?:grand\s+|sub\s*-?\s*)?(?:total|totals|sum|sub-?total|summe|gesamt\w*|zwischensumme|endsumme|suma|sous-total|total général|somme|totale|razem|toplam)(?:\s+(?:price|cost|costs|amount|parts?|quantity|qty|preis|kosten|general|parcial|ht|ttc|precio|coste?|de|of|for|build|bom|usd|eur|gbp)\b[^\d]{0,30})?[\s:*_=]*$/i;

/**
 * The rows that are parts, in sections where rows with nothing but a name head others. Rows that only add others up,
 * repeat the headings or say nothing in words are left out.
 * @returns also the first row that adds others up; null for none.
 */
export function rowsIn(
  columns: readonly ReadColumn[],
  records: readonly TableRecord[],
): { rows: TableRow[]; sum: TableRecord | null } {
  const headings = columns.map(({ heading }) => heading).join('|');
  const at = (means: PartColumn) => columns.findIndex((column) => column.means === means);
  const [part, quantity] = [at('part'), at('quantity')];
  const order = inOrder(columns);
  let sum: TableRecord | null = null;
  const kept = records.filter((record, index) => {
    const { cells } = record;
    if (cells.map((cell) => cell.trim()).join('|') === headings) return false;
    if (addsUp(cells, part, quantity)) {
      sum ??= record;
      return false;
    }
    if (cells.some((cell) => /\p{L}/u.test(withoutCurrency(cell)))) return true;
    return (cells[quantity] ?? '').trim() !== '' && index < records.length - 1;
  });
  const full = kept.filter((record) => filled(record).length > 1);
  const counted = full.filter(({ cells }) => (cells[quantity] ?? '').trim() !== '');
  const mayHaveSections = quantity >= 0 && counted.length * 2 >= full.length;
  let section: TableRow | null = null;
  const rows = kept.map((record, index): TableRow => {
    const before = kept[index - 1];
    const heads =
      mayHaveSections &&
      headsOthers(record, kept[index + 1], part, before === undefined || before.row < record.row - 1);
    const cell: TableRow['cell'] = heads
      ? groupNamed(sectionNamed(record))
      : cellsUnder(columns, order, record.cells);
    const row = { row: record.row, cell, section: heads ? null : section };
    if (heads) section = row;
    return row;
  });
  return { rows, sum };
}

/** A row that is no part itself: others stand in it. */
export const groupNamed = (name: string): Map<PartColumn, string> =>
  new Map<PartColumn, string>([
    ['part', name],
    ['source', 'make'],
  ]);

const filled = ({ cells }: TableRecord): number[] =>
  cells.flatMap((cell, index) => (cell.trim() === '' ? [] : [index]));

const sectionNamed = (record: TableRecord): string =>
  (record.cells[filled(record)[0] ?? 0] ?? '')
    .trim()
    .replace(/^[\s*_#=-]+|[\s*_#=:-]+$/g, '')
    .slice(0, 160);

/** Whether a row has nothing but a name and the next has more, and its looks say that it heads what follows. */
function headsOthers(
  record: TableRecord,
  next: TableRecord | undefined,
  part: number,
  isApart: boolean,
): boolean {
  const [only, ...more] = filled(record);
  if (only === undefined || more.length > 0 || next === undefined || filled(next).length < 2) return false;
  const text = (record.cells[only] ?? '').trim();
  if (!/\p{L}{2}/u.test(text) || text.length > 80 || /https?:/i.test(text) || sectionNamed(record) === '')
    return false;
  const looks = text === text.toUpperCase() || /[:*_]$/.test(text);
  return only !== part || isApart || looks;
}

/** A row that says `Total` where a name stands, or anywhere where no name and no quantity does. */
function addsUp(cells: readonly string[], part: number, quantity: number): boolean {
  const name = (cells[part] ?? '').trim();
  if (SUM.test(name) && name !== '') return true;
  const first = cells.find((cell) => cell.trim() !== '')?.trim() ?? '';
  if (SUM.test(first)) return true;
  const counts = /\d/.test(cells[quantity] ?? '');
  return (
    name === '' &&
    !counts &&
    cells.some((cell) => SUM.test(cell) || /^(cost|price|costs)$/i.test(cell.trim()))
  );
}

const withoutCurrency = (cell: string): string =>
  currencyIn(cell) === null ? cell : cell.replaceAll(/[a-z]{3}/gi, '');
