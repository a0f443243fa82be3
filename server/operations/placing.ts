import { existsSync } from 'node:fs';
import { link, mkdir, rename, rm, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ACCOUNTS_FILE, DRAFTS_FILE } from '../accounts/erasureList.ts';
import { FILES_FOLDER } from '../files/places.ts';
import { LOG_FILE, SECRET_FILE } from './backup.ts';
import { removeDerived } from './disposable.ts';
import { filesBelow, isThere, sync, syncBelow } from './durable.ts';
import { Refusal } from './refusal.ts';
import { areEqual } from './stageBackup.ts';

const RESTORING = '.restoring';

/** What a restore brings, the log last: without it there is nothing that looks like a network. */
const PLACES = [FILES_FOLDER, DRAFTS_FILE, SECRET_FILE, ACCOUNTS_FILE, LOG_FILE];

/**
 * @throws {Refusal} when a restore was cut off while its files were put into place: neither a server nor a backup may
 *   take the half for the whole.
 */
export function assertNotHalfRestored(dataFolder: string): void {
  if (!existsSync(join(dataFolder, RESTORING))) return;
  throw new Refusal(`A restore into ${dataFolder} was cut off: give the restore command again to finish it.`);
}

/** @throws {Refusal} naming everything that a restore would have to overwrite. */
export async function assertVacant(dataFolder: string): Promise<void> {
  const inTheWay: string[] = [];
  for (const name of PLACES) {
    const path = join(dataFolder, name);
    if (name === FILES_FOLDER ? (await filesBelow(path)).length > 0 : await isThere(path)) {
      if (name !== SECRET_FILE) inTheWay.push(name);
    }
  }
  if (inTheWay.length === 0) return;
  throw new Refusal(
    `${dataFolder} is in use: move ${inTheWay.join(', ')} elsewhere first${inTheWay.includes(LOG_FILE) ? ` (with ${LOG_FILE}-wal and ${LOG_FILE}-shm, if they are there)` : ''}, or restore into another DATA_DIR.`,
  );
}

/** @throws {Refusal} where another secret than the backup's is there already. */
export async function assertSameSecret(dataFolder: string, staged: string): Promise<void> {
  const [here, there] = [join(dataFolder, SECRET_FILE), join(staged, SECRET_FILE)];
  if (!((await isThere(here)) && (await isThere(there))) || (await areEqual(here, there))) return;
  throw new Refusal(`${here} is another secret than the backup's: move it elsewhere first.`);
}

/** Puts what was prepared into place. Cut off on the way, it is completed by {@link finishPlacing}. */
export async function place(dataFolder: string, staged: string): Promise<void> {
  await syncBelow(staged);
  await rename(staged, join(dataFolder, RESTORING));
  await sync(dataFolder);
  await finishPlacing(dataFolder);
}

/** @returns whether there was anything to complete. */
export async function finishPlacing(dataFolder: string): Promise<boolean> {
  const staged = join(dataFolder, RESTORING);
  if (!(await isThere(staged))) return false;
  await removeDerived(dataFolder);
  for (const name of PLACES) {
    const from = join(staged, name);
    if (!(await isThere(from))) continue;
    const to = join(dataFolder, name);
    if (name === FILES_FOLDER) await moveFiles(from, to);
    else await moveFile(from, to, name === SECRET_FILE);
  }
  await sync(dataFolder);
  await rm(staged, { recursive: true });
  return true;
}

async function moveFiles(from: string, to: string): Promise<void> {
  for (const path of await filesBelow(from)) {
    await mkdir(dirname(join(to, path)), { recursive: true });
    await rename(join(from, path), join(to, path));
  }
  await syncBelow(to);
}

/** Never over a file that is there, unless it is known to hold the same. */
async function moveFile(from: string, to: string, mayBeThere: boolean): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (!isTaken) throw error;
    if (!mayBeThere && !(await areEqual(from, to)))
      throw new Refusal(`${to} has come into being meanwhile: move it elsewhere, and restore again.`);
  }
  await unlink(from);
}
