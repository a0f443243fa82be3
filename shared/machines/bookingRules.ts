import { z } from 'zod';
import { wallTime } from '../time.ts';

/**
 * A window of every week in the workshop's wall time; weekday 1 is Monday (ISO 8601). One that ends at or before its
 * start crosses midnight: `22:00` to `06:00`; `00:00` to `00:00` is the whole day.
 */
export const weeklyWindow = z.strictObject({ weekday: z.int().min(1).max(7), from: wallTime, to: wallTime });
export type WeeklyWindow = z.infer<typeof weeklyWindow>;

/** How it is known that somebody came: not at all, a tap at the machine, a reader. */
export const checkIn = z.enum(['none', 'person', 'reader']);

const DAY = 1_440;
const minutes = (least: number, days: number) =>
  z
    .int()
    .min(least)
    .max(days * DAY)
    .nullable();
const count = z.int().min(1).max(1000).nullable();

/** What a machine asks of a booking. Null: it does not ask that. Durations in elapsed minutes. */
export const bookingRules = z.strictObject({
  /** A booking ends at most so many days ahead. */
  horizonDays: z.int().min(1).max(730).nullable(),
  minimumNoticeMinutes: minutes(1, 60),
  minimumDurationMinutes: minutes(1, 31),
  maximumDurationMinutes: minutes(1, 92),
  /** A member's bookings that touch one workshop day: how many, and how long together on that day. */
  maximumPerDay: count,
  maximumPerDayMinutes: minutes(1, 1),
  /** A member's future bookings: how many, and how long together. */
  maximumOpen: count,
  maximumOpenMinutes: minutes(1, 366),
  /** Between two bookings of the same member. */
  minimumGapMinutes: minutes(1, 31),
  /** Between any two bookings: cooling, cleaning. */
  turnaroundMinutes: minutes(1, 7),
  /** Off-peak: time in here does not count for `longest` to `gap`. */
  freeTime: z.array(weeklyWindow).max(42),
  /** Of this machine alone, whatever the workshop's hours. */
  quietHours: z.array(weeklyWindow).max(42),
  /** A steward confirms each booking. */
  approval: z.boolean(),
  /** Somebody without the competence may book together with a competent member who agrees. */
  supervisedUse: z.boolean(),
  checkIn,
  /** How late somebody may start before the slot is released; only where there is check-in. */
  graceMinutes: z.int().min(5).max(DAY),
  /** A cancellation nearer to the start than this is recorded as late. */
  lateCancelMinutes: minutes(1, 14),
  /** It is started with a booking only, or without one only, or either way. */
  starting: z.enum(['either', 'bookingOnly', 'walkUpOnly']),
  /** Somebody else is in the room while it runs. */
  neverAlone: z.boolean(),
  /** Booked by whole days: collected and brought back while the workshop is open. */
  byTheDay: z.boolean(),
  /** How often a loan may be renewed, unless somebody waits. */
  renewals: z.int().min(0).max(50),
});
export type BookingRules = z.infer<typeof bookingRules>;

/** Asks nothing: what held before machines had rules. */
export const NO_BOOKING_RULES: BookingRules = {
  horizonDays: null,
  minimumNoticeMinutes: null,
  minimumDurationMinutes: null,
  maximumDurationMinutes: null,
  maximumPerDay: null,
  maximumPerDayMinutes: null,
  maximumOpen: null,
  maximumOpenMinutes: null,
  minimumGapMinutes: null,
  turnaroundMinutes: null,
  freeTime: [],
  quietHours: [],
  approval: false,
  supervisedUse: false,
  checkIn: 'none',
  graceMinutes: 15,
  lateCancelMinutes: null,
  starting: 'either',
  neverAlone: false,
  byTheDay: false,
  renewals: 0,
};
