import { setImmediate } from 'node:timers/promises';
import type { ViewsReader } from '../views/reader.ts';
import type { Columns, RowOf, Table } from '../views/table.ts';

/** Rows that are looked at before others are served: some milliseconds, joins included. */
const PIECE = 20_000;

/**
 * Rows of a `select` over a whole table, some thousands of its rows at a time, so that nobody waits for all of them.
 * @param sql names its piece by `rowid > ?1 and rowid <= ?2` of that table; sums come once for each piece
 */
export async function askInPieces<C extends Columns>(
  views: ViewsReader,
  columns: C,
  { name }: Table,
  sql: string,
): Promise<RowOf<Table<C>>[]> {
  const found: RowOf<Table<C>>[] = [];
  const last = views.ask({ last: 'integer?' }, `select max(rowid) as last from ${name}`)[0]?.last ?? 0;
  for (let from = 0; from < last; from += PIECE) {
    for (const row of views.ask(columns, sql, from, from + PIECE)) found.push(row);
    await setImmediate();
  }
  return found;
}
