import type { PushSubscriptionBody } from '../../shared/notices/push.ts';
import type { Chance } from './chance.ts';
import type { AccountsDatabase } from './database.ts';
import type { MailSettings } from './mailer.ts';
import { addPush, type Outbox, outboxOf } from './outbox.ts';
import { mayReach, type PushSettings, pushCourierOf } from './pushCourier.ts';
import { devicesOf, pushSubscriptionsOf, readOrCreatePushKeys } from './pushSubscriptions.ts';
import type { AccountsLog } from './signIn.ts';

/** Pushes to the devices of members. */
export interface Push {
  /** What a browser subscribes with: base64url. */
  publicKey: string;
  /** Null where the server may not send to that endpoint. */
  subscribe(memberId: string, subscription: PushSubscriptionBody): Promise<{ subscriptionId: string } | null>;
  /** False when the member has no subscription of that endpoint. */
  unsubscribe(memberId: string, endpoint: string): Promise<boolean>;
  /** Says this on every device of the member; how many those are. */
  say(memberId: string, message: { subject: string; body: string; path: string }): Promise<number>;
  outbox: Outbox;
}

export interface PushSurroundings {
  origin: string;
  mail?: MailSettings;
  pushReach?: PushSettings['reach'];
  clock: () => Date;
  chance: Chance;
  log: AccountsLog;
}

/** Reads (or makes, at the first start) the server's keys. */
export async function pushOf(database: AccountsDatabase, surroundings: PushSurroundings): Promise<Push> {
  const { clock, chance, log, pushReach: reach = 'public' } = surroundings;
  const keys = await readOrCreatePushKeys(database);
  const courier = pushCourierOf(database, { keys, contact: contactOf(surroundings), reach });
  const outbox = outboxOf(database, courier, clock, log);
  const subscriptions = pushSubscriptionsOf(database, { clock, chance });
  return {
    publicKey: keys.publicKey,
    subscribe: async (memberId, subscription) =>
      mayReach(subscription.endpoint, reach) ? subscriptions.add(memberId, subscription) : null,
    unsubscribe: subscriptions.remove,
    say: async (memberId, message) => {
      const devices = await devicesOf(database.kysely, memberId);
      for (const { id: subscriptionId } of devices) {
        const push = { key: `push:${chance.uuid()}`, memberId, subscriptionId, ...message };
        await addPush(database.kysely, push, clock());
      }
      outbox.wake();
      return devices.length;
    },
    outbox,
  };
}

/** Push services want to know whom to turn to: the site, or whoever sends its mails. */
function contactOf({ origin, mail }: PushSurroundings): string {
  if (origin.startsWith('https:')) return origin;
  const address = mail?.kind === 'smtp' ? /[^\s@<>]+@[^>\s]+/.exec(mail.from)?.[0] : undefined;
  return `mailto:${address ?? 'operator@commonwright.invalid'}`;
}
