import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { ACCOUNTS_FILE } from '../accounts/erasureList.ts';
import { chainDigest, EMPTY_DIGEST } from '../eventstore/digest.ts';
import { type LogLocation, logFile, openLog } from '../eventstore/open.ts';
import { FILES_FOLDER } from '../files/places.ts';
import { appendLog } from './appendLog.ts';
import { LOG_FILE } from './backup.ts';
import { removeDerived } from './disposable.ts';
import { isThere, sync } from './durable.ts';
import { filesBeside } from './exportToFile.ts';
import { digestOf, type LogDigest } from './logDigest.ts';
import { writeLogFile } from './logFile.ts';
import { assertNotHalfRestored } from './placing.ts';
import { type OnProgress, unheard } from './progress.ts';
import { placeReactionsCheckpoint } from './reactionsCheckpoint.ts';
import { readExport } from './readExport.ts';
import { Refusal } from './refusal.ts';
import { claimAllSlots } from './stoppedServers.ts';
import { bringStoredFiles } from './storedFiles.ts';
import { type WorkFolder, workIn } from './workFolder.ts';

export interface ImportOrder {
  /** A file that `export` wrote. */
  from: string;
  target: LogLocation;
  /** Makes an accounts database with empty tables where there is none. */
  createAccounts(path: string): Promise<void>;
  onProgress?: OnProgress;
}

export interface Imported extends LogDigest {
  files: number;
}

/**
 * Imports an export into an empty store: order, ids and revisions are kept, and so is the digest. Reactions will not run
 * over what was imported. Photographs and manuals come from the folder beside it, before the log that names them.
 *
 * The embedded log appears whole or not at all. A cluster is written event by event, after all lines were checked; cut
 * off, the same import given again completes it.
 * @throws {Refusal} for a store that holds anything else, a server that runs, and with each mistake in the file.
 */
export async function importLog(order: ImportOrder): Promise<Imported> {
  const { target } = order;
  if (!(await isThere(order.from))) throw new Refusal(`There is no file ${order.from}.`);
  assertNotHalfRestored(target.dataFolder);
  await using work = await workIn(target.dataFolder);
  const release = claimAllSlots(target.dataFolder);
  try {
    if (target.eventStoreUrl === null && (await isThere(logFile(target.dataFolder))))
      await assertEmpty(target);
    const folder = join(target.dataFolder, FILES_FOLDER);
    const files = await bringStoredFiles(filesBeside(order.from), folder, order.onProgress);
    const log = await (target.eventStoreUrl === null ? intoFile(order, work) : intoCluster(order));
    return { ...log, files };
  } finally {
    release();
  }
}

async function intoFile(order: ImportOrder, work: WorkFolder): Promise<LogDigest> {
  const { from, target, onProgress = unheard } = order;
  const path = logFile(target.dataFolder);
  const draft = join(await work.partial('import'), LOG_FILE);
  const log: LogDigest = { events: 0, digest: EMPTY_DIGEST };
  const writer = writeLogFile(draft);
  try {
    for await (const event of readExport(from)) {
      writer.add(event);
      log.digest = chainDigest(log.digest, event);
      log.events++;
      if (log.events % 1000 === 0) onProgress({ what: 'importing', done: log.events });
    }
  } finally {
    writer.close();
  }
  await sync(draft);
  await removeDerived(target.dataFolder);
  await keepReactionsFrom(order, log.events === 0 ? null : BigInt(log.events));
  await rename(draft, path);
  await sync(target.dataFolder);
  return log;
}

/** The file is checked to its end first: what a cluster has taken it keeps. */
async function intoCluster({ from, target, onProgress = unheard, ...rest }: ImportOrder): Promise<LogDigest> {
  let total = 0;
  for await (const _event of readExport(from)) {
    if (++total % 1000 === 0) onProgress({ what: 'checking the file', done: total });
  }
  const store = openLog(target);
  try {
    const everything = { target: store, checkpoint: BigInt(total), total, onProgress };
    const { checkpoint } = await appendLog(readExport(from), everything);
    await removeDerived(target.dataFolder);
    await keepReactionsFrom({ from, target, ...rest }, checkpoint);
    return await digestOf(store, { onProgress });
  } finally {
    await store.close();
  }
}

/** In place before the log is: reactions must not find one without the other. */
async function keepReactionsFrom(
  { target, createAccounts }: ImportOrder,
  head: bigint | null,
): Promise<void> {
  const accounts = join(target.dataFolder, ACCOUNTS_FILE);
  if (!(await isThere(accounts))) await createAccounts(accounts);
  placeReactionsCheckpoint(accounts, head);
}

async function assertEmpty(target: LogLocation): Promise<void> {
  const store = openLog(target);
  const head = await store.head().finally(() => store.close());
  if (head === null) return;
  throw new Refusal(
    `${logFile(target.dataFolder)} is not empty: an import needs an empty store. Choose another DATA_DIR.`,
  );
}
