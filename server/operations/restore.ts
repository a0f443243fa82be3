import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { reapplyErasures } from '../accounts/erasure.ts';
import {
  ACCOUNTS_FILE,
  appendErasure,
  DRAFTS_FILE,
  ERASURE_LIST,
  type Erasure,
  readErasures,
} from '../accounts/erasureList.ts';
import { openLog } from '../eventstore/open.ts';
import type { EventStore } from '../eventstore/port.ts';
import { openSqliteEventStore } from '../eventstore/sqlite/store.ts';
import { appendErasures, erasedButPresent, isFromRestore } from './appendErasures.ts';
import { appendLog } from './appendLog.ts';
import { type BackupSource, erasureLists, LOG_FILE } from './backup.ts';
import { isThere } from './durable.ts';
import { eventsOf } from './eventsOf.ts';
import { digestOf, type LogDigest } from './logDigest.ts';
import type { Manifest } from './manifest.ts';
import { assertSameSecret, assertVacant, finishPlacing, place } from './placing.ts';
import { type OnProgress, unheard } from './progress.ts';
import { placeReactionsCheckpoint, reactionsCheckpoint } from './reactionsCheckpoint.ts';
import { Refusal } from './refusal.ts';
import { stageBackup } from './stageBackup.ts';
import { claimAllSlots } from './stoppedServers.ts';
import { workIn } from './workFolder.ts';

export interface RestoreOrder {
  /** A folder that `backup` made. */
  from: string;
  /** Where it is restored to. */
  target: BackupSource;
  clock(): number;
  /** Makes an accounts database with empty tables, for a backup that has none. */
  createAccounts(path: string): Promise<void>;
  onProgress?: OnProgress;
}

export type Restored =
  | {
      outcome: 'restored';
      manifest: Manifest;
      /** Of the log as it stands now; equal to the manifest's when nobody had to be erased anew. */
      log: LogDigest;
      /** Members whose erasure the older log did not know. */
      erasedAnew: number;
      notes: string[];
    }
  /** An earlier restore was cut off at its very end, and has been finished. */
  | { outcome: 'finishedEarlier' };

/**
 * Restores a backup into a data folder that holds no log and no accounts, and into an empty event store where the log
 * stands there. Erasures that this folder, the backup folder or the backup itself know are carried out again.
 * @throws {Refusal} for anything that would be overwritten, and for a backup that is not whole. Nothing is changed then.
 */
export async function restore(order: RestoreOrder): Promise<Restored> {
  const { from, target, clock, onProgress = unheard } = order;
  const { dataFolder, eventStoreUrl } = target;
  await mkdir(dataFolder, { recursive: true });
  await using work = await workIn(dataFolder);
  const release = claimAllSlots(dataFolder);
  try {
    if (await finishPlacing(dataFolder)) return { outcome: 'finishedEarlier' };
    await assertVacant(dataFolder);

    const lists = [...erasureLists(target), join(from, ERASURE_LIST), join(dirname(from), ERASURE_LIST)];
    const erasures = unique((await Promise.all([...new Set(lists)].map(readErasures))).flat());
    const staged = await work.partial('restore');
    const manifest = await stageBackup(from, staged, erasures, onProgress);
    await assertSameSecret(dataFolder, staged);

    const source = openSqliteEventStore({ path: join(staged, LOG_FILE) });
    await using opened = new AsyncDisposableStack();
    opened.defer(() => source.close());
    assertEqual(
      await digestOf(source, { onProgress }),
      manifest.log,
      `The backup ${from} is damaged: its log`,
    );

    const accounts = join(staged, ACCOUNTS_FILE);
    const hadAccounts = await isThere(accounts);
    if (!hadAccounts) await order.createAccounts(accounts);
    await reapplyErasures(accounts, lists);
    const drafts = join(staged, DRAFTS_FILE);
    if (await isThere(drafts)) await reapplyErasures(drafts, lists);

    const head = await source.head();
    // Accounts may be newer than the log; and reactions that nobody can tell of count as run.
    let checkpoint = hadAccounts ? earlier(reactionsCheckpoint(accounts), head) : head;
    let store: EventStore = source;
    if (eventStoreUrl !== null) {
      store = openLog(target);
      opened.defer(() => store.close());
      const erased = erasures.map(({ memberId }) => memberId);
      const mayFollow = (event: Parameters<typeof isFromRestore>[0]) => isFromRestore(event, erased);
      const total = manifest.log.events;
      const written = { target: store, checkpoint, mayFollow, total, onProgress };
      checkpoint = (await appendLog(eventsOf(source), written)).checkpoint;
      const found = await digestOf(store, { most: total, onProgress });
      assertEqual(found, manifest.log, 'What the event store holds now');
    }
    const present = await erasedButPresent(store, erasures);
    const views = await work.partial('views');
    const notes = present.length > 0 ? await appendErasures(store, views, present, clock) : [];
    const log = present.length > 0 ? await digestOf(store, { onProgress }) : manifest.log;
    await opened.disposeAsync();
    if (await isThere(join(staged, `${LOG_FILE}-wal`))) throw new Error('The restored log is still in use.');

    placeReactionsCheckpoint(accounts, checkpoint);
    if (eventStoreUrl !== null) await removeLog(staged);
    await rememberErasures(dataFolder, erasures);
    await place(dataFolder, staged);
    return { outcome: 'restored', manifest, log, erasedAnew: present.length, notes };
  } finally {
    release();
  }
}

function assertEqual(found: LogDigest, told: LogDigest, what: string): void {
  if (found.digest === told.digest && found.events === told.events) return;
  throw new Refusal(
    `${what} has ${found.events} events and the digest ${found.digest}, not ${told.events} and ${told.digest}.`,
  );
}

const earlier = (one: bigint | null, other: bigint | null): bigint | null =>
  one === null || other === null ? null : one < other ? one : other;

function unique(erasures: readonly Erasure[]): Erasure[] {
  return [...new Map(erasures.map((erasure) => [JSON.stringify(erasure), erasure])).values()];
}

async function removeLog(staged: string): Promise<void> {
  for (const suffix of ['', '-wal', '-shm']) await rm(join(staged, `${LOG_FILE}${suffix}`), { force: true });
}

/** What the backup knew of erasures is known here from now on. */
async function rememberErasures(dataFolder: string, erasures: readonly Erasure[]): Promise<void> {
  const known = new Set(
    (await readErasures(join(dataFolder, ERASURE_LIST))).map((line) => JSON.stringify(line)),
  );
  for (const erasure of erasures)
    if (!known.has(JSON.stringify(erasure))) await appendErasure(dataFolder, erasure);
}
