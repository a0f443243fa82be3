import { z } from 'zod';
import { validityMonths } from '../competences/commands.ts';
import { competenceId, memberId } from '../identifiers.ts';
import { appointedRole, joining, membershipKind } from '../roles.ts';
import { properName } from '../text.ts';
import { timeZone } from '../time.ts';
import { place } from './events.ts';
import { openingHours } from './openingHours.ts';

/** Bodies of the requests that change a workshop. */
export const foundWorkshop = z.strictObject({ name: properName, place, timeZone, openingHours, joining });
export type FoundWorkshopBody = z.infer<typeof foundWorkshop>;

export const describeWorkshop = z.strictObject({ name: properName, place });

export const setOpeningHours = z.strictObject({ openingHours });

export const setJoining = z.strictObject({ joining });

export const defineCompetence = z.strictObject({
  name: properName,
  validityMonths: validityMonths.optional(),
});

/** To appoint, and to recall. `competenceId` for a trainer only. */
export const appointment = z.strictObject({
  memberId,
  role: appointedRole,
  competenceId: competenceId.nullable(),
});
export type AppointmentBody = z.infer<typeof appointment>;

/** An invitation for `uses` people, good for so many days. */
export const invite = z.strictObject({
  kind: membershipKind,
  days: z.int().min(1).max(90),
  uses: z.int().min(1).max(500),
});

/** The link carries the token and is shown this once. */
export const invitationReply = z.strictObject({ url: z.string(), token: z.string(), expiresAt: z.string() });
export type InvitationReply = z.infer<typeof invitationReply>;

/** The first visit of a new server: the code that its terminal shows, an account, and the workshop. */
export const foundNetwork = z.strictObject({
  code: z.string().trim().min(1).max(64),
  account: z.strictObject({
    name: properName,
    email: z.email().max(254),
    password: z.string().min(8, 'needs at least 8 characters').max(128),
  }),
  workshop: foundWorkshop,
});

/** Whether anybody who is signed in may found a workshop, has to ask the operator, or cannot. */
export const foundingMode = z.enum(['open', 'asked', 'closed']);
export type FoundingMode = z.infer<typeof foundingMode>;
