import { link, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { FILES_FOLDER, isFileId } from '../files/places.ts';
import { backupsIn } from './backupNames.ts';
import { type Fingerprint, fingerprint } from './durable.ts';

/** Where the newest backup of a folder keeps its files; null where there is none. */
export async function filesOfNewestBackup(folder: string): Promise<string | null> {
  const [newest] = await backupsIn(folder);
  return newest === undefined ? null : join(folder, newest, FILES_FOLDER);
}

/**
 * Gives a copy that an earlier backup holds a second name, which takes no room: what is named by its content never
 * changes. All backups then share one copy, so it is read through first: a damaged one is never passed on.
 * @param from the earlier copy. @param to where it is to stand besides.
 * @returns null, and nothing stands there, where the earlier copy is missing, is damaged or cannot be linked to (another
 *   disk, or one that knows no links).
 */
export async function linkWhole(from: string, to: string): Promise<Fingerprint | null> {
  if (!isFileId(basename(from))) return null;
  try {
    // Read by its new name: nobody can put another file there meanwhile.
    await link(from, to);
  } catch {
    return null;
  }
  const held = await fingerprint(to).catch(() => null);
  if (held?.sha256 === basename(from)) return held;
  await rm(to, { force: true });
  return null;
}
