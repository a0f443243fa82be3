import { signal } from '@preact/signals';
import type { CommandReply } from '../../shared/commandReply.ts';
import { command } from '../api.ts';
import { t } from '../catalogue/text.ts';
import { online } from '../connection.ts';
import { failureText } from '../failureText.ts';
import { outcomeUnknown, RequestFailed } from '../problem.ts';
import { account, accountElsewhere } from './account.ts';
import { behindRefused } from './behind.ts';
import { inServerTime } from './inServerTime.ts';
import { isSignedInAs } from './isSignedInAs.ts';
import { named } from './labelled.ts';
import { settle } from './leaveRow.ts';
import { waitsFor } from './madeBy.ts';
import { rememberMade } from './madeHere.ts';
import { NotKept } from './notKept.ts';
import { offerOf } from './offer.ts';
import { changeUnsent, readUnsent, type Unsent, unsent } from './unsent.ts';

/** So often the server may fail over one before the next are sent without it. */
const MOST_TRIES = 5;
const LOCK = 'commonwright-unsent';

/** The one that is on its way now; null where none is. */
export const sendingNow = signal<number | null>(null);

type SentListener = (row: Unsent, reply: CommandReply) => void;
const listeners = new Set<SentListener>();

/** Hears of each that the server has taken. @returns ends it. */
export function whenSent(listener: SentListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Neither refused nor behind one that was, nor behind what makes what it speaks of. */
const canBeSent = (row: Unsent) =>
  row.refusal === null && waitsFor(row) === null && behindRefused(row, unsent.value) === null;

/** Whether one waits that nothing but a connection is missing for. */
export const somethingWaits = () => unsent.value.some(canBeSent);

/** The body with its files sent. What sends them is fetched with the first. @throws {RequestFailed} */
async function bodyToSend({ body, files }: Unsent): Promise<unknown> {
  if (files.length === 0) return body;
  const sending = await import('./sendKeptFiles.ts').catch(() => {
    online.value = false;
    throw new RequestFailed('offline', 0);
  });
  return sending.sendKeptFiles(body, files);
}

/** As it is sent: with the ids of things by their codes, in the server's time. Kept so: a repeat must say the same. */
async function readyRow(kept: Unsent): Promise<Unsent> {
  const found = await named(kept);
  const row = { ...found, body: inServerTime(found.body) };
  if (found !== kept || row.body !== kept.body)
    await changeUnsent(kept.place, { path: row.path, body: row.body });
  return row;
}

/** Sends one. False where the connection or the session is gone: then the rest waits too. */
async function sendOne(kept: Unsent): Promise<boolean> {
  const { place, method, ifMatch, commandId } = kept;
  sendingNow.value = place;
  try {
    const row = await readyRow(kept);
    const reply = await command(method, row.path, await bodyToSend(row), { ifMatch, commandId });
    rememberMade(commandId, reply.id);
    await settle(row, reply);
    for (const listener of listeners) listener(row, reply);
    return true;
  } catch (error) {
    if (error instanceof NotKept) return refused(place, t.offline.fileGone);
    if (!(error instanceof RequestFailed)) throw error;
    if (error.kind === 'not-signed-in') return false;
    if (!outcomeUnknown(error)) return refusedBy(kept, error);
    // The server stumbles over this very one: the others shall not wait for it.
    if (error.kind !== 'internal') return false;
    if (kept.tries + 1 >= MOST_TRIES) return refused(place, failureText(error));
    await changeUnsent(place, { tries: kept.tries + 1 });
    return false;
  } finally {
    sendingNow.value = null;
  }
}

async function refused(place: number, refusal: string): Promise<true> {
  await changeUnsent(place, { refusal, offer: null, stale: false });
  return true;
}

/** With what one tap can do about it. */
async function refusedBy({ place, path }: Unsent, error: RequestFailed): Promise<true> {
  const stale = error.kind === 'precondition-failed' && path.endsWith('/description');
  await changeUnsent(place, { refusal: failureText(error), offer: offerOf(error), stale });
  return true;
}

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
