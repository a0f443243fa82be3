import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable } from '../port.ts';
import { unavailable } from './errors.ts';

/** Marks the file as a Commonwright log ("CWlg"), so that no other database is taken for one. */
const APPLICATION_ID = 0x43576c67;
const SCHEMA_VERSION = 1;
const OPENING_TIMEOUT_MILLISECONDS = 5000;

/**
 * Stream names stand once, in a small table; events hold a number. With names in the unique index an insert becomes
 * twice as slow at a million events. The index on ids is not unique: at the head the same event may be written again.
 */
const schema = `
  create table streams (
    id integer primary key,
    name text not null unique
  ) strict;
  create table events (
    position integer primary key,
    stream_id integer not null,
    revision integer not null,
    id blob not null,
    type text not null,
    data text not null,
    metadata text not null
  ) strict;
  create unique index events_by_revision on events (stream_id, revision);
  create index events_by_id on events (stream_id, id);
  pragma application_id = ${APPLICATION_ID};
  pragma user_version = ${SCHEMA_VERSION};
`;

/**
 * Opens the log's file, and makes it where there is none. Every commit is on the disk before it returns; no call
 * waits for another process's lock.
 * @throws {StoreUnavailable} when the file cannot be opened, or is no log of this version.
 */
export function openLogDatabase(path: string): DatabaseSync {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const database = new DatabaseSync(path, { timeout: OPENING_TIMEOUT_MILLISECONDS });
    try {
      prepare(database, path);
    } catch (error) {
      database.close();
      throw error;
    }
    return database;
  } catch (error) {
    throw unavailable(error, `The event log ${path} cannot be opened`);
  }
}

function prepare(database: DatabaseSync, path: string): void {
  database.exec(`
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma cache_size = -65536;
    pragma wal_autocheckpoint = 20000;
  `);
  database.exec('begin immediate');
  try {
    const version = pragma(database, 'user_version');
    const application = pragma(database, 'application_id');
    if (version === 0 && application === 0) database.exec(schema);
    else if (application !== APPLICATION_ID) throw new StoreUnavailable(`${path} is no event log.`);
    else if (version !== SCHEMA_VERSION) {
      throw new StoreUnavailable(
        `The event log ${path} has schema ${version}; this release reads ${SCHEMA_VERSION}.`,
      );
    }
    database.exec('commit');
  } catch (error) {
    if (database.isTransaction) database.exec('rollback');
    throw error;
  }
  database.exec('pragma busy_timeout = 0');
}

function pragma(database: DatabaseSync, name: string): unknown {
  return database.prepare(`pragma ${name}`).get()?.[name];
}
