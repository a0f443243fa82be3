import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import type { Chance } from './chance.ts';
import { type AccountsDatabase, guarded } from './database.ts';

export interface BadgeSummary {
  badgeId: string;
  addedBy: string;
  addedAt: string;
}

/**
 * Which badge is whose. The number is the secret of whoever carries it: looked up by a keyed hash, and otherwise
 * kept sealed, because readers need it for what they may decide offline.
 */
export interface Badges {
  /** Gives a badge to a member; `taken` where somebody else has it. Again to the same member: the same badge. */
  add(badge: {
    number: string;
    memberId: string;
    addedBy: string;
  }): Promise<{ outcome: 'added'; badgeId: string } | { outcome: 'taken' }>;
  /** Whose badge it is; null for one that is unknown or was taken away. */
  memberOf(number: string): string | null;
  of(memberId: string): Promise<BadgeSummary[]>;
  /** Numbers of members' badges, for a reader's signed grants alone. */
  numbersOf(memberIds: readonly string[]): { memberId: string; number: string }[];
  /** False when the member has no such badge. */
  remove(memberId: string, badgeId: string): Promise<boolean>;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Readers write the same number with blanks, colons or small letters: `04:a2 1b` is `04A21B`. */
export const badgeNumber = (written: string): string => written.replaceAll(/[\s:-]/g, '').toUpperCase();

export function badgesOf(
  { kysely, reader }: AccountsDatabase,
  { secret, clock, chance }: { secret: string; clock: () => Date; chance: Chance },
): Badges {
  const keyFor = (use: string) => new Uint8Array(hkdfSync('sha256', secret, '', `badge ${use}`, 32));
  const [hashKey, sealKey] = [keyFor('hash'), keyFor('seal')];
  const hashOf = (number: string) =>
    createHmac('sha256', hashKey).update(badgeNumber(number)).digest('base64url');
  const seal = (number: string) => {
    const iv = chance.bytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', sealKey, iv);
    const sealed = Buffer.concat([cipher.update(badgeNumber(number), 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
  };
  const open = (text: string) => {
    const bytes = Buffer.from(text, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(0, IV_BYTES));
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    return Buffer.concat([
      decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)),
      decipher.final(),
    ]).toString();
  };
  const byHash = reader.prepare('select memberId from badges where hash = ?');
  const byMembers = reader.prepare(
    'select memberId, sealed from badges where memberId in (select value from json_each(?)) order by addedAt, id',
  );
  return {
    add: ({ number, memberId, addedBy }) =>
      kysely.transaction().execute(async (tx) => {
        const hash = hashOf(number);
        const known = await tx
          .selectFrom('badges')
          .select(['id', 'memberId'])
          .where('hash', '=', hash)
          .executeTakeFirst();
        if (known)
          return known.memberId === memberId ? { outcome: 'added', badgeId: known.id } : { outcome: 'taken' };
        const id = chance.uuid();
        const addedAt = clock().toISOString();
        const row = { id, hash, sealed: seal(number), memberId, addedBy, addedAt };
        await tx.insertInto('badges').values(row).execute();
        return { outcome: 'added', badgeId: id };
      }),
    memberOf: (number) => {
      const row = guarded(() => byHash.get(hashOf(number)));
      return row ? String(row.memberId) : null;
    },
    of: async (memberId) => {
      const rows = await kysely
        .selectFrom('badges')
        .select(['id', 'addedBy', 'addedAt'])
        .where('memberId', '=', memberId)
        .orderBy('addedAt')
        .execute();
      return rows.map(({ id, ...row }) => ({ badgeId: id, ...row }));
    },
    numbersOf: (memberIds) =>
      guarded(() => byMembers.all(JSON.stringify(memberIds))).map(({ memberId, sealed }) => ({
        memberId: String(memberId),
        number: open(String(sealed)),
      })),
    remove: async (memberId, badgeId) => {
      const result = await kysely
        .deleteFrom('badges')
        .where('id', '=', badgeId)
        .where('memberId', '=', memberId)
        .executeTakeFirst();
      return result.numDeletedRows > 0n;
    },
  };
}
