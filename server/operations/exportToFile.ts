import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { link, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { EventStore } from '../eventstore/port.ts';
import { isThere, sync } from './durable.ts';
import { exportLog } from './exportLog.ts';
import type { LogDigest } from './logDigest.ts';
import { type OnProgress, unheard } from './progress.ts';
import { Refusal } from './refusal.ts';
import { workIn } from './workFolder.ts';

/**
 * Exports into a new file, which appears when it is whole.
 * @throws {Refusal} when there is such a file.
 */
export async function exportToFile(
  store: EventStore,
  path: string,
  onProgress: OnProgress = unheard,
): Promise<LogDigest> {
  const taken = new Refusal(`${path} is there already: move it elsewhere, or choose another name.`);
  if (await isThere(path)) throw taken;
  await using work = await workIn(dirname(path), { isVisited: true });
  const draft = join(await work.partial('export'), basename(path));
  const log = await writeExport(store, draft, onProgress);
  await link(draft, path).catch((error: unknown) => {
    throw error instanceof Error && 'code' in error && error.code === 'EEXIST' ? taken : error;
  });
  await unlink(draft);
  await sync(dirname(path));
  return log;
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
