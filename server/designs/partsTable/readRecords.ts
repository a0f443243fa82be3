import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { knownHeadings } from './headings.ts';

/** One row of a table; its cells keep the white space before them, which may say how deep it stands. */
export interface TableRecord {
  /** Of the row in the file, from 1. */
  row: number;
  cells: string[];
}

export interface TableRecords {
  headings: string[];
  /** The row of the headings, as it stands; null for an empty table. */
  headingRow: TableRecord | null;
  records: TableRecord[];
  /** Semicolons part it: then its commas are decimal ones. */
  decimalComma: boolean;
  /** Rows beyond what is taken. */
  surplus: number;
  /** What could only be read by force; null where all was well. */
  repaired: string | null;
}

const rows = z.array(z.array(z.string()));
/** Rows above the headings: a title, a date. */
const MOST_ROWS_ABOVE = 30;
const MOST_COLUMNS = 100;
const LONGEST_CELL = 20_000;

/** Parts a text into rows by commas, semicolons or tabs. Anything that is text is read somehow. */
export function readRecords(csv: string, mostRows: number): TableRecords {
  const text = csv.replace(/^\uFEFF/, '').replaceAll('\0', '');
  const delimiter = delimiterOf(text);
  const { table, repaired } = tableOf(text, delimiter);
  const isFull = (cells: string[]) => cells.some((cell) => cell.trim() !== '');
  const counted = table
    .map((cells, index) => ({ row: index + 1, cells }))
    .filter(({ cells }) => isFull(cells));
  const above = headingsAt(counted.slice(0, MOST_ROWS_ABOVE).map(({ cells }) => cells));
  const records = counted.slice(above + 1);
  const bounded = ({ row, cells }: TableRecord): TableRecord => ({
    row,
    cells: cells.slice(0, MOST_COLUMNS).map((cell) => unescaped(cell.slice(0, LONGEST_CELL))),
  });
  const head = counted[above];
  return {
    headingRow: head ? bounded(head) : null,
    headings: (head?.cells ?? []).slice(0, MOST_COLUMNS).map((cell) => cell.trim().slice(0, 200)),
    records: records.slice(0, mostRows).map(bounded),
    decimalComma: delimiter === ';' && /\d,\d/.test(text),
    surplus: Math.max(0, records.length - mostRows),
    repaired,
  };
}

function tableOf(text: string, delimiter: string): { table: string[][]; repaired: string | null } {
  // A blank before a quotation mark would hide it; elsewhere blanks may say how deep a name stands.
  const ltrim = new RegExp(`"${delimiter}[ ]+"`).test(text);
  const options = { delimiter, ltrim, relax_column_count: true, relax_quotes: true, skip_empty_lines: false };
  try {
    return { table: rows.parse(parse(text, options)), repaired: null };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(Reflect.get(error, 'lines') ?? 1);
    const table = rows.parse(parse(text, { ...options, quote: false }));
    const repaired = `A quotation mark on line ${line}, or before, is never closed: all of them were taken as they stand.`;
    return { table, repaired };
  }
}

/** Whichever parts the first lines most often; what stands in quotation marks parts nothing. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replaceAll(/"[^"]*"/g, '')
    .split(/\r?\n|\r/, MOST_ROWS_ABOVE);
  const most = (delimiter: string) => Math.max(...lines.map((line) => line.split(delimiter).length));
  return ['\t', ';', ','].reduce((best, one) => (most(one) > most(best) ? one : best));
}

/** The row with most headings that are known; the first where none is. */
function headingsAt(firstRows: readonly string[][]): number {
  let best = 0;
  let most = 0;
  firstRows.forEach((cells, index) => {
    const known = knownHeadings(cells.map((cell) => cell.trim()));
    if (known <= most) return;
    best = index;
    most = known;
  });
  return best;
}

/** Spreadsheets put an apostrophe before what would be a formula; so does our own table. */
const unescaped = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);
