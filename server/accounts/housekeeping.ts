import type { AccountsDatabase } from './database.ts';
import type { AccountsLog } from './signIn.ts';

const EVERY_MS = 10 * 60_000;
const DAY_MS = 24 * 3_600_000;

export interface Housekeeping {
  /** Removes what has run out; returns when done. */
  tidy(): Promise<void>;
  close(): void;
}

/** Removes what is of no more use: sessions that ran out (they hold addresses), old counts, old evictions. */
export function housekeepingOf(
  { kysely }: AccountsDatabase,
  clock: () => Date,
  log: AccountsLog,
): Housekeeping {
  const tidy = async () => {
    const now = clock();
    const yesterday = now.getTime() - DAY_MS;
    await kysely.deleteFrom('session').where('expiresAt', '<', now.toISOString()).execute();
    for (const table of ['kioskPairings', 'kioskSessions', 'claims'] as const) {
      await kysely.deleteFrom(table).where('expiresAt', '<', now.getTime()).execute();
    }
    await kysely.deleteFrom('attempts').where('windowStart', '<', yesterday).execute();
    await kysely.deleteFrom('keyUse').where('windowStart', '<', yesterday).execute();
    // Longer than any process believes a session without asking.
    await kysely
      .deleteFrom('evictions')
      .where('at', '<', now.getTime() - EVERY_MS)
      .execute();
  };
  const timer = setInterval(() => {
    tidy().catch(() => log('warn', 'What has run out could not be removed from the accounts.'));
  }, EVERY_MS).unref();
  return { tidy, close: () => clearInterval(timer) };
}
