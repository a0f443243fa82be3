import type { Kysely } from 'kysely';
import type { JsonObject } from '../../shared/event.ts';
import type { AccountsDatabase } from './database.ts';
import type { AccountsTables, NoticeRow } from './tables.ts';

/** Something the program tells a member. `params` hold ids and instants; names and texts are joined when read. */
export interface NewNotice {
  /** The same id again changes nothing: for a reaction a UUID derived from event, reaction and member. */
  id: string;
  memberId: string;
  kind: string;
  params: JsonObject;
}

export interface Notice extends NewNotice {
  createdAt: string;
  readAt: string | null;
}

export interface Notices {
  add(notice: NewNotice): Promise<void>;
  /** Newest first; with `unreadOnly` those not yet marked. */
  list(memberId: string, options: { limit: number; unreadOnly?: boolean }): Promise<Notice[]>;
  unread(memberId: string): Promise<number>;
  /** Marks those of the ids that are this member's. */
  markRead(memberId: string, ids: readonly string[]): Promise<void>;
}

/** Writes a notice within whichever transaction `executor` is; false when it was there already. */
export async function addNotice(
  executor: Kysely<AccountsTables>,
  notice: NewNotice,
  now: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await executor
    .insertInto('notices')
    .values({ ...notice, params: JSON.stringify(notice.params), createdAt: now.toISOString(), readAt: null })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export function noticesOf({ kysely }: AccountsDatabase, clock: () => Date): Notices {
  return {
    add: async (notice) => {
      await addNotice(kysely, notice, clock());
    },
    list: async (memberId, { limit, unreadOnly = false }) => {
      let query = kysely.selectFrom('notices').selectAll().where('memberId', '=', memberId);
      if (unreadOnly) query = query.where('readAt', 'is', null);
      const rows = await query.orderBy('createdAt', 'desc').orderBy('id').limit(limit).execute();
      return rows.map(noticeOf);
    },
    unread: async (memberId) => {
      const counted = await kysely
        .selectFrom('notices')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('memberId', '=', memberId)
        .where('readAt', 'is', null)
        .executeTakeFirstOrThrow();
      return counted.count;
    },
    markRead: async (memberId, ids) => {
      await kysely
        .updateTable('notices')
        .set({ readAt: clock().toISOString() })
        .where('memberId', '=', memberId)
        .where('id', 'in', ids)
        .where('readAt', 'is', null)
        .execute();
    },
  };
}

const noticeOf = (row: NoticeRow): Notice => ({ ...row, params: JSON.parse(row.params) });
