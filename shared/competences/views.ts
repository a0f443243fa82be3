import { z } from 'zod';
import { competenceId, inductionId, machineId, memberId, workshopId } from '../identifiers.ts';
import { zonedInstant } from '../time.ts';

/** Somebody's place in an induction. */
export const placeStatus = z.enum(['place', 'waiting', 'attended']);
export type PlaceStatus = z.infer<typeof placeStatus>;

/** One induction as one viewer sees it. Who comes is read by trainers and the desk only. */
export const inductionView = z.strictObject({
  inductionId,
  workshopId,
  workshopName: z.string(),
  timeZone: z.string(),
  competenceId,
  competenceName: z.string(),
  machineId: machineId.nullable(),
  machineName: z.string().nullable(),
  start: zonedInstant,
  end: zonedInstant,
  places: z.int(),
  /** Places that nobody has yet. */
  free: z.int(),
  waiting: z.int(),
  status: z.enum(['announced', 'over', 'cancelled']),
  trainer: z.strictObject({ memberId, name: z.string().nullable() }),
  note: z.string().nullable(),
  /** Why it was cancelled. */
  reason: z.string().nullable(),
  /** The viewer's own; `ahead`: how many wait before them. `revision` for giving it up. */
  mine: z.strictObject({ status: placeStatus, ahead: z.int(), revision: z.int() }).nullable(),
  people: z
    .array(z.strictObject({ memberId, name: z.string().nullable(), status: placeStatus, revision: z.int() }))
    .nullable(),
  allowedActions: z.array(z.string()),
  revision: z.int(),
});
export type InductionView = z.infer<typeof inductionView>;

/** Answer to the lists of inductions, by start. */
export const inductionList = z.strictObject({ inductions: z.array(inductionView) });
export type InductionList = z.infer<typeof inductionList>;

/** A session that leads to a competence one lacks: "Thursday 18:00, 3 places". `competence` is its name. */
export const nextInduction = z.strictObject({
  inductionId,
  workshopId,
  workshopName: z.string(),
  competence: z.string(),
  start: zonedInstant,
  placesLeft: z.int(),
});
export type NextInduction = z.infer<typeof nextInduction>;

/** Another workshop's competence that counts as one's own. */
export const recognitionView = z.strictObject({
  competenceId,
  competenceName: z.string(),
  workshopId,
  workshopName: z.string(),
  as: competenceId,
});
export type RecognitionView = z.infer<typeof recognitionView>;
