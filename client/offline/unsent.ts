import { computed, signal } from '@preact/signals';
import { z } from 'zod';
import type { CommandReply } from '../../shared/commandReply.ts';
import { type CommandMethod, command } from '../api.ts';
import { t } from '../catalogue/text.ts';
import { online } from '../connection.ts';
import { failureText } from '../failureText.ts';
import { outcomeUnknown, RequestFailed } from '../problem.ts';
import { asThere, nowThere } from '../serverClock.ts';
import { account, accountElsewhere } from './account.ts';
import { done, type StoreName, storeOf, together } from './database.ts';
import { isSignedInAs } from './isSignedInAs.ts';
import { type FileToKeep, keptFile, putFiles } from './keptFiles.ts';
import { waitsFor, withMade } from './madeBy.ts';
import { NotKept } from './notKept.ts';

const unsentRow = z.object({
  /** Its place in the row; given by the browser. */
  place: z.number(),
  account: z.string(),
  commandId: z.string(),
  method: z.enum(['post', 'put', 'delete']),
  path: z.string(),
  /** Keys of `files` stand where their ids will be. */
  body: z.unknown(),
  ifMatch: z.union([z.string(), z.number()]).nullable(),
  /** What it is, as the person reads it: `Fault of the laser: lens cracked`. */
  what: z.string(),
  /** The page on which it was written. */
  page: z.string(),
  at: z.number(),
  /** The server's sentence where it refused; null while it waits. */
  refusal: z.string().nullable(),
  /** What must be sent before it. */
  files: z.array(keptFile).default([]),
  /** How often the server failed over it. */
  tries: z.number().default(0),
});
export type Unsent = z.infer<typeof unsentRow>;

const rows = signal<readonly Unsent[]>([]);

/** What the present account has written here and the server has not taken, in the order of writing. */
export const unsent = computed(() => rows.value.filter((row) => row.account === account.value));

/** Bytes of photographs and sounds among it. */
export const unsentBytes = computed(() => sumOfBytes(unsent.value));

/** The one that is on its way now; null where none is. */
export const sendingNow = signal<number | null>(null);

const sumOfBytes = (of: readonly Unsent[]) =>
  of.flatMap(({ files }) => files).reduce((sum, { bytes }) => sum + bytes, 0);

/** A command as it was to be given. */
export interface Waiting {
  commandId: string;
  method: CommandMethod;
  path: string;
  body: unknown;
  ifMatch: number | string | null;
  what: string;
  files?: readonly FileToKeep[];
}

/** What waits in this browser at most, of all accounts together. */
const MOST_ROWS = 2000;
const MOST_BYTES = 1_000_000_000;
/** So often the server may fail over one before the next are sent without it. */
const MOST_TRIES = 5;

/** A server is not so exact about the time, milliseconds. */
const CLOCKS_DIFFER = 60_000;

const LOCK = 'commonwright-unsent';

/** What commands of this tab have made since it was opened, by their ids. */
const made = new Map<string, string>();

type SentListener = (row: Unsent, reply: CommandReply) => void;
const listeners = new Set<SentListener>();

/** Hears of each that the server has taken. @returns ends it. */
export function whenSent(listener: SentListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Reads what waits in this browser. Never throws. */
export async function readUnsent(): Promise<void> {
  try {
    const kept: unknown[] = await done((await storeOf('unsent', 'readonly')).getAll());
    rows.value = kept.flatMap((each) => {
      const read = unsentRow.safeParse(each);
      return read.success ? [read.data] : [];
    });
  } catch {
    rows.value = [];
  }
}

/**
 * Puts a command at the end of the row, with its files, all or nothing.
 * @throws {NotKept} where this browser keeps nothing or has no room for it.
 */
export async function keepUnsent({ files = [], ...waiting }: Waiting, now: number): Promise<void> {
  const bytes = files.reduce((sum, { blob }) => sum + blob.size, 0);
  if (rows.value.length >= MOST_ROWS || sumOfBytes(rows.value) + bytes > MOST_BYTES)
    throw new NotKept('full', null);
  const before = waitsFor(waiting);
  const id = before === null ? undefined : made.get(before);
  const row = {
    ...(before === null || id === undefined ? waiting : withMade(waiting, before, id)),
    account: account.value,
    page: `${location.pathname}${location.search}`,
    at: now,
    refusal: null,
    files: files.map(({ key, kind, blob }) => ({ key, kind, bytes: blob.size })),
    tries: 0,
  };
  try {
    await together(['unsent', 'files'], async (store) => {
      await putFiles(store('files'), row.account, files);
      await done(store('unsent').add(row));
    });
  } catch (error) {
    const full = error instanceof DOMException && error.name === 'QuotaExceededError';
    throw new NotKept(full ? 'full' : 'unable', error);
  }
  if (files.length > 0) mayStay();
  await readUnsent();
}

/** Asks the browser not to clear what is kept when its disk runs full. */
function mayStay(): void {
  navigator.storage?.persist?.().catch(() => undefined);
}

/** Lets one go, with its files and with what waits for it: it is never sent. */
export async function dropUnsent(place: number): Promise<void> {
  const row = rows.value.find((each) => each.place === place);
  const dropped = row ? [row, ...rows.value.filter((each) => waitsFor(each) === row.commandId)] : [];
  await together(['unsent', 'files'], async (store) => {
    await done(store('unsent').delete(place));
    for (const each of dropped) await removeFrom(store, each);
  });
  await readUnsent();
}

async function removeFrom(store: (name: StoreName) => IDBObjectStore, row: Unsent): Promise<void> {
  await done(store('unsent').delete(row.place));
  for (const { key } of row.files) await done(store('files').delete(key));
}

/** The server has taken it: it goes, and what waits for its id gets it, both or neither. */
async function settle(row: Unsent, reply: CommandReply): Promise<void> {
  await together(['unsent', 'files'], async (store) => {
    await removeFrom(store, row);
    const kept: unknown[] = await done(store('unsent').getAll());
    for (const each of kept) {
      const read = unsentRow.safeParse(each);
      if (!read.success || waitsFor(read.data) !== row.commandId) continue;
      await done(store('unsent').put(withMade(read.data, row.commandId, reply.id)));
    }
  });
  await readUnsent();
}

/** Lets go of all that an account has written, as it signs out. */
export async function dropAllUnsent(): Promise<void> {
  for (const { place } of unsent.value) await dropUnsent(place).catch(() => undefined);
}

/** Changes one that is still kept. */
export async function changeUnsent(
  place: number,
  to: Partial<Pick<Unsent, 'refusal' | 'tries' | 'files' | 'body'>>,
): Promise<void> {
  await together(['unsent'], async (store) => {
    const kept: unknown = await done(store('unsent').get(place));
    if (typeof kept === 'object' && kept !== null) await done(store('unsent').put({ ...kept, ...to }));
  });
  await readUnsent();
}

/** Sends a refused one once more, as it stands. */
export async function sendAgain(row: Unsent): Promise<void> {
  await changeUnsent(row.place, { refusal: null, tries: 0 });
  await sendUnsent();
}

/** Written down by a clock that is ahead, what happened would lie in the server's future: it is set right. */
function inServerTime(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('at' in body) || typeof body.at !== 'string')
    return body;
  const at = Date.parse(body.at);
  return at > nowThere() + CLOCKS_DIFFER
    ? { ...body, at: new Date(Math.min(asThere(at), nowThere())).toISOString() }
    : body;
}

