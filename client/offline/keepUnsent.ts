import type { CommandMethod } from '../api.ts';
import { account } from './account.ts';
import { done, together } from './database.ts';
import { type FileToKeep, putFiles } from './keptFiles.ts';
import { madeHere } from './madeHere.ts';
import { NotKept } from './notKept.ts';
import { readUnsent, rows, sumOfBytes } from './unsent.ts';

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

/**
 * Puts a command at the end of the row, with its files, all or nothing.
 * @throws {NotKept} where this browser keeps nothing or has no room for it.
 */
export async function keepUnsent({ files = [], ...waiting }: Waiting, now: number): Promise<void> {
  const bytes = files.reduce((sum, { blob }) => sum + blob.size, 0);
  if (rows.value.length >= MOST_ROWS || sumOfBytes(rows.value) + bytes > MOST_BYTES)
    throw new NotKept('full', null);
  const row = {
    ...madeHere(waiting),
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
