import type { Columns, RowOf, Table } from './table.ts';

export type SqlValue = string | number | null;

/** Read access to the views of this process, synchronous: SQLite answers in microseconds. */
export interface ViewsReader {
  /** Rows of one table; `rest` continues `select * from table` (`where … order by … limit …`). */
  all<T extends Table>(table: T, rest: string, ...values: SqlValue[]): RowOf<T>[];
  /** The first such row. */
  first<T extends Table>(table: T, rest: string, ...values: SqlValue[]): RowOf<T> | undefined;
  byKey<T extends Table>(table: T, key: string): RowOf<T> | undefined;
  /**
   * Rows of any `select` over tables of one's own context, whose result has these columns: counts, joins, recursion.
   * Never remembered between two calls, as the other ways are.
   */
  ask<C extends Columns>(columns: C, sql: string, ...values: SqlValue[]): RowOf<Table<C>>[];
  /** Position of the newest event in the views, null when none. */
  position(): bigint | null;
}
