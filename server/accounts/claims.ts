import { type Chance, secretHash } from './chance.ts';
import type { AccountsDatabase } from './database.ts';
import type { Passwords } from './passwords.ts';

export interface Claims {
  /** Whether nobody could ever sign in to this account: it has no password, and no other server vouches for it. */
  isOpen(memberId: string): Promise<boolean>;
  /** A link's secret with which somebody makes such an account their own; the one before is void. */
  make(memberId: string): Promise<{ token: string; expiresAt: string }>;
  /** Gives the account an address and a password, once. `taken`: somebody else has the address. */
  redeem(claim: {
    token: string;
    email: string;
    password: string;
  }): Promise<{ outcome: 'claimed'; memberId: string } | { outcome: 'unknown' } | { outcome: 'taken' }>;
}

const SECRET_BYTES = 24;
export const CLAIM_LASTS_MS = 7 * 24 * 3_600_000;

/** How an account that a host has made becomes its person's own. */
export function claimsOf(
  { kysely }: AccountsDatabase,
  { clock, chance, passwords }: { clock: () => Date; chance: Chance; passwords: Passwords },
): Claims {
  const wayIn = (on: typeof kysely, memberId: string) =>
    on.selectFrom('account').select('id').where('userId', '=', memberId).executeTakeFirst();
  return {
    isOpen: async (memberId) => (await wayIn(kysely, memberId)) === undefined,
    make: async (memberId) => {
      const token = Buffer.from(chance.bytes(SECRET_BYTES)).toString('base64url');
      const expiresAt = clock().getTime() + CLAIM_LASTS_MS;
      const tokenHash = secretHash(token);
      await kysely
        .insertInto('claims')
        .values({ memberId, tokenHash, expiresAt })
        .onConflict((conflict) => conflict.column('memberId').doUpdateSet({ tokenHash, expiresAt }))
        .execute();
      return { token, expiresAt: new Date(expiresAt).toISOString() };
    },
    redeem: async ({ token, email, password }) => {
      // Before the transaction: a hash takes long, and there is one write lock.
      const hash = await passwords.hash(password);
      const now = clock();
      const address = email.toLowerCase();
      return kysely.transaction().execute(async (tx) => {
        const claim = await tx
          .selectFrom('claims')
          .innerJoin('user', 'user.id', 'claims.memberId')
          .select('claims.memberId')
          .where('tokenHash', '=', secretHash(token))
          .where('claims.expiresAt', '>', now.getTime())
          .executeTakeFirst();
        if (!claim || (await wayIn(tx, claim.memberId))) return { outcome: 'unknown' as const };
        const taken = await tx
          .selectFrom('user')
          .select('id')
          .where('email', '=', address)
          .where('id', '<>', claim.memberId)
          .executeTakeFirst();
        if (taken) return { outcome: 'taken' as const };
        const { memberId } = claim;
        const at = now.toISOString();
        await tx
          .updateTable('user')
          .set({ email: address, updatedAt: at })
          .where('id', '=', memberId)
          .execute();
        await tx
          .insertInto('account')
          .values({
            id: chance.uuid(),
            accountId: memberId,
            providerId: 'credential',
            userId: memberId,
            password: hash,
            createdAt: at,
            updatedAt: at,
          })
          .execute();
        await tx.deleteFrom('claims').where('memberId', '=', memberId).execute();
        return { outcome: 'claimed' as const, memberId };
      });
    },
  };
}
