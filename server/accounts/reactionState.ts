import type { Kysely } from 'kysely';
import type { AccountsDatabase } from './database.ts';
import type { NewNotice } from './notices.ts';
import { addMail, type OutgoingMail } from './outbox.ts';
import type { AccountsTables } from './tables.ts';
import { type InvitationText, invite, type NoticeText, type Told, tell } from './telling.ts';

/** What one transaction of a reaction may write: all of it or nothing. */
export interface ReactionTransaction {
  /** The position up to which `name` has reacted; it never goes back. */
  setCheckpoint(name: string, position: bigint): Promise<void>;
  addMail(mail: OutgoingMail): Promise<void>;
  /** By each way that the member wants; without words in the program alone. */
  addNotice(notice: NewNotice, words?: Told<NoticeText>): Promise<void>;
  /** For a member's calendar, where they want that. The same key again changes nothing. */
  addInvitation(to: { key: string; memberId: string }, words: Told<InvitationText>): Promise<void>;
  /** False when the lease has passed to somebody else: throw, so that nothing of this transaction stays. */
  holdsLease(name: string, holder: string): Promise<boolean>;
}

export interface ReactionState {
  /** Exclusive: everything up to it has been reacted to. Null at the beginning. */
  checkpoint(name: string): Promise<bigint | null>;
  /** Runs `work` in one transaction; when it throws nothing is written. It must use only what it is given. */
  tx<T>(work: (transaction: ReactionTransaction) => Promise<T>): Promise<T>;
}

/** At most one holder at a time, across processes on one host; the clock is that host's. */
export interface Lease {
  /** Takes the lease, or takes it again; false while another holds it. */
  acquire(name: string, holder: string, ttlMs: number): Promise<boolean>;
  /** Lengthens it; false when it has passed to somebody else or run out. */
  renew(name: string, holder: string, ttlMs: number): Promise<boolean>;
  release(name: string, holder: string): Promise<void>;
}

export function reactionStateOf(
  { kysely }: AccountsDatabase,
  settings: { clock: () => Date; mailConfigured: boolean; wake: () => void },
): ReactionState {
  const { clock, mailConfigured, wake } = settings;
  const position = async (executor: Kysely<AccountsTables>, name: string) => {
    const found = executor.selectFrom('reactionCheckpoint').select('position').where('name', '=', name);
    const row = await found.executeTakeFirst();
    return row ? BigInt(row.position) : null;
  };
  return {
    checkpoint: (name) => position(kysely, name),
    tx: async (work) => {
      const result = await kysely.transaction().execute((tx) =>
        work({
          setCheckpoint: async (name, to) => {
            const before = await position(tx, name);
            if (before !== null && before >= to) return;
            await tx
              .insertInto('reactionCheckpoint')
              .values({ name, position: String(to) })
              .onConflict((conflict) => conflict.column('name').doUpdateSet({ position: String(to) }))
              .execute();
          },
          addMail: (mail) => addMail(tx, mail, clock(), mailConfigured),
          addNotice: (notice, words) => tell(tx, notice, words, { now: clock(), mailConfigured }),
          addInvitation: (to, words) => invite(tx, to, words, { now: clock(), mailConfigured }),
          holdsLease: async (name, holder) => {
            const row = await tx
              .selectFrom('lease')
              .select('holder')
              .where('name', '=', name)
              .where('expiresAt', '>', clock().getTime())
              .executeTakeFirst();
            return row?.holder === holder;
          },
        }),
      );
      wake();
      return result;
    },
  };
}

/** Nobody takes a lease this much longer: where one lasts so long, the clock was set back since. */
const CLOCK_SET_BACK_MS = 60_000;

export function leaseOf({ kysely }: AccountsDatabase, clock: () => Date): Lease {
  return {
    acquire: async (name, holder, ttlMs) => {
      const now = clock().getTime();
      const expiresAt = now + ttlMs;
      const result = await kysely
        .insertInto('lease')
        .values({ name, holder, expiresAt })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet({ holder, expiresAt })
            .where((eb) =>
              eb.or([
                eb('lease.holder', '=', holder),
                eb('lease.expiresAt', '<=', now),
                eb('lease.expiresAt', '>', expiresAt + CLOCK_SET_BACK_MS),
              ]),
            ),
        )
        .returning('holder')
        .executeTakeFirst();
      return result?.holder === holder;
    },
    renew: async (name, holder, ttlMs) => {
      const now = clock().getTime();
      const result = await kysely
        .updateTable('lease')
        .set({ expiresAt: now + ttlMs })
        .where('name', '=', name)
        .where('holder', '=', holder)
        .where('expiresAt', '>', now)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
    release: async (name, holder) => {
      await kysely.deleteFrom('lease').where('name', '=', name).where('holder', '=', holder).execute();
    },
  };
}
