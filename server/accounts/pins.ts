import type { Attempts } from './attempts.ts';
import type { AccountsDatabase } from './database.ts';
import type { Passwords } from './passwords.ts';

/** Wrong and right tries together: six digits bear few guesses. */
export const PIN_TRIES = { maximum: 5, windowMs: 15 * 60_000 } as const;

/** A number of six digits with which a member signs in at a paired kiosk, and nowhere else. */
export interface Pins {
  /** Sets or changes it. */
  set(memberId: string, pin: string): Promise<void>;
  remove(memberId: string): Promise<void>;
  has(memberId: string): Promise<boolean>;
  /**
   * Whether this is the member's PIN; somebody without one, or nobody at all, takes as long and is told the same.
   * @throws {TooManyRequests} more than five tries in a quarter of an hour, for this member
   */
  verify(memberId: string, pin: string): Promise<boolean>;
}

export function pinsOf(
  { kysely }: AccountsDatabase,
  { attempts, passwords }: { attempts: Attempts; passwords: Passwords },
): Pins {
  const hashOf = async (memberId: string) => {
    const found = kysely.selectFrom('pins').select('hash').where('memberId', '=', memberId);
    return (await found.executeTakeFirst())?.hash;
  };
  return {
    set: async (memberId, pin) => {
      const hash = await passwords.hash(pin);
      await kysely
        .insertInto('pins')
        .values({ memberId, hash })
        .onConflict((conflict) => conflict.column('memberId').doUpdateSet({ hash }))
        .execute();
    },
    remove: async (memberId) => {
      await kysely.deleteFrom('pins').where('memberId', '=', memberId).execute();
    },
    has: async (memberId) => (await hashOf(memberId)) !== undefined,
    verify: async (memberId, pin) => {
      await attempts.count(`pin|${memberId}`, PIN_TRIES.maximum, PIN_TRIES.windowMs);
      const hash = await hashOf(memberId);
      if (hash !== undefined) return passwords.verify({ password: pin, hash });
      await passwords.hash(pin);
      return false;
    },
  };
}
