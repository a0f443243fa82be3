import { rmSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { PerhapsKnown } from './perhapsKnown.ts';
import { REMEMBERED_COMMANDS, REMEMBERED_MILLISECONDS, type RememberedCommand } from './recentCommands.ts';

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

const SCHEMA = `
  create table if not exists snapshots (
    stream text primary key, decider text not null, revision integer not null, eventId text not null, state text not null
  ) without rowid;
  create table if not exists commands (
    stream text not null, key text not null, hash text not null, events integer not null, revision integer not null,
    position text not null, at integer not null, primary key (stream, key)
  ) without rowid;
  create index if not exists commandsByRevision on commands (stream, revision);`;

function openFile(path: string): { database: DatabaseSync; saved: PerhapsKnown } {
  const database = new DatabaseSync(path);
  database.exec(`pragma journal_mode = wal; pragma synchronous = off; pragma cache_size = -16000; ${SCHEMA}`);
  const saved = new PerhapsKnown();
  for (const { key } of database.prepare('select key from commands').iterate()) saved.add(String(key));
  return { database, saved };
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
  const { database, saved } = opened;
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string) => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };

  /** A snapshot that cannot be read or written is a snapshot less. */
  const orNothing = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch {
      return undefined;
    }
  };

  const write = (
    stream: string,
    decider: string,
    snapshot: Snapshot,
    commands: Iterable<RememberedCommand>,
  ): void => {
    prepare('insert or replace into snapshots values (?, ?, ?, ?, ?)').run(
      stream,
      decider,
      snapshot.revision,
      snapshot.eventId,
      JSON.stringify(snapshot.state),
    );
    const remember = prepare('insert or replace into commands values (?, ?, ?, ?, ?, ?, ?)');
    let newest = 0;
    for (const { key, hash, events, revision, position, at } of commands) {
      saved.add(key);
      remember.run(stream, key, hash, events, revision, String(position), at);
      newest = Math.max(newest, at);
    }
    prepare(
      `delete from commands where stream = ? and at < ? and revision <=
         (select revision from commands where stream = ? order by revision desc limit 1 offset ?)`,
    ).run(stream, newest - REMEMBERED_MILLISECONDS, stream, REMEMBERED_COMMANDS);
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
    recall: (stream, key) => {
      if (!saved.has(key)) return undefined;
      const row = prepare('select * from commands where stream = ? and key = ?').get(stream, key);
      if (row === undefined) return undefined;
      return {
        key,
        hash: String(row.hash),
        events: Number(row.events),
        revision: Number(row.revision),
        position: BigInt(String(row.position)),
        at: Number(row.at),
      };
    },
    forget: (stream) => {
      prepare('delete from snapshots where stream = ?').run(stream);
      prepare('delete from commands where stream = ?').run(stream);
    },
    save: (stream, decider, snapshot, commands) => {
      try {
        database.exec('begin immediate');
        write(stream, decider, snapshot, commands);
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
