import { rmSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { RememberedCommand } from './recentCommands.ts';
import { SAVED_COMMANDS_SCHEMA, savedCommandsIn } from './savedCommands.ts';

/** A stream's state at a revision. `eventId` ties it to this very log: after a restore it no longer fits. */
export interface Snapshot {
  revision: number;
  eventId: string;
  state: unknown;
}

/**
 * Snapshots of one process: a local file that may vanish at any time, so it is never worth an error.
 * Beside each state stand the stream's recent commands, looked up by key instead of being loaded with it: opening
 * a busy stream costs no more than opening a quiet one.
 */
export interface Snapshots {
  load(stream: string, decider: string): Snapshot | undefined;
  /** @throws where the file cannot be read: unlike a missing snapshot, a missing memory would repeat a command. */
  recall(stream: string, key: string): RememberedCommand | undefined;
  /** Drops what is kept of a stream that no longer fits the log. */
  forget(stream: string): void;
  /** Answers whether it was saved. */
  save(stream: string, decider: string, snapshot: Snapshot, commands: Iterable<RememberedCommand>): boolean;
  close(): void;
}

/** Another form than an older release had: its file is begun anew. */
const FORM = 2;
const SCHEMA = `
  create table if not exists snapshots (
    stream text primary key, decider text not null, revision integer not null, eventId text not null, state text not null
  ) without rowid;
  ${SAVED_COMMANDS_SCHEMA}
  pragma user_version = ${FORM};`;

function openFile(path: string) {
  const database = new DatabaseSync(path);
  try {
    database.exec('pragma journal_mode = wal; pragma synchronous = off; pragma cache_size = -16000');
    const form = database.prepare('pragma user_version').get()?.user_version;
    const isNew = database.prepare('select 1 from sqlite_schema').get() === undefined;
    if (form !== FORM && !isNew) throw new Error('the snapshots have another form');
    database.exec(SCHEMA);
    const statements = new Map<string, StatementSync>();
    const prepare = (sql: string) => {
      const known = statements.get(sql);
      if (known) return known;
      const statement = database.prepare(sql);
      statements.set(sql, statement);
      return statement;
    };
    return { database, prepare, commands: savedCommandsIn(database, prepare) };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Opens the file at `path`, or begins a new one where it cannot be read. */
export function openSnapshots(path: string): Snapshots {
  let opened: ReturnType<typeof openFile>;
  try {
    opened = openFile(path);
  } catch {
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
    opened = openFile(path);
  }
  const { database, prepare, commands } = opened;

  /** A snapshot that cannot be read or written is a snapshot less. */
  const orNothing = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch {
      return undefined;
    }
  };

  return {
    load: (stream, decider) =>
      orNothing(() => {
        const row = prepare(
          'select revision, eventId, state from snapshots where stream = ? and decider = ?',
        ).get(stream, decider);
        return row === undefined
          ? undefined
          : {
              revision: Number(row.revision),
              eventId: String(row.eventId),
              state: JSON.parse(String(row.state)),
            };
      }),
    recall: commands.find,
    forget: (stream) => {
      prepare('delete from snapshots where stream = ?').run(stream);
      prepare('delete from commands where stream = ?').run(stream);
    },
    save: (stream, decider, { revision, eventId, state }, recent) => {
      try {
        database.exec('begin immediate');
        prepare('insert or replace into snapshots values (?, ?, ?, ?, ?)').run(
          stream,
          decider,
          revision,
          eventId,
          JSON.stringify(state),
        );
        commands.add(stream, recent);
        database.exec('commit');
        return true;
      } catch {
        if (database.isTransaction) database.exec('rollback');
        return false;
      }
    },
    close: () => database.close(),
  };
}
