import type { SQLInputValue, StatementSync } from 'node:sqlite';
import type { ViewsDatabase } from './database.ts';
import type { TableWriter, TableWriters } from './projection.ts';
import { changeByKey, columnsOf, deleteByKey, putRow, selectByKey } from './sql.ts';
import type { RowOf, Table } from './table.ts';

type Row = Record<string, SQLInputValue>;

/** Writers that go straight to the tables: for a handful of events at a time. */
export function directWriters(views: ViewsDatabase): TableWriters {
  const writers = new Map<string, TableWriter<Row>>();

  const writerOf = (table: Table): TableWriter<Row> => {
    const columns = columnsOf(table);
    const put = views.prepare(putRow(table));
    const select = views.prepare(selectByKey(table));
    const values: SQLInputValue[] = [];
    return {
      put: (row) => {
        views.forget(table);
        for (let index = 0; index < columns.length; index++)
          values[index] = row[columns[index] ?? ''] ?? null;
        put.run(...values);
      },
      get: (key) => select.get(key) as Row | undefined,
      change: (key, change) => {
        views.forget(table);
        const changed = Object.keys(change).filter((column) => change[column] !== undefined);
        const values = changed.map((column) => change[column] ?? null);
        const { changes } = views.prepare(changeByKey(table, changed)).run(...values, key);
        if (Number(changes) === 0) throw unknownRow(table, key);
      },
      remove: (key) => {
        views.forget(table);
        views.prepare(deleteByKey(table)).run(key);
      },
    };
  };

  return { of: (table) => typed(table, cached(writers, table, writerOf)) };
}

/** Writers that fold a batch in memory and write each touched row once. */
export interface FoldingWriters extends TableWriters {
  flush(): void;
}

export function foldingWriters(views: ViewsDatabase): FoldingWriters {
  const folds = new Map<string, Fold>();
  const foldOf = (table: Table) => new Fold(table, views.prepare(selectByKey(table)));
  return {
    of: (table) => typed(table, cached(folds, table, foldOf)),
    flush: () => {
      for (const fold of folds.values()) fold.flush(views);
    },
  };
}

class Fold implements TableWriter<Row> {
  readonly #table: Table;
  readonly #columns: string[];
  readonly #select: StatementSync;
  /** Touched rows by key; null where the row is gone. */
  readonly #rows = new Map<string, Row | null>();

  constructor(table: Table, select: StatementSync) {
    this.#table = table;
    this.#columns = columnsOf(table);
    this.#select = select;
  }

  put(row: Row): void {
    this.#rows.set(String(row[this.#table.key]), row);
  }

  get(key: string): Row | undefined {
    const known = this.#rows.get(key);
    if (known !== undefined) return known ?? undefined;
    return this.#select.get(key) as Row | undefined;
  }

  change(key: string, change: Partial<Row>): void {
    const row = this.get(key);
    if (row === undefined) throw unknownRow(this.#table, key);
    // The row is this fold's own: a projection that holds on to one has read it, and is done with it.
    for (const column of Object.keys(change)) {
      const value = change[column];
      if (value !== undefined) row[column] = value;
    }
    this.#rows.set(key, row);
  }

  remove(key: string): void {
    this.#rows.set(key, null);
  }

  flush(views: ViewsDatabase): void {
    views.forget(this.#table);
    const put = views.prepare(putRow(this.#table));
    const remove = views.prepare(deleteByKey(this.#table));
    const values: SQLInputValue[] = [];
    for (const [key, row] of this.#rows) {
      if (row) {
        for (let index = 0; index < this.#columns.length; index++) {
          values[index] = row[this.#columns[index] ?? ''] ?? null;
        }
        put.run(...values);
      } else remove.run(key);
    }
    this.#rows.clear();
  }
}

function cached<Value>(values: Map<string, Value>, table: Table, make: (table: Table) => Value): Value {
  const known = values.get(table.name);
  if (known) return known;
  const value = make(table);
  values.set(table.name, value);
  return value;
}

/** The table's own definition vouches for the row type: writers hold rows by column name. */
function typed<T extends Table>(_table: T, writer: TableWriter<Row>): TableWriter<RowOf<T>> {
  return writer as TableWriter<RowOf<T>>;
}

function unknownRow(table: Table, key: string): Error {
  return new Error(`no row ${key} in ${table.name}`);
}
