import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ACCOUNTS_FILE, DRAFTS_FILE, type Erasure } from '../accounts/erasureList.ts';
import { copyFingerprinted } from './durable.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { type OnProgress, unheard } from './progress.ts';
import { Refusal } from './refusal.ts';
import { isSound } from './sqliteCopy.ts';

/** An erasure notes its intention before it comes to the backups; between the two lie seconds. */
const ERASING_MILLISECONDS = 10 * 60_000;

/**
 * Copies a backup's files into `to` and checks each against the manifest. The accounts may differ where somebody was
 * erased since: the erasure reached into them.
 * @throws {Refusal} naming the first file that is missing or damaged.
 */
export async function stageBackup(
  from: string,
  to: string,
  erasures: readonly Erasure[],
  onProgress: OnProgress = unheard,
): Promise<Manifest> {
  const manifest = await readManifest(from);
  const since = Date.parse(manifest.madeAt) - ERASING_MILLISECONDS;
  const erasedSince = erasures.some(({ at }) => Date.parse(at) >= since);
  for (const [index, { path, bytes, sha256 }] of manifest.files.entries()) {
    const copy = join(to, path);
    await mkdir(dirname(copy), { recursive: true });
    const found = await copyFingerprinted(join(from, path), copy).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
        throw new Refusal(`The backup ${from} is not whole: ${path} is missing.`);
      throw error;
    });
    onProgress({ what: 'copying the backup', done: index + 1, total: manifest.files.length });
    if (found.bytes === bytes && found.sha256 === sha256) continue;
    const isPersonal = path === ACCOUNTS_FILE || path === DRAFTS_FILE;
    if (isPersonal && erasedSince && isSound(copy)) continue;
    throw new Refusal(`The backup ${from} is damaged: ${path} is not what was backed up.`);
  }
  return manifest;
}

/** Whether two small files hold the same. */
export async function areEqual(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([readFile(one), readFile(other)]);
  return first.equals(second);
}
