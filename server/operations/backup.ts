import { rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { reapplyErasures } from '../accounts/erasure.ts';
import { ACCOUNTS_FILE, DRAFTS_FILE, ERASURE_LIST, readErasures } from '../accounts/erasureList.ts';
import { type LogLocation, logFile } from '../eventstore/open.ts';
import type { EventStore } from '../eventstore/port.ts';
import { openSqliteEventStore } from '../eventstore/sqlite/store.ts';
import { FILES_FOLDER } from '../files/places.ts';
import { nameOfBackup } from './backupNames.ts';
import { copyFingerprinted, fingerprint, isThere, sync, syncBelow } from './durable.ts';
import { eventsOf, openExistingLog } from './eventsOf.ts';
import { filesOfNewestBackup } from './linkedFiles.ts';
import { digestOf } from './logDigest.ts';
import { writeLogFile } from './logFile.ts';
import { MANIFEST, type Manifest, newManifest } from './manifest.ts';
import { type OnProgress, unheard } from './progress.ts';
import { copyDatabase } from './sqliteCopy.ts';
import { copyStoredFiles } from './storedFiles.ts';
import type { WorkFolder } from './workFolder.ts';

/** What a backup is made of: the log and the data folder, and where lists of erasures stand besides. */
export interface BackupSource extends LogLocation {
  /** Folder of the nightly backups, whose list of erasures counts too. */
  backupFolder: string;
}

/** Everything in the data folder besides the log and the accounts that must not be lost. */
export const SECRET_FILE = 'secret';
export const LOG_FILE = 'log.db';

export interface MadeBackup {
  path: string;
  manifest: Manifest;
}

/**
 * Makes a backup in a folder of its own below `work`'s folder, named by the time, while servers run. It appears whole
 * or not at all.
 * @param now UTC milliseconds.
 */
export async function makeBackup(
  source: BackupSource,
  target: { folder: string; work: WorkFolder; now: number },
  onProgress: OnProgress = unheard,
): Promise<MadeBackup> {
  const partial = await target.work.partial('backup');
  const earlierFiles = await filesOfNewestBackup(target.folder);
  const manifest = await fillBackup(source, partial, target.now, onProgress, earlierFiles);
  let at = target.now;
  while (await isThere(join(target.folder, nameOfBackup(at)))) at += 1000;
  const path = join(target.folder, nameOfBackup(at));
  await moveIntoPlace(source, partial, path);
  return { path, manifest };
}

/**
 * Renames a filled folder to its place. Somebody may have been erased in between, whose erasure found no copy under
 * this name yet: so their names are looked for once more.
 */
export async function moveIntoPlace(source: BackupSource, partial: string, path: string): Promise<void> {
  await rename(partial, path);
  await sync(dirname(path));
  for (const name of [ACCOUNTS_FILE, DRAFTS_FILE]) {
    const copy = join(path, name);
    if (await isThere(copy)) await reapplyErasures(copy, await newerLists(source, path));
  }
}

/** The lists, unless they say nothing that the backup's own list does not say. */
async function newerLists(source: BackupSource, path: string): Promise<string[]> {
  const known = (await readErasures(join(path, ERASURE_LIST))).length;
  const lines = await Promise.all(erasureLists(source).map(readErasures));
  return lines.flat().length > known ? erasureLists(source) : [];
}

export const erasureLists = ({ dataFolder, backupFolder }: BackupSource): string[] =>
  [...new Set([dataFolder, backupFolder])].map((folder) => join(folder, ERASURE_LIST));

/**
 * Fills an empty folder with a backup: the log first, so that what it names (accounts, texts, files) is copied after it
 * and is there. All of it is on the disk when this resolves.
 * @param earlierFiles the files of an earlier backup on the same disk: those that are still whole are linked to.
 */
export async function fillBackup(
  source: BackupSource,
  folder: string,
  now: number,
  onProgress: OnProgress,
  earlierFiles: string | null = null,
): Promise<Manifest> {
  const log = join(folder, LOG_FILE);
  await copyLog(source, log, onProgress);
  const copied = openSqliteEventStore({ path: log });
  const { events, digest } = await digestOf(copied, { onProgress }).finally(() => copied.close());
  const files = [{ path: LOG_FILE, ...(await fingerprint(log)) }];

  onProgress({ what: 'copying the accounts', done: 0 });
  for (const [name, copy] of [
    [ACCOUNTS_FILE, copyAccounts],
    [DRAFTS_FILE, copyAccounts],
  ] as const) {
    const from = join(source.dataFolder, name);
    if (!(await isThere(from))) continue;
    await copy(from, join(folder, name), source);
    files.push({ path: name, ...(await fingerprint(join(folder, name))) });
  }
  const secret = join(source.dataFolder, SECRET_FILE);
  if (await isThere(secret)) {
    files.push({ path: SECRET_FILE, ...(await copyFingerprinted(secret, join(folder, SECRET_FILE))) });
  }
  const [from, to] = [join(source.dataFolder, FILES_FOLDER), join(folder, FILES_FOLDER)];
  for (const { path, ...held } of await copyStoredFiles(from, to, onProgress, earlierFiles)) {
    files.push({ path: `${FILES_FOLDER}/${path}`, ...held });
  }
  await writeErasures(source, join(folder, ERASURE_LIST));

  const manifest = newManifest({ madeAt: new Date(now).toISOString(), log: { events, digest }, files });
  await writeFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  await syncBelow(folder);
  return manifest;
}

/** The embedded log is copied as it is; a cluster's is streamed into a file of the same form. */
async function copyLog(source: BackupSource, to: string, onProgress: OnProgress): Promise<void> {
  const store = openExistingLog(source);
  try {
    if (source.eventStoreUrl === null) {
      onProgress({ what: 'copying the log', done: 0 });
      copyDatabase(logFile(source.dataFolder), to);
    } else await streamLog(store, to, onProgress);
  } finally {
    await store.close();
  }
}

/** Positions are kept, so that checkpoints that speak of them still do. */
async function streamLog(store: EventStore, to: string, onProgress: OnProgress): Promise<void> {
  const head = await store.head();
  const writer = writeLogFile(to);
  try {
    if (head === null) return;
    for await (const event of eventsOf(store, { through: head })) {
      writer.add(event);
      if (writer.events % 1000 === 0) onProgress({ what: 'copying the log', done: writer.events });
    }
  } finally {
    writer.close();
  }
}

/** Under its own name only when nobody's erased data is in it: whoever erases meanwhile looks for that name. */
async function copyAccounts(from: string, to: string, source: BackupSource): Promise<void> {
  const draft = `${to}.copying`;
  copyDatabase(from, draft);
  await reapplyErasures(draft, erasureLists(source));
  await rename(draft, to);
}

/** What is known of erasures travels along: where it is restored, still older backups may be too. */
async function writeErasures(source: BackupSource, to: string): Promise<void> {
  const lines = (await Promise.all(erasureLists(source).map(readErasures))).flat();
  await writeFile(to, lines.map((line) => `${JSON.stringify(line)}\n`).join(''), { mode: 0o600 });
}
