import type { Attempts } from './attempts.ts';
import { type Chance, secretHash } from './chance.ts';
import type { AccountsDatabase } from './database.ts';

export interface Invitation {
  id: string;
  workshopId: string;
  role: string;
  createdBy: string;
  createdAt: string;
  expiresAt: string;
  usesLeft: number;
  revoked: boolean;
}

export interface Invitations {
  /** `token` goes into the link or QR code and is shown this once; its hash is kept. Who may is the caller's. */
  create(asked: {
    workshopId: string;
    role: string;
    createdBy: string;
    expiresAt: string;
    uses: number;
  }): Promise<{ id: string; token: string }>;
  /** What a token invites to, without using it; null when it is unknown, used up, run out or revoked. */
  peek(token: string): Promise<Invitation | null>;
  /** When this member used a token, if they did. */
  usedAt(token: string, memberId: string): Promise<string | null>;
  /**
   * Uses the token once for this member; again by the same member it answers the same and uses nothing, so that a
   * command that follows may be repeated. `usedAt` is the first time. Null as in `peek`.
   * @throws {TooManyRequests} too many wrong tokens from this member
   */
  redeem(token: string, memberId: string): Promise<(Invitation & { usedAt: string }) | null>;
  revoke(id: string, workshopId: string): Promise<boolean>;
  of(workshopId: string): Promise<Invitation[]>;
}

const GUESSES = { maximum: 20, windowMs: 600_000 } as const;

export function invitationsOf(
  { kysely }: AccountsDatabase,
  settings: { clock: () => Date; chance: Chance; attempts: Attempts },
): Invitations {
  const { clock, chance, attempts } = settings;
  const rows = () => kysely.selectFrom('invitations').selectAll();
  const invitationOf = ({
    tokenHash: _,
    revokedAt,
    ...row
  }: Awaited<ReturnType<typeof one>>): Invitation => ({
    ...row,
    revoked: revokedAt !== null,
  });
  const one = (id: string) => rows().where('id', '=', id).executeTakeFirstOrThrow();
  const isOpen = ({ expiresAt, revokedAt }: { expiresAt: string; revokedAt: string | null }) =>
    revokedAt === null && expiresAt > clock().toISOString();
  return {
    create: async ({ uses, expiresAt, ...asked }) => {
      const token = Buffer.from(chance.bytes(18)).toString('base64url');
      const id = chance.uuid();
      const createdAt = clock().toISOString();
      const until = new Date(expiresAt).toISOString();
      const row = { ...asked, id, createdAt, expiresAt: until, usesLeft: uses, revokedAt: null };
      await kysely
        .insertInto('invitations')
        .values({ ...row, tokenHash: secretHash(token) })
        .execute();
      return { id, token };
    },
    peek: async (token) => {
      const row = await rows().where('tokenHash', '=', secretHash(token)).executeTakeFirst();
      return row && isOpen(row) && row.usesLeft > 0 ? invitationOf(row) : null;
    },
    usedAt: async (token, memberId) => {
      const used = await kysely
        .selectFrom('invitationUses')
        .innerJoin('invitations', 'invitations.id', 'invitationUses.invitationId')
        .select('usedAt')
        .where('tokenHash', '=', secretHash(token))
        .where('memberId', '=', memberId)
        .executeTakeFirst();
      return used?.usedAt ?? null;
    },
    redeem: async (token, memberId) => {
      const redeemed = await kysely.transaction().execute(async (tx) => {
        const row = await tx
          .selectFrom('invitations')
          .selectAll()
          .where('tokenHash', '=', secretHash(token))
          .executeTakeFirst();
        if (!row) return null;
        const mine = { invitationId: row.id, memberId };
        const before = await tx
          .selectFrom('invitationUses')
          .select('usedAt')
          .where('invitationId', '=', row.id)
          .where('memberId', '=', memberId)
          .executeTakeFirst();
        if (before) return { ...invitationOf(row), usedAt: before.usedAt };
        if (!isOpen(row) || row.usesLeft <= 0) return null;
        const usesLeft = row.usesLeft - 1;
        const usedAt = clock().toISOString();
        await tx.updateTable('invitations').set({ usesLeft }).where('id', '=', row.id).execute();
        await tx
          .insertInto('invitationUses')
          .values({ ...mine, usedAt })
          .execute();
        return { ...invitationOf({ ...row, usesLeft }), usedAt };
      });
      if (!redeemed) await attempts.count(`invitation|${memberId}`, GUESSES.maximum, GUESSES.windowMs);
      return redeemed;
    },
    revoke: async (id, workshopId) => {
      const result = await kysely
        .updateTable('invitations')
        .set({ revokedAt: clock().toISOString() })
        .where('id', '=', id)
        .where('workshopId', '=', workshopId)
        .where('revokedAt', 'is', null)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
    of: async (workshopId) => {
      const all = await rows().where('workshopId', '=', workshopId).orderBy('createdAt', 'desc').execute();
      return all.map(invitationOf);
    },
  };
}
