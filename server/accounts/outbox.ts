import type { Kysely } from 'kysely';
import type { AccountsDatabase } from './database.ts';
import type { Mailer } from './mailer.ts';
import type { AccountsLog } from './signIn.ts';
import type { AccountsTables } from './tables.ts';

/** A mail to a member. Its address is looked up when it leaves, so that none is kept here. */
export interface OutgoingMail {
  /** The same key again changes nothing: for a reaction `uuidv5(eventId, reactionName)` and the member. */
  key: string;
  memberId: string;
  /** Other members whom subject or body name: the erasure of any of them takes the mail too. */
  about?: readonly string[];
  subject: string;
  body: string;
}

/** How long one process has a mail to itself; after a kill the mail is sent (again) once this has passed. */
export const CLAIM_MS = 60_000;
const POLL_MS = 1_000;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 3_600_000;
/** With the pauses above: given up after about two days. */
const MAXIMUM_ATTEMPTS = 55;
const KEPT_AFTER_SENDING_MS = 30 * 24 * 3_600_000;
/** Stands in for an address where a member has none. */
export const NO_MAIL_DOMAIN = '@members.invalid';

export interface Outbox {
  /** Sends what is due now, one by one; the worker calls it every second. Returns how many left. */
  sendDue(): Promise<number>;
  /** Wakes the worker: something was written. */
  wake(): void;
  start(): void;
  /** Resolves when the mail in hand has left or failed. */
  stop(): Promise<void>;
}

/** Writes a mail within whichever transaction `executor` is. Without mail it is not written at all. */
export async function addMail(
  executor: Kysely<AccountsTables>,
  mail: OutgoingMail,
  now: Date,
  mailConfigured: boolean,
): Promise<void> {
  if (!mailConfigured) return;
  const { key, memberId, about = [], subject, body } = mail;
  const at = now.getTime();
  const fresh = { state: 'waiting', attempts: 0, nextAttemptAt: at, claimedUntil: 0, createdAt: at } as const;
  await executor
    .insertInto('outbox')
    .values({ key, memberId, about: JSON.stringify(about), subject, body, ...fresh })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}

export function outboxOf(
  database: AccountsDatabase,
  mailer: Mailer,
  clock: () => Date,
  log: AccountsLog,
): Outbox {
  const { kysely } = database;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<number> | undefined;

  const claim = () => {
    const now = clock().getTime();
    const next = kysely
      .selectFrom('outbox')
      .select('key')
      .where('state', '=', 'waiting')
      .where('nextAttemptAt', '<=', now)
      .where('claimedUntil', '<=', now)
      .orderBy('nextAttemptAt')
      .limit(1);
    return kysely
      .updateTable('outbox')
      .set((eb) => ({ claimedUntil: now + CLAIM_MS, attempts: eb('attempts', '+', 1) }))
      .where('key', '=', next)
      .returning(['key', 'memberId', 'subject', 'body', 'attempts'])
      .executeTakeFirst();
  };
  /** The key stays, so that a repeat stays a repeat; what it said goes. */
  const close = (key: string, state: 'sent' | 'givenUp') =>
    kysely
      .updateTable('outbox')
      .set({ state, subject: '', body: '', about: '[]' })
      .where('key', '=', key)
      .execute();

  const sendDue = async () => {
    let sent = 0;
    for (let mail = await claim(); mail; mail = await claim()) {
      const { key, memberId, subject, body, attempts } = mail;
      const row = await kysely
        .selectFrom('user')
        .select('email')
        .where('id', '=', memberId)
        .executeTakeFirst();
      if (!row || row.email.endsWith(NO_MAIL_DOMAIN)) {
        await close(key, 'givenUp');
        continue;
      }
      try {
        await mailer.send({ key, to: row.email, subject, body });
      } catch (error) {
        // The server's answer may repeat the address: only its code goes into the log.
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
        log('warn', `A mail could not be sent (attempt ${attempts}, ${code}).`);
        if (attempts >= MAXIMUM_ATTEMPTS) await close(key, 'givenUp');
        else {
          const pause = Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
          const later = { nextAttemptAt: clock().getTime() + pause, claimedUntil: 0 };
          await kysely.updateTable('outbox').set(later).where('key', '=', key).execute();
        }
        continue;
      }
      await close(key, 'sent');
      sent++;
    }
    const old = clock().getTime() - KEPT_AFTER_SENDING_MS;
    await kysely.deleteFrom('outbox').where('state', '!=', 'waiting').where('createdAt', '<', old).execute();
    return sent;
  };
  const once = () => {
    running ??= sendDue().finally(() => {
      running = undefined;
    });
    return running;
  };
  const tick = () => {
    once().catch(() => log('warn', 'The outbox could not be read; it is tried again.'));
  };
  return {
    sendDue: once,
    wake: () => {
      if (timer) setImmediate(tick);
    },
    start: () => {
      timer ??= setInterval(tick, POLL_MS).unref();
    },
    stop: async () => {
      clearInterval(timer);
      timer = undefined;
      await running?.catch(() => {});
      mailer.close();
    },
  };
}
