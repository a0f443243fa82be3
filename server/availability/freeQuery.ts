import { z } from 'zod';
import { competenceId, machineId, workshopId } from '../../shared/identifiers.ts';
import { machineKind } from '../../shared/machines/words.ts';
import { calendarDate } from '../../shared/time.ts';

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
export type FreeQuery = z.output<typeof freeQuery>;
