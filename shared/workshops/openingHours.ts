import { z } from 'zod';
import { properName } from '../text.ts';
import { calendarDate, closingTime, wallTime } from '../time.ts';

/** One opening in the week; weekday 1 is Monday (ISO 8601). It ends on the day it starts: cross midnight with two. */
export const weeklyOpening = z
  .strictObject({ weekday: z.int().min(1).max(7), opens: wallTime, closes: closingTime })
  .refine(({ opens, closes }) => opens < closes, 'closes before it opens');
export type WeeklyOpening = z.infer<typeof weeklyOpening>;

/** Around the clock, or the openings of a week. */
export const hoursOfRole = z.union([z.literal('always'), z.array(weeklyOpening).max(42)]);
export type HoursOfRole = z.infer<typeof hoursOfRole>;

/** Opening hours by role, in the workshop's wall time. A holiday closes for all but those who may always come in. */
export const openingHours = z.strictObject({
  visitor: hoursOfRole,
  member: hoursOfRole,
  host: hoursOfRole,
  steward: hoursOfRole,
  holidays: z.array(z.strictObject({ date: calendarDate, name: properName })).max(400),
});
export type OpeningHours = z.infer<typeof openingHours>;
