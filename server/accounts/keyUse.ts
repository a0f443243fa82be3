import type { AccountsDatabase } from './database.ts';
import type { AccountsLog } from './signIn.ts';

/** What one key may ask: a door's reader or a screen on the wall asks once a second, with room for a queue. */
export const KEY_LIMIT = { windowMs: 60_000, requests: 600 } as const;
const FLUSH_MS = 1_000;

/** The holder of a key, or an address, has asked too often. `retryAfterSeconds` says when it may again. */
export class TooManyRequests extends Error {
  override name = 'TooManyRequests';
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super('Too many requests: wait a moment.');
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

interface Count {
  windowStart: number;
  /** As far as this process knows of all processes. */
  count: number;
  unwritten: number;
}

export interface KeyUse {
  /** Counts one request. @throws {TooManyRequests} */
  count(keyId: string): void;
  close(): Promise<void>;
}

/**
 * Counts the requests of each key in fixed windows, in memory, and adds them up in the database once a second:
 * the count outlives a restart and other processes learn of it, without a durable write per request.
 */
export function keyUseOf(database: AccountsDatabase, clock: () => Date, log: AccountsLog): KeyUse {
  const counts = new Map<string, Count>();
  const written = database.reader.prepare('select count from keyUse where keyId = ? and windowStart = ?');
  let flushing = Promise.resolve();
  const flush = async () => {
    const due = [...counts].filter(([, count]) => count.unwritten > 0);
    const now = clock().getTime();
    for (const [keyId, count] of counts) {
      if (count.unwritten === 0 && now - count.windowStart >= KEY_LIMIT.windowMs) counts.delete(keyId);
    }
    if (due.length === 0) return;
    const totals = await database.kysely.transaction().execute((tx) =>
      Promise.all(
        due.map(([keyId, { windowStart, unwritten }]) =>
          tx
            .insertInto('keyUse')
            .values({ keyId, windowStart, count: unwritten })
            .onConflict((conflict) =>
              conflict.column('keyId').doUpdateSet((eb) => ({
                windowStart,
                count: eb
                  .case()
                  .when('keyUse.windowStart', '=', windowStart)
                  .then(eb('keyUse.count', '+', unwritten))
                  .else(unwritten)
                  .end(),
              })),
            )
            .returning(['keyId', 'windowStart', 'count'])
            .executeTakeFirstOrThrow()
            .then((row) => ({ ...row, added: unwritten })),
        ),
      ),
    );
    for (const { keyId, windowStart, count, added } of totals) {
      const known = counts.get(keyId);
      if (known?.windowStart !== windowStart) continue;
      known.unwritten -= added;
      known.count = count + known.unwritten;
    }
  };
  const inTurn = () => {
    flushing = flushing.then(flush).catch(() => log('warn', 'The use of keys could not be counted.'));
    return flushing;
  };
  const timer = setInterval(inTurn, FLUSH_MS).unref();
  return {
    count: (keyId) => {
      const now = clock().getTime();
      const windowStart = now - (now % KEY_LIMIT.windowMs);
      let known = counts.get(keyId);
      if (known?.windowStart !== windowStart) {
        const before = Number(written.get(keyId, windowStart)?.count ?? 0);
        known = { windowStart, count: before, unwritten: 0 };
        counts.set(keyId, known);
      }
      if (known.count >= KEY_LIMIT.requests) {
        throw new TooManyRequests(Math.ceil((windowStart + KEY_LIMIT.windowMs - now) / 1000));
      }
      known.count++;
      known.unwritten++;
    },
    close: async () => {
      clearInterval(timer);
      await inTurn();
    },
  };
}
