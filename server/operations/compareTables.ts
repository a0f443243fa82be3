import { createHash } from 'node:crypto';
import type { SQLOutputValue } from 'node:sqlite';
import type { ViewsDatabase } from '../views/database.ts';
import { columnsOf } from '../views/sql.ts';
import type { Table } from '../views/table.ts';

type Row = Record<string, SQLOutputValue>;

/** Count and digest of a table's rows in the order of their keys. */
export interface TableDigest {
  rows: number;
  /** SHA-256, hex. */
  digest: string;
}

export function digestTable(views: ViewsDatabase, table: Table): TableDigest {
  const hash = createHash('sha256');
  let rows = 0;
  for (const row of rowsOf(views, table)) {
    hash.update(`${textOf(row, table)}\n`);
    rows++;
  }
  return { rows, digest: hash.digest('hex') };
}

/** Where two tables first differ, in the order of their keys, as the end of a sentence about the second; null if nowhere. */
export function firstDifference(fresh: ViewsDatabase, seen: ViewsDatabase, table: Table): string | null {
  const [expected, found] = [rowsOf(fresh, table), rowsOf(seen, table)];
  for (;;) {
    const [one, other] = [expected.next(), found.next()];
    if (one.done && other.done) return null;
    const [due, there] = [
      one.done ? null : keyOf(one.value, table),
      other.done ? null : keyOf(other.value, table),
    ];
    if (there === null || (due !== null && isBefore(due, there))) return `lacks the row ${due}`;
    if (due === null || isBefore(there, due)) return `has a row ${there} that should not be there`;
    if (one.done || other.done || textOf(one.value, table) === textOf(other.value, table)) continue;
    return `differs in the row ${due} (${differing(one.value, other.value, table)})`;
  }
}

function rowsOf(views: ViewsDatabase, table: Table): NodeJS.Iterator<Row> & Iterable<Row> {
  const columns = columnsOf(table).map((column) => `"${column}"`);
  return views.database
    .prepare(`select ${columns.join(', ')} from "${table.name}" order by "${table.key}"`)
    .iterate();
}

const keyOf = (row: Row, table: Table): string => String(row[table.key]);

/** As SQLite orders text: by its UTF-8 bytes. */
const isBefore = (one: string, other: string): boolean =>
  Buffer.compare(Buffer.from(one), Buffer.from(other)) < 0;

const textOf = (row: Row, table: Table): string =>
  JSON.stringify(columnsOf(table).map((column) => plain(row[column])));

const plain = (value: SQLOutputValue | undefined) =>
  typeof value === 'bigint' || value instanceof Uint8Array ? String(value) : value;

function differing(one: Row, other: Row, table: Table): string {
  const columns = columnsOf(table).filter((column) => one[column] !== other[column]);
  return columns.map((name) => `${name} is ${plain(other[name])}, not ${plain(one[name])}`).join('; ');
}
