import type { Kysely } from 'kysely';
import webPush from 'web-push';
import type { PushSubscriptionBody } from '../../shared/notices/push.ts';
import type { Chance } from './chance.ts';
import type { AccountsDatabase } from './database.ts';
import type { AccountsTables, PushSubscriptionRow } from './tables.ts';

/** The keys by which push services know this server (VAPID, RFC 8292): base64url. */
export interface PushKeys {
  publicKey: string;
  privateKey: string;
}

export interface PushSubscriptions {
  /** Keeps a device's subscription; the same endpoint again (another account on the device) is taken over. */
  add(memberId: string, subscription: PushSubscriptionBody): Promise<{ subscriptionId: string }>;
  /** False when the member has no subscription of that endpoint. */
  remove(memberId: string, endpoint: string): Promise<boolean>;
}

/** More devices than anybody carries; the oldest goes. */
const MAXIMUM_DEVICES = 20;

/** Makes the keys at the first start; of two processes that start at once, both get the same. */
export async function readOrCreatePushKeys({ kysely }: AccountsDatabase): Promise<PushKeys> {
  const read = () => kysely.selectFrom('pushKeys').select(['publicKey', 'privateKey']).executeTakeFirst();
  const known = await read();
  if (known) return known;
  const made = { id: 1, ...webPush.generateVAPIDKeys() };
  await kysely
    .insertInto('pushKeys')
    .values(made)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  return (await read()) ?? made;
}

/** A member's devices within whichever transaction `executor` is, the oldest first. */
export function devicesOf(
  executor: Kysely<AccountsTables>,
  memberId: string,
): Promise<PushSubscriptionRow[]> {
  return executor
    .selectFrom('pushSubscriptions')
    .selectAll()
    .where('memberId', '=', memberId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}

export function pushSubscriptionsOf(
  { kysely }: AccountsDatabase,
  { clock, chance }: { clock: () => Date; chance: Chance },
): PushSubscriptions {
  return {
    add: (memberId, { endpoint, keys }) =>
      kysely.transaction().execute(async (tx) => {
        const row = { id: chance.uuid(), endpoint, memberId, ...keys, createdAt: clock().toISOString() };
        const { id: subscriptionId } = await tx
          .insertInto('pushSubscriptions')
          .values(row)
          .onConflict((conflict) => conflict.column('endpoint').doUpdateSet({ memberId, ...keys }))
          .returning('id')
          .executeTakeFirstOrThrow();
        const surplus = (await devicesOf(tx, memberId)).slice(0, -MAXIMUM_DEVICES).map(({ id }) => id);
        if (surplus.length > 0) await tx.deleteFrom('pushSubscriptions').where('id', 'in', surplus).execute();
        return { subscriptionId };
      }),
    remove: async (memberId, endpoint) => {
      const result = await kysely
        .deleteFrom('pushSubscriptions')
        .where('memberId', '=', memberId)
        .where('endpoint', '=', endpoint)
        .executeTakeFirst();
      return result.numDeletedRows > 0n;
    },
  };
}