/** The body with its files sent. What sends them is fetched with the first. @throws {RequestFailed} */
async function bodyToSend({ body, files }: Unsent): Promise<unknown> {
  if (files.length === 0) return body;
  const sending = await import('./sendKeptFiles.ts').catch(() => {
    online.value = false;
    throw new RequestFailed('offline', 0);
  });
  return sending.sendKeptFiles(body, files);
}

/** Sends one. False where the connection or the session is gone: then the rest waits too. */
async function sendOne(row: Unsent): Promise<boolean> {
  const { place, method, path, ifMatch, commandId } = row;
  sendingNow.value = place;
  try {
    const body = inServerTime(row.body);
    // Kept as it is sent: a repeat must say the same.
    if (body !== row.body) await changeUnsent(place, { body });
    const reply = await command(method, path, await bodyToSend({ ...row, body }), { ifMatch, commandId });
    made.set(commandId, reply.id);
    await settle(row, reply);
    for (const listener of listeners) listener(row, reply);
    return true;
  } catch (error) {
    if (error instanceof NotKept) return refused(place, t.offline.fileGone);
    if (!(error instanceof RequestFailed)) throw error;
    if (error.kind === 'not-signed-in') return false;
    if (!outcomeUnknown(error)) return refused(place, failureText(error));
    // The server stumbles over this very one: the others shall not wait for it.
    if (error.kind !== 'internal') return false;
    if (row.tries + 1 >= MOST_TRIES) return refused(place, failureText(error));
    await changeUnsent(place, { tries: row.tries + 1 });
    return false;
  } finally {
    sendingNow.value = null;
  }
}

async function refused(place: number, refusal: string): Promise<true> {
  await changeUnsent(place, { refusal });
  return true;
}

/** Neither refused nor behind one that was. */
const canBeSent = (row: Unsent) => row.refusal === null && waitsFor(row) === null;

/** Whether one waits that the server has not refused. */
export const somethingWaits = () => unsent.value.some(canBeSent);

/** What it belongs to is neither kept nor was it sent from here: another tab has dropped it. */
async function refuseOrphans(): Promise<void> {
  const waiting = new Set(unsent.value.map(({ commandId }) => commandId));
  for (const row of unsent.value) {
    const before = waitsFor(row);
    if (before !== null && row.refusal === null && !waiting.has(before))
      await refused(row.place, t.offline.orphan);
  }
}

async function sendInOrder(): Promise<number> {
  let sent = 0;
  let last = -1;
  await readUnsent();
  if (!somethingWaits()) return 0;
  if (!(await isSignedInAs(account.value))) return 0;
  for (;;) {
    // Another tab may have let somebody else in meanwhile, and more may have been written.
    if (accountElsewhere() !== account.value) break;
    await refuseOrphans();
    const next = unsent.value.find((row) => canBeSent(row) && row.place > last);
    if (!next || !(await sendOne(next))) break;
    last = next.place;
    sent += 1;
    await readUnsent();
  }
  return sent;
}

let running: Promise<number> | null = null;
/** Somebody asked while it was under way: what was written in between must not wait for the next occasion. */
let askedAgain = false;

/**
 * Sends what waits, in order, one after the other; a repeat carries its old id and is carried out once. One tab does it
 * at a time. Resolves to how many the server has answered.
 */
export function sendUnsent(): Promise<number> {
  askedAgain = running !== null;
  running ??= sendAll().finally(() => {
    running = null;
  });
  return running;
}

async function sendAll(): Promise<number> {
  let sent = 0;
  do {
    askedAgain = false;
    sent += await (navigator.locks ? navigator.locks.request(LOCK, sendInOrder) : sendInOrder());
  } while (askedAgain);
  return sent;
}
