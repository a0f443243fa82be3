import { type Chance, secretHash } from './chance.ts';
import type { AccountsDatabase } from './database.ts';
import type { CalendarFeedRow } from './tables.ts';

export type CalendarFeed = Omit<CalendarFeedRow, 'secretHash'>;

export interface CalendarFeeds {
  /** `secret` is shown this once; its hash is kept. `machineId` null: of the member's own bookings. */
  create(memberId: string, machineId: string | null): Promise<{ id: string; secret: string }>;
  /** The feed behind a secret; null for one that never was or is revoked. Notes the day. */
  find(secret: string): Promise<CalendarFeed | null>;
  of(memberId: string): Promise<CalendarFeed[]>;
  /** False when the member has no such feed. */
  revoke(memberId: string, id: string): Promise<boolean>;
}

/** 192 bits. */
const SECRET_BYTES = 24;

/** The secret addresses of calendars: whoever knows one reads the calendar, until it is revoked. */
export function calendarFeedsOf(
  { kysely }: AccountsDatabase,
  { clock, chance }: { clock: () => Date; chance: Chance },
): CalendarFeeds {
  const columns = ['id', 'memberId', 'machineId', 'createdAt', 'lastReadOn'] as const;
  return {
    create: async (memberId, machineId) => {
      const secret = Buffer.from(chance.bytes(SECRET_BYTES)).toString('base64url');
      const id = chance.uuid();
      const createdAt = clock().toISOString();
      const row = { id, secretHash: secretHash(secret), memberId, machineId, createdAt, lastReadOn: null };
      await kysely.insertInto('calendarFeeds').values(row).execute();
      return { id, secret };
    },
    find: async (secret) => {
      const row = await kysely
        .selectFrom('calendarFeeds')
        .select(columns)
        .where('secretHash', '=', secretHash(secret))
        .executeTakeFirst();
      const today = clock().toISOString().slice(0, 10);
      if (row && row.lastReadOn !== today) {
        await kysely
          .updateTable('calendarFeeds')
          .set({ lastReadOn: today })
          .where('id', '=', row.id)
          .execute();
      }
      return row ?? null;
    },
    of: (memberId) =>
      kysely
        .selectFrom('calendarFeeds')
        .select(columns)
        .where('memberId', '=', memberId)
        .orderBy('createdAt')
        .execute(),
    revoke: async (memberId, id) => {
      const result = await kysely
        .deleteFrom('calendarFeeds')
        .where('id', '=', id)
        .where('memberId', '=', memberId)
        .executeTakeFirst();
      return result.numDeletedRows > 0n;
    },
  };
}
