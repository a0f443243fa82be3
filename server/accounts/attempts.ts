import type { AccountsDatabase } from './database.ts';
import { TooManyRequests } from './keyUse.ts';

export interface Attempts {
  /**
   * Counts one attempt against `key` in a fixed window, in the database.
   * @throws {TooManyRequests} more than `maximum` in this window
   */
  count(key: string, maximum: number, windowMs: number): Promise<void>;
}

/** Counts guesses at codes, across processes and restarts. A key may hold an address: erasure knows the table. */
export function attemptsOf({ kysely }: AccountsDatabase, clock: () => Date): Attempts {
  return {
    count: async (key, maximum, windowMs) => {
      const now = clock().getTime();
      const windowStart = now - (now % windowMs);
      const { count } = await kysely
        .insertInto('attempts')
        .values({ key, windowStart, count: 1 })
        .onConflict((conflict) =>
          conflict.column('key').doUpdateSet((eb) => ({
            windowStart,
            count: eb
              .case()
              .when('attempts.windowStart', '=', windowStart)
              .then(eb('attempts.count', '+', 1))
              .else(1)
              .end(),
          })),
        )
        .returning('count')
        .executeTakeFirstOrThrow();
      if (count > maximum) throw new TooManyRequests(Math.ceil((windowStart + windowMs - now) / 1000));
    },
  };
}
