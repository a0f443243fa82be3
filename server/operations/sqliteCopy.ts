import { DatabaseSync } from 'node:sqlite';

const PATIENCE_MILLISECONDS = 10_000;

/**
 * A consistent copy of a database that others may be writing to, as of one moment, without what was deleted from it.
 * (`backup()` of node:sqlite starts over at every write of another process, and so never ends on a busy log.)
 */
export function copyDatabase(from: string, to: string): void {
  const database = new DatabaseSync(from, { timeout: PATIENCE_MILLISECONDS });
  try {
    database.prepare('vacuum into ?').run(to);
  } finally {
    database.close();
  }
}

/** Whether SQLite finds the file whole. */
export function isSound(path: string): boolean {
  try {
    const database = new DatabaseSync(path);
    try {
      return database.prepare('pragma integrity_check').get()?.integrity_check === 'ok';
    } finally {
      database.close();
    }
  } catch {
    return false;
  }
}
