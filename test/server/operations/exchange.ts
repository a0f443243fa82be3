import { join } from 'node:path';
import type { BackupSource } from '../../../server/operations/backup.ts';
import { exportToFile } from '../../../server/operations/exportToFile.ts';
import { importLog } from '../../../server/operations/importLog.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import { accountsOf, openedLog } from './region.ts';

/** The log of a place as a file of CloudEvents. */
export async function exported(place: BackupSource): Promise<string> {
  await using opened = openedLog(place);
  const file = join(await temporaryFolder(), 'log.jsonl');
  await exportToFile(opened.store, file, join(place.dataFolder, 'files'));
  return file;
}

export const importInto = (target: BackupSource, from: string) =>
  importLog({
    from,
    target,
    createAccounts: async () => (await accountsOf(target)).close(),
  });
