import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { SqlValue, ViewsReader } from './reader.ts';
import { RememberedRows } from './rememberedRows.ts';
import { createIndexes, createTable, createWords, selectByKey } from './sql.ts';
import type { Columns, RowOf, Table } from './table.ts';

/** Where the views stand in the log: their newest event, by which they know the log again. */
export interface Checkpoint {
  position: bigint;
  stream: string;
  revision: number;
  eventId: string;
}

/** One view file: tables, checkpoint, prepared statements. */
export interface ViewsDatabase {
  database: DatabaseSync;
  prepare(sql: string): StatementSync;
  reader: ViewsReader;
  /** To be told before a table's rows change. */
  forget(table: Table): void;
  checkpoint(): Checkpoint | null;
  setCheckpoint(checkpoint: Checkpoint): void;
  /** After a rollback: reads everything from the file again. */
  reread(): void;
  /** Whether `finish` has run: a file without it was left in the middle of a rebuild. */
  isFinished(): boolean;
  /** Builds the indexes and marks the file as whole. */
  finish(): void;
  close(): void;
}

/**
 * Opens (or begins) the view file at `path`. It is disposable, so a power cut may cost the newest transactions
 * (`synchronous = normal`), never their order.
 */
export function openViewsDatabase(path: string, tables: readonly Table[]): ViewsDatabase {
  const database = new DatabaseSync(path);
  database.exec(`pragma journal_mode = wal; pragma synchronous = normal; pragma cache_size = -32000;
    pragma wal_autocheckpoint = 10000; pragma temp_store = memory`);
  database.exec(`create table if not exists _views (
    name text primary key, position text, stream text, revision integer, eventId text)`);
  for (const table of tables)
    for (const sql of [createTable(table), ...createWords(table)]) database.exec(sql);

  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string) => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };

  let known: Checkpoint | null | undefined;
  const checkpoint = (): Checkpoint | null => {
    if (known !== undefined) return known;
    const row = prepare(`select * from _views where name = 'checkpoint'`).get();
    known =
      row === undefined
        ? null
        : {
            position: BigInt(String(row.position)),
            stream: String(row.stream),
            revision: Number(row.revision),
            eventId: String(row.eventId),
          };
    return known;
  };

  const select = <T extends Table>(table: T, rest: string) =>
    prepare(`select * from "${table.name}" ${rest}`);

  const rows = new RememberedRows();
  // The one place where rows meet their types: only projections write these tables, through the same definitions.
  const reader: ViewsReader = {
    all: <T extends Table>(table: T, rest: string, ...values: SqlValue[]) =>
      rows.answer(table.name, rest, values, () => select(table, rest).all(...values) as RowOf<T>[]),
    first: <T extends Table>(table: T, rest: string, ...values: SqlValue[]) =>
      rows.answer(table.name, `first ${rest}`, values, () => {
        return select(table, rest).get(...values) as RowOf<T> | undefined;
      }),
    byKey: <T extends Table>(table: T, key: string) =>
      rows.answer(table.name, '', [key], () => {
        return prepare(selectByKey(table)).get(key) as RowOf<T> | undefined;
      }),
    ask: <C extends Columns>(_columns: C, sql: string, ...values: SqlValue[]) =>
      prepare(sql).all(...values) as RowOf<Table<C>>[],
    position: () => checkpoint()?.position ?? null,
  };

  return {
    database,
    prepare,
    reader,
    forget: ({ name }) => rows.forget(name),
    checkpoint,
    setCheckpoint: (next) => {
      prepare(`insert or replace into _views values ('checkpoint', ?, ?, ?, ?)`).run(
        String(next.position),
        next.stream,
        next.revision,
        next.eventId,
      );
      known = next;
    },
    reread: () => {
      known = undefined;
      rows.forgetAll();
    },
    isFinished: () => prepare(`select 1 from _views where name = 'finished'`).get() !== undefined,
    finish: () => {
      for (const table of tables) for (const sql of createIndexes(table)) database.exec(sql);
      prepare(`insert or replace into _views (name) values ('finished')`).run();
    },
    close: () => {
      if (database.isOpen) database.close();
    },
  };
}
