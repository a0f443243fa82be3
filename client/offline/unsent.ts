import { computed, signal } from '@preact/signals';
import { z } from 'zod';
import { type CommandMethod, command } from '../api.ts';
import { failureText } from '../failureText.ts';
import { outcomeUnknown, RequestFailed } from '../problem.ts';
import { account } from './account.ts';
import { done, storeOf } from './database.ts';

const unsentRow = z.object({
  /** Its place in the row; given by the browser. */
  place: z.number(),
  account: z.string(),
  commandId: z.string(),
  method: z.enum(['post', 'put', 'delete']),
  path: z.string(),
  body: z.unknown(),
  ifMatch: z.union([z.string(), z.number()]).nullable(),
  /** What it is, as the person reads it: `Fault of the laser: lens cracked`. */
  what: z.string(),
  /** The page on which it was written. */
  page: z.string(),
  at: z.number(),
  /** The server's sentence where it refused; null while it waits. */
  refusal: z.string().nullable(),
});
export type Unsent = z.infer<typeof unsentRow>;

const rows = signal<readonly Unsent[]>([]);

/** What the present account has written here and the server has not taken, in the order of writing. */
export const unsent = computed(() => rows.value.filter((row) => row.account === account.value));

/** A command as it was to be given. */
export interface Waiting {
  commandId: string;
  method: CommandMethod;
  path: string;
  body: unknown;
  ifMatch: number | string | null;
  what: string;
}

const LOCK = 'commonwright-unsent';

/** Reads what waits in this browser. Never throws. */
export async function readUnsent(): Promise<void> {
  try {
    const read = z.array(unsentRow).safeParse(await done((await storeOf('unsent', 'readonly')).getAll()));
    rows.value = read.success ? read.data : [];
  } catch {
    rows.value = [];
  }
}

/** Puts a command at the end of the row. Rejects where this browser keeps nothing. */
export async function keepUnsent(waiting: Waiting, now: number): Promise<void> {
  const page = `${location.pathname}${location.search}`;
  const row = { ...waiting, account: account.value, page, at: now, refusal: null };
  await done((await storeOf('unsent', 'readwrite')).add(row));
  await readUnsent();
}

/** Lets one go: it is never sent. */
export async function dropUnsent(place: number): Promise<void> {
  await done((await storeOf('unsent', 'readwrite')).delete(place));
  await readUnsent();
}

/** Lets go of all that an account has written, as it signs out. */
export async function dropAllUnsent(): Promise<void> {
  for (const { place } of unsent.value) await dropUnsent(place).catch(() => undefined);
}

async function refuse(row: Unsent, refusal: string | null): Promise<void> {
  await done((await storeOf('unsent', 'readwrite')).put({ ...row, refusal }));
  await readUnsent();
}

/** Sends a refused one once more, as it stands. */
export async function sendAgain(row: Unsent): Promise<void> {
  await refuse(row, null);
  await sendUnsent();
}

/** Sends one. False where the connection or the session is gone: then the rest waits too. */
async function sendOne(row: Unsent): Promise<boolean> {
  const { method, path, body, ifMatch, commandId } = row;
  try {
    await command(method, path, body, { ifMatch, commandId });
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
    if (outcomeUnknown(error) || error.kind === 'not-signed-in') return false;
    await refuse(row, failureText(error));
    return true;
  }
  await dropUnsent(row.place);
  return true;
}

async function sendInOrder(): Promise<number> {
  let sent = 0;
  await readUnsent();
  for (const row of unsent.value.filter(({ refusal }) => refusal === null)) {
    if (!(await sendOne(row))) break;
    sent += 1;
  }
  return sent;
}

/**
 * Sends what waits, in order, one after the other; a repeat carries its old id and is carried out once. One tab does it
 * at a time. Resolves to how many the server has answered.
 */
export async function sendUnsent(): Promise<number> {
  if (!navigator.locks) return sendInOrder();
  return navigator.locks.request(LOCK, sendInOrder);
}
