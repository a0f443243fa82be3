import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { link, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { EventStore } from '../eventstore/port.ts';
import { isThere, sync, syncBelow } from './durable.ts';
import { exportLog } from './exportLog.ts';
import type { LogDigest } from './logDigest.ts';
import { type OnProgress, unheard } from './progress.ts';
import { Refusal } from './refusal.ts';
import { copyStoredFiles } from './storedFiles.ts';
import { workIn } from './workFolder.ts';

/** Where the files that an export names stand: in a folder beside it. */
export const filesBeside = (path: string): string => `${path}.files`;

export interface Exported extends LogDigest {
  files: number;
}

/**
 * Exports into a new file, and the photographs and manuals into a folder beside it; the file appears last, when all of
 * it is whole.
 * @param files folder of the stored files.
 * @throws {Refusal} when there is such a file or folder.
 */
export async function exportToFile(
  store: EventStore,
  path: string,
  files: string,
  onProgress: OnProgress = unheard,
): Promise<Exported> {
  const taken = new Refusal(`${path} is there already: move it elsewhere, or choose another name.`);
  const beside = filesBeside(path);
  if (await isThere(path)) throw taken;
  if (await isThere(beside)) throw new Refusal(`${beside} is there already: move it elsewhere.`);
  await using work = await workIn(dirname(path), { isVisited: true });
  const folder = await work.partial('export');
  const draft = join(folder, basename(path));
  const log = await writeExport(store, draft, onProgress);
  const copies = await copyStoredFiles(files, join(folder, 'files'), onProgress);
  if (copies.length > 0) {
    await syncBelow(join(folder, 'files'));
    await rename(join(folder, 'files'), beside);
  }
  await link(draft, path).catch((error: unknown) => {
    throw error instanceof Error && 'code' in error && error.code === 'EEXIST' ? taken : error;
  });
  await unlink(draft);
  await sync(dirname(path));
  return { ...log, files: copies.length };
}

/** Writes an export into a file and waits until it is on the disk. */
export async function writeExport(
  store: EventStore,
  path: string,
  onProgress: OnProgress = unheard,
): Promise<LogDigest> {
  const stream = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  const failed = once(stream, 'error').then(([error]) => Promise.reject(error));
  try {
    const log = await Promise.race([exportLog(store, stream, onProgress), failed]);
    stream.end();
    await Promise.race([once(stream, 'close'), failed]);
    await sync(path);
    return log;
  } finally {
    stream.destroy();
  }
}
