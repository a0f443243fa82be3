import type { AccountsDatabase } from './database.ts';
import { TooManyRequests } from './keyUse.ts';

const DAY_MS = 24 * 3_600_000;
/** What one member may send in within 24 hours. */
export const DAILY_ALLOWANCE = { files: 200, bytes: 300_000_000 } as const;

/** Who sent which file in. The log never says: so it goes with the member. */
export interface Uploads {
  /**
   * Notes that a member sends a file in; the same file again counts once.
   * @throws {TooManyRequests} more than a day's allowance
   */
  note(upload: { fileId: string; memberId: string; bytes: number }): Promise<void>;
  /** Whether this member sent it in. */
  isBy(fileId: string, memberId: string): Promise<boolean>;
}

export function uploadsOf({ kysely }: AccountsDatabase, clock: () => Date): Uploads {
  return {
    note: ({ fileId, memberId, bytes }) =>
      kysely.transaction().execute(async (tx) => {
        const now = clock().getTime();
        const known = await tx
          .selectFrom('uploads')
          .select('fileId')
          .where('fileId', '=', fileId)
          .where('memberId', '=', memberId)
          .executeTakeFirst();
        if (known) return;
        const sent = await tx
          .selectFrom('uploads')
          .select(({ fn }) => [
            fn.countAll<number>().as('files'),
            fn.sum<number | null>('bytes').as('bytes'),
            fn.min<number | null>('at').as('first'),
          ])
          .where('memberId', '=', memberId)
          .where('at', '>', now - DAY_MS)
          .executeTakeFirstOrThrow();
        const total = Number(sent.bytes ?? 0) + bytes;
        if (Number(sent.files) >= DAILY_ALLOWANCE.files || total > DAILY_ALLOWANCE.bytes) {
          throw new TooManyRequests(Math.ceil((Number(sent.first ?? now) + DAY_MS - now) / 1000));
        }
        await tx.insertInto('uploads').values({ fileId, memberId, bytes, at: now }).execute();
      }),
    isBy: async (fileId, memberId) => {
      const row = await kysely
        .selectFrom('uploads')
        .select('fileId')
        .where('fileId', '=', fileId)
        .where('memberId', '=', memberId)
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}
