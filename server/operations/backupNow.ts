import { type BackupSource, type MadeBackup, makeBackup } from './backup.ts';
import { type OnProgress, unheard } from './progress.ts';
import { rotate } from './rotation.ts';
import { workIn } from './workFolder.ts';

/** All that one backup needs to know; plain data, so that a worker can be given it. */
export interface BackupOrder {
  source: BackupSource;
  /** Folder in which the backup gets a folder of its own. */
  folder: string;
  /** UTC milliseconds. */
  now: number;
  /** How many backups stay there; null: all. */
  keep: number | null;
}

/**
 * Makes one backup, then removes the surplus of older ones.
 * @throws {Refusal} while another process makes one in the same folder.
 */
export async function backUp(order: BackupOrder, onProgress: OnProgress = unheard): Promise<MadeBackup> {
  const { source, folder, now, keep } = order;
  await using work = await workIn(folder);
  const made = await makeBackup(source, { folder, work, now }, onProgress);
  if (keep !== null) await rotate(folder, keep, work);
  return made;
}
