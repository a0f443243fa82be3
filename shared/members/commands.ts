import { z } from 'zod';
import { competenceId } from '../identifiers.ts';
import { language } from '../language.ts';
import { membershipKind } from '../roles.ts';
import { freeText, properName, writtenReason } from '../text.ts';
import { instant } from '../time.ts';
import { pausable } from './events.ts';

/** Bodies of the requests about people in a workshop. */
export const joinWorkshop = z.strictObject({
  /** Read by those who approve. */
  message: freeText.optional(),
  /** The token of an invitation. */
  invitation: z
    .string()
    .regex(/^[A-Za-z0-9_-]{8,64}$/, 'is not an invitation')
    .optional(),
});

/** `until` null: while nobody ends it. */
export const approveMembership = z.strictObject({ kind: membershipKind, until: instant.nullable() });

export const withReason = z.strictObject({ reason: writtenReason });

/** `what` left out: bookings, loans and starts. */
export const pauseMember = z.strictObject({
  until: instant,
  reason: writtenReason,
  what: z.array(pausable).min(1).max(pausable.options.length).optional(),
});

/** A second steward's word: upheld, or ended at once. */
export const reviewPause = z.strictObject({ upheld: z.boolean() });

/** `until` null: for good; left out: as long as the competence is good for. */
export const grantCompetence = z.strictObject({ competenceId, until: instant.nullable().optional() });

export const withdrawCompetence = z.strictObject({ competenceId, reason: writtenReason });

export const theme = z.enum(['system', 'light', 'dark']);

/** `language` null: as the browser asks. */
export const setProfile = z.strictObject({ name: properName, language: language.nullable(), theme });

/** Said in so many words, because nothing brings it back. */
export const eraseMe = z.strictObject({ confirm: z.literal('erase') });
