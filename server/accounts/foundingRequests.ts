import type { FoundingRequests } from '../workshops/founding.ts';
import type { AccountsDatabase } from './database.ts';

/** Who asked to found a workshop, kept beside the accounts: one line for each member, used once. */
export function foundingRequestsOf({ kysely }: AccountsDatabase, clock: () => Date): FoundingRequests {
  const now = () => clock().toISOString();
  return {
    ask: async (memberId) => {
      const asked = { askedAt: now(), approvedAt: null, usedFor: null };
      await kysely
        .insertInto('foundingRequests')
        .values({ memberId, ...asked })
        .onConflict((conflict) =>
          // An approval that was used up makes room for asking again.
          conflict.column('memberId').doUpdateSet(asked).where('foundingRequests.usedFor', 'is not', null),
        )
        .execute();
    },
    approve: async (memberId) => {
      const result = await kysely
        .updateTable('foundingRequests')
        .set({ approvedAt: now() })
        .where('memberId', '=', memberId)
        .where('approvedAt', 'is', null)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
    waiting: () =>
      kysely
        .selectFrom('foundingRequests')
        .select(['memberId', 'askedAt'])
        .where('approvedAt', 'is', null)
        .orderBy('askedAt')
        .execute(),
    standing: async (memberId) => {
      const row = await kysely
        .selectFrom('foundingRequests')
        .select(['approvedAt', 'usedFor'])
        .where('memberId', '=', memberId)
        .executeTakeFirst();
      if (!row || row.usedFor !== null) return 'none';
      return row.approvedAt === null ? 'asked' : 'approved';
    },
    use: async (memberId, workshopId) => {
      const result = await kysely
        .updateTable('foundingRequests')
        .set({ usedFor: workshopId })
        .where('memberId', '=', memberId)
        .where('approvedAt', 'is not', null)
        .where((or) => or.or([or('usedFor', 'is', null), or('usedFor', '=', workshopId)]))
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
  };
}
