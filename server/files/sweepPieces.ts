import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { IncomingFiles } from '../accounts/incomingFiles.ts';
import { hasCode } from './errorCode.ts';
import { folderOfPieces } from './places.ts';

/** What is not whole after so long is thrown away. */
const KEPT_MILLISECONDS = 2 * 86_400_000;

/**
 * Throws away what has not become whole for two days, and pieces that nobody is known to send (any more).
 * @param now UTC milliseconds since 1970.
 * @returns how many files were removed.
 */
export async function sweepPieces(
  dataFolder: string,
  records: Pick<IncomingFiles, 'forgetBefore' | 'ids'>,
  now: number,
): Promise<number> {
  await records.forgetBefore(now - KEPT_MILLISECONDS);
  const folder = folderOfPieces(dataFolder);
  const names = await readdir(folder).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  });
  const known = await records.ids();
  const gone = names.filter((name) => !known.has(name));
  for (const name of gone) await rm(join(folder, name), { force: true });
  return gone.length;
}
