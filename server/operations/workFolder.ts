import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Refusal } from './refusal.ts';

const PARTIAL = '.partial-commonwright-';
const LOCK = '.commonwright.lock';

/** Whether a name is one of ours for work that is not finished, and so is nothing that counts. */
export const isUnfinished = (name: string): boolean => name.startsWith(PARTIAL) || name.startsWith(LOCK);

/** A folder in which this process alone prepares something that appears whole or not at all. */
export interface WorkFolder {
  /** A new empty folder for what is not finished yet. Rename it when it is. */
  partial(what: string): Promise<string>;
  /** Removes what was left unfinished, and lets go. */
  release(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Takes a folder for work, and removes what dead runs left unfinished there. The lock is SQLite's own file lock, which
 * the system lifts when the process ends, however it ends: whoever holds it knows that all else is dead.
 * @param isVisited for a folder that is not the program's own: the lock file goes too when the work is done. It stays
 *   elsewhere, so that nobody ever locks another file of that name.
 * @throws {Refusal} while another process works there.
 */
export async function workIn(folder: string, { isVisited = false } = {}): Promise<WorkFolder> {
  await mkdir(folder, { recursive: true });
  const lock = new DatabaseSync(join(folder, LOCK));
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive');
  } catch {
    lock.close();
    throw new Refusal(`Another process works in ${folder}: wait until it is done.`);
  }
  const clear = async () => {
    for (const name of await readdir(folder)) {
      if (name.startsWith(PARTIAL)) await rm(join(folder, name), { recursive: true, force: true });
    }
  };
  await clear();
  const release = async () => {
    if (!lock.isOpen) return;
    await clear();
    if (isVisited) await rm(join(folder, LOCK), { force: true });
    lock.close();
  };
  return {
    partial: async (what) => {
      const path = join(folder, `${PARTIAL}${what}-${randomBytes(6).toString('hex')}`);
      await mkdir(path, { mode: 0o700 });
      return path;
    },
    release,
    [Symbol.asyncDispose]: release,
  };
}
