import { copyFile, link, mkdir, rm, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hasCode } from '../files/errorCode.ts';
import { isFileId, pathOf } from '../files/places.ts';
import {
  cloneFingerprinted,
  type Fingerprint,
  filesBelow,
  fingerprint,
  isThere,
  syncBelow,
} from './durable.ts';
import { linkWhole } from './linkedFiles.ts';
import { type OnProgress, unheard } from './progress.ts';
import { Refusal } from './refusal.ts';

/** Ids of the files below a folder, each with where it stands there. What is named otherwise is none of ours. */
export async function storedFilesIn(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const path of await filesBelow(folder)) {
    const id = path.split('/').at(-1) ?? '';
    if (isFileId(id) && path === pathOf(id)) files.set(id, join(folder, path));
  }
  return files;
}

/**
 * Copies every file of a folder while servers run. One that is withdrawn meanwhile is left out.
 * @param earlier a folder of earlier copies on the disk of `to`: where one is whole, it gets a second name instead.
 * @returns the copies, by their paths below `to`.
 */
export async function copyStoredFiles(
  from: string,
  to: string,
  onProgress: OnProgress = unheard,
  earlier: string | null = null,
): Promise<({ path: string } & Fingerprint)[]> {
  const paths = await filesBelow(from);
  const copies: ({ path: string } & Fingerprint)[] = [];
  for (const [index, path] of paths.entries()) {
    await mkdir(dirname(join(to, path)), { recursive: true });
    const linked = earlier === null ? null : await linkWhole(join(earlier, path), join(to, path));
    const copied = linked ?? (await cloneFingerprinted(join(from, path), join(to, path)).catch(nullIfAbsent));
    if (copied !== null && (await isThere(join(from, path)))) copies.push({ path, ...copied });
    else await rm(join(to, path), { force: true });
    onProgress({ what: 'copying files', done: index + 1, total: paths.length });
  }
  return copies;
}

/**
 * Brings files that came beside an export into a data folder, after each was checked against its name.
 * @throws {Refusal} naming the first that is damaged; those before it stay, and do no harm.
 */
export async function bringStoredFiles(
  from: string,
  to: string,
  onProgress: OnProgress = unheard,
): Promise<number> {
  const files = await storedFilesIn(from);
  for (const [id, path] of files) {
    if ((await fingerprint(path)).sha256 !== id)
      throw new Refusal(`${path} is damaged: it is not what its name says.`);
  }
  let done = 0;
  for (const [id, path] of files) {
    const place = join(to, pathOf(id));
    await mkdir(dirname(place), { recursive: true });
    if (!(await isThere(place))) {
      await copyFile(path, `${place}.coming`);
      await link(`${place}.coming`, place).catch((error: unknown) => {
        if (!hasCode(error, 'EEXIST')) throw error;
      });
      await rm(`${place}.coming`);
    }
    const now = new Date();
    await utimes(place, now, now);
    onProgress({ what: 'bringing files', done: ++done, total: files.size });
  }
  if (files.size > 0) await syncBelow(to);
  return files.size;
}

function nullIfAbsent(error: unknown): null {
  if (hasCode(error, 'ENOENT')) return null;
  throw error;
}
