import { z } from 'zod';
import { validityMonths } from '../competences/commands.ts';
import { recognitionView } from '../competences/views.ts';
import { competenceId, memberId, workshopId } from '../identifiers.ts';
import { pausable } from '../members/events.ts';
import { appointedRole, joining, membershipKind } from '../roles.ts';
import { instant } from '../time.ts';
import { place } from './events.ts';
import { openingHours } from './openingHours.ts';

export const workshopSummary = z.strictObject({
  workshopId,
  name: z.string(),
  place,
  timeZone: z.string(),
  joining,
  machines: z.int(),
  /** Whether it is open now for members, and until or from when; null where it never opens. */
  openNow: z.strictObject({ open: z.boolean(), changesAt: instant.nullable() }),
});
export type WorkshopSummary = z.infer<typeof workshopSummary>;

/** `validityMonths`: how long it is good for when granted; null: for good. */
export const competenceView = z.strictObject({
  competenceId,
  workshopId,
  name: z.string(),
  validityMonths,
  revision: z.int(),
});
export type CompetenceView = z.infer<typeof competenceView>;

/** `revision` is that of the workshop's own entity (the ETag of GET and the If-Match of changes). */
export const workshopView = z.strictObject({
  ...workshopSummary.shape,
  openingHours,
  competences: z.array(competenceView),
  /** Competences of other workshops that count here. */
  recognitions: z.array(recognitionView),
  /** What the viewer may do here: names of actions from the policy (`workshop.setHours`, `member.approve`, …). */
  allowedActions: z.array(z.string()),
  revision: z.int(),
});
export type WorkshopView = z.infer<typeof workshopView>;

/** A pause, what it covers, and what a second steward has said to it (null: not yet). */
export const personPause = z.strictObject({
  until: instant,
  reason: z.string().nullable(),
  what: z.array(pausable),
  /** The steward who paused cannot be the one who reviews. */
  pausedBy: memberId,
  upheld: z.boolean().nullable(),
});

/** One person of a workshop. `name` is null where the viewer may not read it, or for a former member. */
export const personView = z.strictObject({
  memberId,
  name: z.string().nullable(),
  erased: z.boolean(),
  membership: z.strictObject({ kind: membershipKind, until: instant.nullable() }).nullable(),
  appointments: z.array(
    z.strictObject({ role: appointedRole, competenceId: competenceId.nullable(), since: instant }),
  ),
  competences: z.array(z.strictObject({ competenceId, until: instant.nullable() })),
  pause: personPause.nullable(),
  /** Waiting for approval. */
  requested: z.strictObject({ at: instant, message: z.string().nullable() }).nullable(),
  /** Revision for `If-Match` on commands to this person's membership. */
  revision: z.int().nullable(),
});
export type PersonView = z.infer<typeof personView>;

/** Appointments in force and past; every member can read them. */
export const appointmentView = z.strictObject({
  memberId,
  name: z.string().nullable(),
  role: appointedRole,
  competenceId: competenceId.nullable(),
  since: instant,
  until: instant.nullable(),
  appointedBy: z.string(),
  recalledBy: z.string().nullable(),
});
export type AppointmentView = z.infer<typeof appointmentView>;
