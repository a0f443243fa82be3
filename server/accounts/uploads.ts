import { sql, type Transaction } from 'kysely';
import type { AccountsDatabase } from './database.ts';
import { TooManyRequests } from './keyUse.ts';
import type { AccountsTables } from './tables.ts';

const DAY_MS = 24 * 3_600_000;
/** What one member may send in within 24 hours: the largest folder that is brought at once, and room for another try. */
export const DAILY_ALLOWANCE = { files: 12_000, bytes: 5_000_000_000 } as const;

/** Who sent which file in. The log never says: so it goes with the member. */
export interface Uploads {
  /**
   * Notes that a member sends a file in; the same file again counts once.
   * @throws {TooManyRequests} more than a day's allowance
   */
  note(upload: { fileId: string; memberId: string; bytes: number }): Promise<void>;
  /** Whether this member sent it in. */
  isBy(fileId: string, memberId: string): Promise<boolean>;
  /** Whether nobody whose account is here sent it in before this member. */
  isFirstBy(fileId: string, memberId: string): Promise<boolean>;
  /** Those of the files that none of these members sent in. */
  notBy(fileIds: readonly string[], memberIds: readonly string[]): Promise<string[]>;
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
        assertWithin(await sentBy(tx, memberId, now), bytes, now);
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
    isFirstBy: async (fileId, memberId) => {
      const first = await kysely
        .selectFrom('uploads')
        .select('memberId')
        .where('fileId', '=', fileId)
        .orderBy('at')
        .orderBy(sql`rowid`)
        .executeTakeFirst();
      return first?.memberId === memberId;
    },
    notBy: async (fileIds, memberIds) => {
      const rows = await kysely
        .selectFrom('uploads')
        .select('fileId')
        .where('fileId', 'in', fileIds)
        .where('memberId', 'in', memberIds)
        .execute();
      const sent = new Set(rows.map(({ fileId }) => fileId));
      return fileIds.filter((fileId) => !sent.has(fileId));
    },
  };
}

/** How many files and bytes, and since when (UTC milliseconds; null: none). */
interface Amount {
  files: number;
  bytes: number;
  first: number | null;
}

/**
 * Whether so many bytes may come beside what a member sent within a day and what of theirs is still coming in.
 * @throws {TooManyRequests}
 */
export async function assertAllowance(
  tx: Transaction<AccountsTables>,
  memberId: string,
  bytes: number,
  now: number,
): Promise<void> {
  const sent = await sentBy(tx, memberId, now);
  const coming = await tx
    .selectFrom('incomingFiles')
    .select(({ fn }) => [
      fn.countAll<number>().as('files'),
      fn.sum<number | null>('bytes').as('bytes'),
      fn.min<number | null>('at').as('first'),
    ])
    .where('memberId', '=', memberId)
    .where('fileId', 'is', null)
    .executeTakeFirstOrThrow();
  const firsts = [sent.first, coming.first].filter((at) => at !== null);
  const both = {
    files: sent.files + Number(coming.files),
    bytes: sent.bytes + Number(coming.bytes ?? 0),
    first: firsts.length === 0 ? null : Math.min(...firsts.map(Number)),
  };
  assertWithin(both, bytes, now);
}

async function sentBy(tx: Transaction<AccountsTables>, memberId: string, now: number): Promise<Amount> {
  const { files, bytes, first } = await tx
    .selectFrom('uploads')
    .select(({ fn }) => [
      fn.countAll<number>().as('files'),
      fn.sum<number | null>('bytes').as('bytes'),
      fn.min<number | null>('at').as('first'),
    ])
    .where('memberId', '=', memberId)
    .where('at', '>', now - DAY_MS)
    .executeTakeFirstOrThrow();
  return { files: Number(files), bytes: Number(bytes ?? 0), first: first === null ? null : Number(first) };
}

function assertWithin(sent: Amount, bytes: number, now: number): void {
  if (sent.files < DAILY_ALLOWANCE.files && sent.bytes + bytes <= DAILY_ALLOWANCE.bytes) return;
  throw new TooManyRequests(Math.max(1, Math.ceil(((sent.first ?? now) + DAY_MS - now) / 1000)));
}
