import type { AccountsDatabase } from './database.ts';
import type { AccountsLog } from './signIn.ts';

/** How often another process's changes are looked for, in milliseconds. */
const POLL_MS = 250;

export interface Evictions {
  /** Forgets at once whatever was revoked until now, by anybody. */
  catchUp(): void;
  close(): void;
}

/**
 * Tells the caches of this process which sessions and keys have ended or changed, in this process or another.
 * Triggers in the database write them down; a look costs one number (`data_version`) while nothing has changed.
 */
export function watchEvictions(
  database: AccountsDatabase,
  forget: (subject: string) => void,
  log: AccountsLog,
): Evictions {
  const { reader } = database;
  const version = reader.prepare('pragma data_version');
  const newest = reader.prepare(
    "select coalesce(max(seq), 0) as id from sqlite_sequence where name = 'evictions'",
  );
  const after = reader.prepare('select id, subject from evictions where id > ? order by id');
  let last = Number(newest.get()?.id ?? 0);
  let seen: unknown;
  const catchUp = () => {
    const current = version.get()?.data_version;
    if (current === seen) return;
    for (const row of after.all(last)) {
      forget(String(row.subject));
      last = Number(row.id);
    }
    seen = current;
  };
  const tick = () => {
    try {
      catchUp();
    } catch {
      // The next look, or the 30 seconds, will tell.
      log('warn', 'Revoked sessions could not be looked up.');
    }
  };
  const timer = setInterval(tick, POLL_MS).unref();
  return { catchUp, close: () => clearInterval(timer) };
}
