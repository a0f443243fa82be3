import { z } from 'zod';
import { machineId, workshopId } from '../identifiers.ts';
import { machineKind } from '../machines/words.ts';
import { calendarDate } from '../time.ts';

export const HOURS_OF_WEEK = 168;

/** One number for each hour of the workshop's week; the first is Monday, 0 to 1 o'clock. */
const byHour = z.array(z.int().nonnegative()).length(HOURS_OF_WEEK);

/**
 * How machines were taken over whole weeks, in minutes of their places for each hour of the week: `open` for members and
 * in service, of that `booked` and `used`. Of machines only, never of persons.
 */
export const idleCapacityView = z.strictObject({
  workshopId,
  workshopName: z.string(),
  timeZone: z.string(),
  weeks: z.int(),
  /** First and last day that are counted. */
  from: calendarDate,
  to: calendarDate,
  machines: z.array(
    z.strictObject({
      machineId,
      name: z.string(),
      kind: machineKind,
      capacity: z.int(),
      open: byHour,
      booked: byHour,
      used: byHour,
    }),
  ),
});
export type IdleCapacityView = z.infer<typeof idleCapacityView>;
