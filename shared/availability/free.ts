import { z } from 'zod';
import { objection } from '../bookings/rules.ts';
import { nextInduction } from '../competences/views.ts';
import { competenceId, machineId, workshopId } from '../identifiers.ts';
import { machineKind } from '../machines/words.ts';
import { calendarDate, zonedInstant } from '../time.ts';

/** A point on the earth in degrees (WGS 84), written `49.9,10.9`. */
const nearby = z
  .string()
  .regex(/^-?\d{1,2}(\.\d{1,8})?,-?\d{1,3}(\.\d{1,8})?$/, 'must look like 49.9,10.9')
  .transform((text) => {
    const [latitude = 0, longitude = 0] = text.split(',').map(Number);
    return { latitude, longitude };
  })
  .refine(({ latitude, longitude }) => Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180, {
    message: 'is not a place on the earth',
  });

/**
 * "What is free?": of one machine, of a kind, of what asks for a competence, of one workshop or of all; for so many
 * minutes, from a day of the workshop's own calendar on. `near`: distances are told from there.
 */
export const freeQuery = z.strictObject({
  machine: machineId.optional(),
  kind: machineKind.optional(),
  competence: competenceId.optional(),
  workshop: workshopId.optional(),
  minutes: z.coerce.number().int().min(5).max(44_640).default(60),
  from: calendarDate.optional(),
  days: z.coerce.number().int().min(1).max(31).default(7),
  near: nearby.optional(),
});

/** A stretch in which a booking of the wanted length may lie, from `start` at the earliest, over by `until`. */
export const gap = z.strictObject({ start: zonedInstant, end: zonedInstant, until: zonedInstant });

/** One machine with its first gaps; or without any, with what stands against the viewer there. */
export const freeMachine = z.strictObject({
  machineId,
  name: z.string(),
  kind: machineKind,
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
