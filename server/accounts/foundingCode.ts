import { timingSafeEqual } from 'node:crypto';
import type { Attempts } from './attempts.ts';
import { type Chance, secretHash } from './chance.ts';
import type { AccountsDatabase } from './database.ts';

/** The code that lets the first visitor found the first workshop; whoever reads the server's terminal has it. */
export interface FoundingCode {
  /**
   * A new code to print at start, as `XXXX-XXXX-XXXX-XXXX`; null once one has been redeemed. Only its hash is
   * kept, so each start prints its own; the newest few are good, for servers that start side by side.
   */
  current(): Promise<string | null>;
  /**
   * Whether a code is good (or was, for the one who redeemed it), without using it: before an account is made.
   * @throws {TooManyRequests} as `redeem`
   */
  accepts(code: string): Promise<boolean>;
  /**
   * True for a good code, which no other member can use afterwards; the same member may repeat it, in case the
   * command that follows was cut off.
   * @throws {TooManyRequests} more than ten guesses in ten minutes, by whomever
   */
  redeem(code: string, memberId: string): Promise<boolean>;
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODES_KEPT = 4;
const GUESSES = { maximum: 10, windowMs: 600_000 } as const;

export function foundingCodeOf(
  { kysely }: AccountsDatabase,
  settings: { clock: () => Date; chance: Chance; attempts: Attempts },
): FoundingCode {
  const { clock, chance, attempts } = settings;
  return {
    current: async () => {
      const letters = [...chance.bytes(16)].map((byte) => ALPHABET[byte % 32]).join('');
      const issued = await kysely.transaction().execute(async (tx) => {
        const rows = await tx.selectFrom('foundingCodes').selectAll().orderBy('createdAt', 'desc').execute();
        if (rows.some(({ redeemedBy }) => redeemedBy !== null)) return false;
        for (const { hash } of rows.slice(CODES_KEPT - 1)) {
          await tx.deleteFrom('foundingCodes').where('hash', '=', hash).execute();
        }
        const row = { hash: secretHash(letters), createdAt: clock().toISOString(), redeemedBy: null };
        await tx.insertInto('foundingCodes').values(row).execute();
        return true;
      });
      return issued ? letters.replace(/(.{4})(?=.)/g, '$1-') : null;
    },
    accepts: async (code) => {
      await attempts.count('foundingCode', GUESSES.maximum, GUESSES.windowMs);
      const given = hashOf(code);
      const rows = await kysely.selectFrom('foundingCodes').selectAll().execute();
      const isTaken = rows.some(({ redeemedBy }) => redeemedBy !== null);
      return rows.some(
        ({ hash, redeemedBy }) =>
          timingSafeEqual(Buffer.from(hash), given) && (!isTaken || redeemedBy !== null),
      );
    },
    redeem: async (code, memberId) => {
      await attempts.count('foundingCode', GUESSES.maximum, GUESSES.windowMs);
      const given = hashOf(code);
      return kysely.transaction().execute(async (tx) => {
        const rows = await tx.selectFrom('foundingCodes').selectAll().execute();
        const equal = rows.filter(({ hash }) => timingSafeEqual(Buffer.from(hash), given));
        const taken = rows.find(({ redeemedBy }) => redeemedBy !== null);
        if (equal.length === 0) return false;
        if (taken) return taken.redeemedBy === memberId && equal.includes(taken);
        for (const { hash } of equal) {
          await tx
            .updateTable('foundingCodes')
            .set({ redeemedBy: memberId })
            .where('hash', '=', hash)
            .execute();
        }
        return true;
      });
    },
  };
}

/** As it may be typed from a terminal: small letters, without dashes, I and L for 1, O for 0. */
const hashOf = (code: string): Buffer =>
  Buffer.from(secretHash(code.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0')));
