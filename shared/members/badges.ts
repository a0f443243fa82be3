import { z } from 'zod';
import { badgeWritten } from '../badge.ts';
import { properName } from '../text.ts';
import { instant } from '../time.ts';

const EASILY_GUESSED = /^(\d)\1{5}$|^123456$|^654321$/;

/** What a member types at a kiosk. */
export const pin = z
  .string()
  .regex(/^\d{6}$/, 'has six digits')
  .refine((digits) => !EASILY_GUESSED.test(digits), 'is too easily guessed');

/** An account for somebody without e-mail. */
export const makePerson = z.strictObject({
  name: properName,
  /** A visitor comes in while the workshop is staffed. */
  kind: z.enum(['member', 'visitor']).optional(),
  badge: badgeWritten.optional(),
  pin: pin.optional(),
});

export const addBadge = z.strictObject({ badge: badgeWritten });
export const setPin = z.strictObject({ pin });

/** How somebody is known without a password; numbers are not told. */
export const badgesView = z.strictObject({
  badges: z.array(z.strictObject({ badgeId: z.string(), addedAt: instant })),
  hasPin: z.boolean(),
  hasMail: z.boolean(),
  /** Nobody has signed in to the account yet: a link makes it its person's own. */
  claimable: z.boolean(),
});
export type BadgesView = z.infer<typeof badgesView>;

/** Where somebody makes an account that was made for them their own. */
export const claimLink = z.strictObject({ url: z.string(), expiresAt: instant });
export const claimAccount = z.strictObject({
  token: z.string().regex(/^[A-Za-z0-9_-]{32}$/, 'is not the secret of a link'),
  email: z.email().max(254),
  password: z.string().min(8).max(128),
});
