import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A place of one server process in the data folder: its own view and snapshot files. */
export interface Slot {
  number: number;
  release(): void;
}

const MAXIMUM_SLOTS = 64;

/** What locks the slots of this process: a database that nobody holds is closed in passing, and its lock with it. */
const locks = new Set<DatabaseSync>();

/**
 * Takes the first free slot. The lock is SQLite's own file lock, which the system lifts when the process ends, however
 * it ends.
 * @throws when all slots are taken.
 */
export function claimSlot(dataFolder: string): Slot {
  const folder = join(dataFolder, 'slots');
  mkdirSync(folder, { recursive: true });
  for (let number = 0; number < MAXIMUM_SLOTS; number++) {
    const database = new DatabaseSync(join(folder, `${number}.lock`));
    try {
      database.exec('pragma locking_mode = exclusive; begin exclusive');
      locks.add(database);
      const release = () => {
        locks.delete(database);
        database.close();
      };
      return { number, release };
    } catch {
      database.close();
    }
  }
  throw new Error(`more than ${MAXIMUM_SLOTS} processes on ${dataFolder}`);
}
