import type { AccountsDatabase } from './database.ts';

const WEEK_MILLISECONDS = 7 * 86_400_000;
/** A server that was away for less than this was busy or restarted: nobody stood before a locked door. */
const NOTICED_MILLISECONDS = 60_000;

/** When no server ran: whatever gives people a time to come by is extended by that. */
export interface Aliveness {
  /**
   * Says that a server is alive now (UTC milliseconds); answers the stretches of the last week in which none was, in
   * order. A clock that was set back takes back what it had said about times that have not come.
   */
  touch(now: number): Promise<{ start: number; end: number }[]>;
}

export function alivenessOf({ kysely }: AccountsDatabase): Aliveness {
  return {
    touch: (now) =>
      kysely.transaction().execute(async (tx) => {
        const last = await tx.selectFrom('aliveness').select('at').executeTakeFirst();
        if (last && now - last.at > NOTICED_MILLISECONDS) {
          await tx
            .insertInto('downtime')
            .values({ startedAt: last.at, endedAt: now })
            .onConflict((conflict) => conflict.column('startedAt').doUpdateSet({ endedAt: now }))
            .execute();
        }
        await tx
          .deleteFrom('downtime')
          .where((eb) => eb.or([eb('endedAt', '<', now - WEEK_MILLISECONDS), eb('endedAt', '>', now)]))
          .execute();
        await tx
          .insertInto('aliveness')
          .values({ id: 1, at: now })
          .onConflict((conflict) => conflict.column('id').doUpdateSet({ at: now }))
          .execute();
        const rows = await tx.selectFrom('downtime').selectAll().orderBy('startedAt').execute();
        return rows.map(({ startedAt, endedAt }) => ({ start: startedAt, end: endedAt }));
      }),
  };
}
