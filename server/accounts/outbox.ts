import type { Kysely } from 'kysely';
import type { Invitation } from '../calendars/icalendar.ts';
import type { AccountsDatabase } from './database.ts';
import type { AccountsLog } from './signIn.ts';
import type { AccountsTables, OutboxRow } from './tables.ts';

/** A mail to a member. Its address is looked up when it leaves, so that none is kept here. */
export interface OutgoingMail {
  /** The same key again changes nothing: for a reaction `uuidv5(eventId, reactionName)` and the member. */
  key: string;
  memberId: string;
  /** Other members whom subject or body name: the erasure of any of them takes the mail too. */
  about?: readonly string[];
  subject: string;
  body: string;
  /** For the member's calendar. */
  invitation?: Invitation;
}

/** A push to one device of a member. */
export interface OutgoingPush extends Omit<OutgoingMail, 'invitation'> {
  subscriptionId: string;
  /** Page that it opens, from the origin on. */
  path: string;
}

export type Outgoing = Pick<OutboxRow, 'key' | 'memberId' | 'subject' | 'body' | 'attached'>;

/** Carries what waits to where it belongs. */
export interface Courier {
  channel: OutboxRow['channel'];
  /** Given up after so many attempts. */
  maximumAttempts: number;
  /** `givenUp`: it will never arrive. Throws: it may be tried again. */
  deliver(outgoing: Outgoing): Promise<'sent' | 'givenUp'>;
  close(): void;
}

/** How long one process has a message to itself; after a kill it is sent (again) once this has passed. */
export const CLAIM_MS = 60_000;
const POLL_MS = 1_000;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 3_600_000;
const KEPT_AFTER_SENDING_MS = 30 * 24 * 3_600_000;

export interface Outbox {
  /** Sends what is due now, one by one; the worker calls it every second. Returns how many left. */
  sendDue(): Promise<number>;
  /** Wakes the worker: something was written. */
  wake(): void;
  start(): void;
  /** Resolves when the message in hand has left or failed. */
  stop(): Promise<void>;
}

/** Writes a mail within whichever transaction `executor` is. Without mail it is not written at all. */
export async function addMail(
  executor: Kysely<AccountsTables>,
  { invitation, ...mail }: OutgoingMail,
  now: Date,
  mailConfigured: boolean,
): Promise<void> {
  if (!mailConfigured) return;
  const attached = JSON.stringify(invitation === undefined ? {} : { invitation });
  await add(executor, { channel: 'mail', attached, ...mail }, now);
}

/** Writes a push within whichever transaction `executor` is. */
export async function addPush(
  executor: Kysely<AccountsTables>,
  { subscriptionId, path, ...push }: OutgoingPush,
  now: Date,
): Promise<void> {
  await add(executor, { channel: 'push', attached: JSON.stringify({ subscriptionId, path }), ...push }, now);
}

async function add(
  executor: Kysely<AccountsTables>,
  { about = [], ...outgoing }: Outgoing & Pick<OutboxRow, 'channel'> & { about?: readonly string[] },
  now: Date,
): Promise<void> {
  const at = now.getTime();
  const fresh = { state: 'waiting', attempts: 0, nextAttemptAt: at, claimedUntil: 0, createdAt: at } as const;
  await executor
    .insertInto('outbox')
    .values({ ...outgoing, about: JSON.stringify(about), ...fresh })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}

/** What waits for one courier, sent at least once by whichever process claims it first. */
export function outboxOf(
  { kysely }: AccountsDatabase,
  courier: Courier,
  clock: () => Date,
  log: AccountsLog,
): Outbox {
  const { channel, maximumAttempts } = courier;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<number> | undefined;

  const claim = () => {
    const now = clock().getTime();
    const next = kysely
      .selectFrom('outbox')
      .select('key')
      .where('state', '=', 'waiting')
      .where('channel', '=', channel)
      .where('nextAttemptAt', '<=', now)
      .where('claimedUntil', '<=', now)
      .orderBy('nextAttemptAt')
      .limit(1);
    return kysely
      .updateTable('outbox')
      .set((eb) => ({ claimedUntil: now + CLAIM_MS, attempts: eb('attempts', '+', 1) }))
      .where('key', '=', next)
      .returning(['key', 'memberId', 'subject', 'body', 'attached', 'attempts'])
      .executeTakeFirst();
  };
  /** The key stays, so that a repeat stays a repeat; what it said goes. */
  const close = (key: string, state: 'sent' | 'givenUp') =>
    kysely
      .updateTable('outbox')
      .set({ state, subject: '', body: '', about: '[]', attached: '{}' })
      .where('key', '=', key)
      .execute();

  const sendDue = async () => {
    let sent = 0;
    for (let outgoing = await claim(); outgoing; outgoing = await claim()) {
      const { key, attempts } = outgoing;
      try {
        const end = await courier.deliver(outgoing);
        await close(key, end);
        if (end === 'sent') sent++;
      } catch (error) {
        // The other side's answer may repeat the address: only its code goes into the log.
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
        log('warn', `A ${channel} could not be sent (attempt ${attempts}, ${code}).`);
        if (attempts >= maximumAttempts) await close(key, 'givenUp');
        else {
          const pause = Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
          const later = { nextAttemptAt: clock().getTime() + pause, claimedUntil: 0 };
          await kysely.updateTable('outbox').set(later).where('key', '=', key).execute();
        }
      }
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
      courier.close();
    },
  };
}
