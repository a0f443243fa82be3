import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openSqliteEventStore } from '../eventstore/sqlite/store.ts';
import { type BackupSource, fillBackup, LOG_FILE, moveIntoPlace } from './backup.ts';
import { sync } from './durable.ts';
import { writeExport } from './exportToFile.ts';
import type { Manifest } from './manifest.ts';
import { type OnProgress, unheard } from './progress.ts';
import { Refusal } from './refusal.ts';
import { copyDatabase } from './sqliteCopy.ts';
import { isUnfinished, workIn } from './workFolder.ts';

/**
 * Takes everything along: a backup, its log once more as CloudEvents, and a page that tells how to start elsewhere. All
 * in `folder`, which must be empty or absent; the page comes last.
 * @param now UTC milliseconds.
 * @throws {Refusal} for a folder that holds anything.
 */
export async function leave(
  source: BackupSource,
  folder: string,
  now: number,
  onProgress: OnProgress = unheard,
): Promise<Manifest> {
  await mkdir(folder, { recursive: true });
  const names = (await readdir(folder)).filter((name) => !isUnfinished(name));
  if (names.length > 0) throw new Refusal(`${folder} is not empty: choose another folder.`);
  await using work = await workIn(folder, { isVisited: true });
  const backup = await work.partial('backup');
  const manifest = await fillBackup(source, backup, now, onProgress);
  const rest = await work.partial('leaving');
  await writeLines(backup, rest, manifest, onProgress);
  await writeFile(join(rest, 'README.txt'), readme(manifest));
  await sync(join(rest, 'README.txt'));
  await moveIntoPlace(source, backup, join(folder, 'backup'));
  await rename(join(rest, 'log.jsonl'), join(folder, 'log.jsonl'));
  await rename(join(rest, 'README.txt'), join(folder, 'README.txt'));
  await rm(rest, { recursive: true });
  await sync(folder);
  return manifest;
}

/** From a copy of the backed-up log: opened by itself, its bytes could change. */
async function writeLines(
  backup: string,
  folder: string,
  { log }: Manifest,
  onProgress: OnProgress,
): Promise<void> {
  const copy = join(folder, LOG_FILE);
  copyDatabase(join(backup, LOG_FILE), copy);
  const store = openSqliteEventStore({ path: copy });
  const { digest } = await writeExport(store, join(folder, 'log.jsonl'), onProgress).finally(() =>
    store.close(),
  );
  if (digest !== log.digest) throw new Error('The exported log has another digest than the backup.');
}

const readme = ({ madeAt, program, log }: Manifest): string => `What this is
============

Everything that a Commonwright server knew, taken along on ${madeAt.slice(0, 10)}: its workshops, members, machines,
bookings and all that happened, with the accounts of its people. Keep it as safe as the server itself: it holds their
names, addresses and texts.

  backup/     all of it, ready to start elsewhere
  log.jsonl   what happened, one event a line, in the open format CloudEvents 1.0: for any other program.
              Names, addresses and free texts are not in it. Its photographs and manuals stand in
              backup/files, each under the SHA-256 of its content; an import takes them from a folder
              log.jsonl.files beside it.

How to start elsewhere
======================

1. Install Commonwright (version ${program} or newer) on the other machine, as its README tells.
2. Copy this folder there.
3. Restore it into an empty data folder, with the server stopped:

     DATA_DIR=/path/to/new/data npm run -s admin -- restore --from /path/to/this/folder/backup

4. See that all is well:

     DATA_DIR=/path/to/new/data npm run -s admin -- verify

   It must name this digest, which only the very same history has:

     ${log.digest}   (${log.events} events)

   Only where somebody has been erased since, it is another one, and the restore says so.
5. Start the server: DATA_DIR=/path/to/new/data npm start
   If PUBLIC_URL is another address now, people sign in again; passkeys belong to the old address and are made anew.
`;
