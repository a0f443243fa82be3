import { z } from 'zod';
import { objection } from '../bookings/rules.ts';
import { nextInduction } from '../competences/views.ts';
import { machineId, workshopId } from '../identifiers.ts';
import { machineKind } from '../machines/words.ts';
import { zonedInstant } from '../time.ts';

/** A stretch in which a booking of the wanted length may lie, from `start` at the earliest, over by `until`. */
export const gap = z.strictObject({ start: zonedInstant, end: zonedInstant, until: zonedInstant });

/** One machine with its first gaps; or without any, with what stands against the viewer there. */
export const freeMachine = z.strictObject({
  machineId,
  name: z.string(),
  kind: machineKind,
  capacity: z.int(),
  mayRunUnattended: z.boolean(),
  workshopId,
  workshopName: z.string(),
  timeZone: z.string(),
  /** From `near`; null where no place is known. */
  metres: z.int().nullable(),
  /** `end` of each: where a booking of the wanted length ends that starts with the gap. */
  gaps: z.array(gap).max(3),
  objections: z.array(objection),
  /** Where a competence is missing: when it can be learned. */
  inductions: z.array(nextInduction).max(3),
});
export type FreeMachine = z.infer<typeof freeMachine>;

/** Machines with a gap first, by its start, then by distance; then those that the viewer cannot have. */
export const freeView = z.strictObject({
  minutes: z.int(),
  machines: z.array(freeMachine),
  /** Further machines that were found and are not listed. */
  more: z.int(),
});
export type FreeView = z.infer<typeof freeView>;
