import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { backupsIn } from './backupNames.ts';
import type { WorkFolder } from './workFolder.ts';

/**
 * Removes all but the newest backups of a folder; what is no whole backup of ours stays.
 * @returns names of those removed.
 */
export async function rotate(folder: string, keep: number, work: WorkFolder): Promise<string[]> {
  const surplus = (await backupsIn(folder)).slice(keep);
  for (const name of surplus) {
    // Out of sight first: a backup that is half removed must not look like one.
    const doomed = await work.partial('removing');
    await rename(join(folder, name), join(doomed, name));
    await rm(doomed, { recursive: true });
  }
  return surplus;
}
