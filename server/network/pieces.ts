import { setImmediate } from 'node:timers/promises';
import type { ViewsReader } from '../views/reader.ts';
import type { Columns, RowOf, Table } from '../views/table.ts';

/** Rows that are looked at before others are served: some milliseconds, joins included. */
const PIECE = 8_000;

/**
 * Rows of a `select` over a whole table, some thousands of its rows at a time, so that nobody waits for all of them.
 * @param sql names its piece by `rowid > ?1 and rowid <= ?2` of that table; sums come once for each piece
 * @param take is given what each piece has
 */
export async function takePieces<C extends Columns>(
  views: ViewsReader,
  columns: C,
  { name }: Table,
  sql: string,
  take: (rows: readonly RowOf<Table<C>>[]) => void,
): Promise<void> {
  const last = views.ask({ last: 'integer?' }, `select max(rowid) as last from ${name}`)[0]?.last ?? 0;
  for (let from = 0; from < last; from += PIECE) {
    take(views.ask(columns, sql, from, from + PIECE));
    await setImmediate();
  }
}

/** The same, all in one list. */
export async function askInPieces<C extends Columns>(
  views: ViewsReader,
  columns: C,
  table: Table,
  sql: string,
): Promise<RowOf<Table<C>>[]> {
  const found: RowOf<Table<C>>[] = [];
  await takePieces(views, columns, table, sql, (rows) => {
    for (const row of rows) found.push(row);
  });
  return found;
}
