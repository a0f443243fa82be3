import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import { requestScope } from './requestScope.ts';
import type { AccountsTables } from './tables.ts';
import { AccountsUnavailable, asUnavailable } from './unavailable.ts';

/** How long a statement waits for another process's write lock, in milliseconds. */
export const BUSY_TIMEOUT_MS = 5_000;
const MAXIMUM_PREPARED_STATEMENTS = 400;

/**
 * Two connections on `accounts.db`. Every write goes through `kysely`, which hands its one connection to one
 * transaction at a time, so that no statement strays into somebody else's. `reader` answers the hot path with
 * prepared statements, synchronously, and is never kept waiting by a writer (WAL).
 */
export interface AccountsDatabase {
  path: string;
  kysely: Kysely<AccountsTables>;
  /** The connection below `kysely`: only for work within `exclusively`. */
  writer: DatabaseSync;
  reader: DatabaseSync;
  /** Runs `work` while no transaction is open on the writing connection. */
  exclusively<T>(work: (writer: DatabaseSync) => T): Promise<T>;
  close(): Promise<void>;
}

/** Opens (and creates) the file. The reading connection sees the tables once they are migrated. */
export function openAccountsDatabase(path: string): AccountsDatabase {
  const writer = guarded(() => new DatabaseSync(path, { enableForeignKeyConstraints: true }));
  guarded(() => writer.exec(`pragma busy_timeout = ${BUSY_TIMEOUT_MS}; ${WRITER_PRAGMAS}`));
  const reader = guarded(() => new DatabaseSync(path, { readOnly: true }));
  reader.exec(`pragma busy_timeout = ${BUSY_TIMEOUT_MS}`);
  const kysely = new Kysely<AccountsTables>({
    dialect: new SqliteDialect({ database: statementsOf(writer) }),
  });
  return {
    path,
    kysely,
    writer,
    reader,
    exclusively: (work) => kysely.connection().execute(async () => guarded(() => work(writer))),
    close: async () => {
      await kysely.destroy();
      if (writer.isOpen) writer.close();
      reader.close();
    },
  };
}

/** `secure_delete` overwrites what is deleted; `temp_store` keeps copies made by VACUUM off the disk. */
export const WRITER_PRAGMAS =
  'pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on; pragma temp_store = memory;';

/** Runs `work`; an error of the storage comes out as {@link AccountsUnavailable} and is noted in the request. */
export function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const known = asUnavailable(error);
    const scope = requestScope.getStore();
    if (scope && known instanceof AccountsUnavailable) scope.unavailable = known;
    throw known;
  }
}

/** `node:sqlite` in the shape that Kysely drives, with its statements kept. */
function statementsOf(database: DatabaseSync): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  const prepare = (sql: string): SqliteStatement => {
    const statement = guarded(() => database.prepare(sql));
    return {
      reader: statement.columns().length > 0,
      all: (parameters) => guarded(() => statement.all(...parameters.map(toInput))),
      run: (parameters) => guarded(() => statement.run(...parameters.map(toInput))),
      iterate: (parameters) => guarded(() => statement.iterate(...parameters.map(toInput))),
    };
  };
  return {
    close: () => database.close(),
    prepare: (sql) => {
      if (sql === 'rollback') return rollbackOf(database);
      // Taking the write lock first: a lock that grows from reading to writing fails at once when another
      // process wrote in between, without waiting.
      const text = sql === 'begin' ? 'begin immediate' : sql;
      let statement = kept.get(text);
      if (statement === undefined) {
        statement = prepare(text);
        if (kept.size >= MAXIMUM_PREPARED_STATEMENTS) kept.clear();
        kept.set(text, statement);
      }
      return statement;
    },
  };
}

/** SQLite has already rolled back by itself after some errors (full disk); a second time would hide the first. */
function rollbackOf(database: DatabaseSync): SqliteStatement {
  const run = () => {
    if (database.isTransaction) database.exec('rollback');
    return { changes: 0, lastInsertRowid: 0 };
  };
  return { reader: false, run, all: () => [], iterate: () => [].values() };
}

function toInput(value: unknown): SQLInputValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') return value;
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`A ${typeof value} cannot be stored.`);
}
