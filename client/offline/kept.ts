import { z } from 'zod';
import { account } from './account.ts';
import { done, storeOf } from './database.ts';

/** How many answers are kept for an account; those that were read longest ago go first. */
const MOST = 200;

const keptAnswerRow = z.object({ account: z.string(), path: z.string(), value: z.unknown(), at: z.number() });

/** Signing in and its secrets are never kept. */
const mayBeKept = (path: string) => !path.startsWith('/api/auth');

/** Keeps what a person read, with the time, for when the connection is gone. Never throws. */
export async function keepAnswer(path: string, value: unknown, at: number): Promise<void> {
  if (!mayBeKept(path)) return;
  try {
    const store = await storeOf('answers', 'readwrite');
    await done(store.put({ account: account.value, path, value, at }));
    const surplus = (await done(store.count())) - MOST;
    if (surplus <= 0) return;
    for (const key of await done(store.index('at').getAllKeys(null, surplus))) store.delete(key);
  } catch {
    // A browser that keeps nothing reads from the server alone.
  }
}

/** What the present account last read there; null where nothing is kept. `at` in milliseconds since 1970. */
export async function keptAnswer(path: string): Promise<{ value: unknown; at: number } | null> {
  try {
    const store = await storeOf('answers', 'readonly');
    const row = keptAnswerRow.safeParse(await done(store.get([account.value, path])));
    return row.success ? { value: row.data.value, at: row.data.at } : null;
  } catch {
    return null;
  }
}

/** All that the present account has read and this browser keeps, what was read last first. Never throws. */
export async function keptAnswers(): Promise<unknown[]> {
  try {
    const kept: unknown[] = await done((await storeOf('answers', 'readonly')).getAll());
    const rows = kept.flatMap((each) => keptAnswerRow.safeParse(each).data ?? []);
    const own = rows.filter((row) => row.account === account.value);
    return own.toSorted((one, other) => other.at - one.at).map(({ value }) => value);
  } catch {
    return [];
  }
}

/** Forgets everything that was read here, of every account. */
export async function forgetKept(): Promise<void> {
  try {
    await done((await storeOf('answers', 'readwrite')).clear());
  } catch {
    // Nothing was kept.
  }
}
