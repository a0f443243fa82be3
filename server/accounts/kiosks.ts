import type { IncomingHttpHeaders } from 'node:http';
import type { Attempts } from './attempts.ts';
import { type Chance, secretHash } from './chance.ts';
import { type AccountsDatabase, guarded } from './database.ts';
import { shownKey } from './devices.ts';

/** A member who stands before a kiosk of a workshop, and has not walked away yet. */
export interface KioskSession {
  memberId: string;
  kioskId: string;
  workshopId: string;
}

export interface Kiosks {
  /** A code with which a tablet is paired, once, within ten minutes. */
  pairingCode(kiosk: { workshopId: string; name: string }): Promise<{ code: string; expiresAt: string }>;
  /**
   * What the code pairs with, and the id of the new kiosk; null for one that is unknown, used or run out.
   * @throws {TooManyRequests} after twenty guesses of anybody within ten minutes
   */
  redeem(code: string): Promise<{ kioskId: string; workshopId: string; name: string } | null>;
  /** Who stands before a kiosk, by the key that `open` gave; null when they have been away for half a minute. */
  sessionOf(headers: IncomingHttpHeaders): Promise<KioskSession | null>;
  open(session: { memberId: string; kioskId: string }): Promise<string>;
  close(kioskId: string): Promise<void>;
}

/** Crockford base 32: no I, L, O, U to mistake for something else. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 6;
export const CODE_LASTS_MS = 10 * 60_000;
const GUESSES = { maximum: 20, windowMs: 10 * 60_000 } as const;
const PREFIX = 'cws_';
const SECRET_BYTES = 24;
/** Somebody who has touched nothing for this long has walked away. Milliseconds. */
export const KIOSK_PATIENCE_MS = 30_000;
/** How often at most a session is written as still in use. */
const WRITTEN_EVERY_MS = 5_000;

const asTyped = (code: string) =>
  code.trim().toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1').replaceAll(/[\s-]/g, '');

/** Tablets that a workshop's people share: pairing them, and who stands before them. */
export function kiosksOf(
  { kysely, reader }: AccountsDatabase,
  { clock, chance, attempts }: { clock: () => Date; chance: Chance; attempts: Attempts },
): Kiosks {
  const byHash = reader.prepare(
    `select memberId, kioskId, workshopId, expiresAt from kioskSessions
     join devices on devices.id = kioskSessions.kioskId where tokenHash = ?`,
  );
  return {
    pairingCode: async ({ workshopId, name }) => {
      const code = Array.from(chance.bytes(CODE_LENGTH), (byte) => LETTERS.charAt(byte % 32)).join('');
      const now = clock().getTime();
      const expiresAt = now + CODE_LASTS_MS;
      await kysely.deleteFrom('kioskPairings').where('expiresAt', '<=', now).execute();
      await kysely
        .insertInto('kioskPairings')
        .values({ codeHash: secretHash(code), workshopId, name, expiresAt })
        .onConflict((conflict) => conflict.column('codeHash').doUpdateSet({ workshopId, name, expiresAt }))
        .execute();
      return { code, expiresAt: new Date(expiresAt).toISOString() };
    },
    redeem: async (code) => {
      await attempts.count('kioskPairing', GUESSES.maximum, GUESSES.windowMs);
      const taken = await kysely
        .deleteFrom('kioskPairings')
        .where('codeHash', '=', secretHash(asTyped(code)))
        .where('expiresAt', '>', clock().getTime())
        .returning(['workshopId', 'name'])
        .executeTakeFirst();
      return taken ? { ...taken, kioskId: chance.uuid() } : null;
    },
    sessionOf: async (headers) => {
      const token = shownKey(headers, PREFIX);
      if (token === null) return null;
      const tokenHash = secretHash(token);
      const row = guarded(() => byHash.get(tokenHash));
      const now = clock().getTime();
      const expiresAt = Number(row?.expiresAt ?? 0);
      if (!row || expiresAt <= now) return null;
      if (expiresAt - now < KIOSK_PATIENCE_MS - WRITTEN_EVERY_MS) {
        await kysely
          .updateTable('kioskSessions')
          .set({ expiresAt: now + KIOSK_PATIENCE_MS })
          .where('tokenHash', '=', tokenHash)
          .execute();
      }
      return {
        memberId: String(row.memberId),
        kioskId: String(row.kioskId),
        workshopId: String(row.workshopId),
      };
    },
    open: async ({ memberId, kioskId }) => {
      const token = PREFIX + Buffer.from(chance.bytes(SECRET_BYTES)).toString('base64url');
      const expiresAt = clock().getTime() + KIOSK_PATIENCE_MS;
      // One person stands before it: whoever was there before is gone.
      await kysely.transaction().execute(async (tx) => {
        await tx.deleteFrom('kioskSessions').where('kioskId', '=', kioskId).execute();
        await tx
          .insertInto('kioskSessions')
          .values({ tokenHash: secretHash(token), kioskId, memberId, expiresAt })
          .execute();
      });
      return token;
    },
    close: async (kioskId) => {
      await kysely.deleteFrom('kioskSessions').where('kioskId', '=', kioskId).execute();
    },
  };
}
