import { z } from 'zod';
import {
  bookingId,
  holdId,
  machineId,
  memberId,
  reservationId,
  seriesId,
  waitId,
  workshopId,
} from '../identifiers.ts';
import { outageView } from '../machines/views.ts';
import { machineKind } from '../machines/words.ts';
import { calendarDate, interval, zonedInstant } from '../time.ts';
import { awaited, condition } from './events.ts';
import { bookingRule, objection } from './rules.ts';

/**
 * pending → placed → started → completed; or cancelled, declined, lapsed, missed. `pending`, `placed`, `started` and
 * `completed` occupy their time.
 */
export const bookingStatus = z.enum([
  'pending',
  'placed',
  'started',
  'completed',
  'cancelled',
  'declined',
  'lapsed',
  'missed',
]);
export type BookingStatus = z.infer<typeof bookingStatus>;

const person = z.strictObject({ memberId, name: z.string().nullable() });

/** A booking as one viewer sees it: holder and purpose only within the workshop, else it is just "booked". */
export const bookingView = z.strictObject({
  bookingId,
  machineId,
  machineName: z.string(),
  machineKind,
  workshopId,
  workshopName: z.string(),
  timeZone: z.string(),
  start: zonedInstant,
  end: zonedInstant,
  status: bookingStatus,
  mine: z.boolean(),
  holder: person.nullable(),
  supervisor: person.nullable(),
  purpose: z.string().nullable(),
  /** Of a pending booking: what it waits for, and when it lapses. */
  awaits: z.array(awaited),
  answerBy: zonedInstant.nullable(),
  /** When use began and ended, as far as it did. */
  startedAt: zonedInstant.nullable(),
  stoppedAt: zonedInstant.nullable(),
  /** Ended by nobody: the time of the stop is a guess. */
  estimated: z.boolean(),
  condition: condition.nullable(),
  missing: z.array(z.string()),
  renewals: z.int(),
  seriesId: seriesId.nullable(),
  /** Rules that a steward or trainer set aside, with the reason (null where the viewer may not read it). */
  overridden: z.strictObject({ rules: z.array(bookingRule), reason: z.string().nullable() }).nullable(),
  /** Cancelled within the machine's late-cancellation time. */
  late: z.boolean(),
  /** Rules that a later fact has raised against it. */
  marks: z.array(bookingRule),
  /** Over: it can only be corrected. */
  over: z.boolean(),
  revision: z.int(),
});
export type BookingView = z.infer<typeof bookingView>;

/** A slot held for the viewer until `until`. */
export const holdView = z.strictObject({
  holdId,
  machineId,
  machineName: z.string(),
  workshopId,
  timeZone: z.string(),
  start: zonedInstant,
  end: zonedInstant,
  until: zonedInstant,
});
export type HoldView = z.infer<typeof holdView>;

/** A wish of the viewer, and how many are before them. */
export const waitView = z.strictObject({
  waitId,
  machineId,
  machineName: z.string(),
  workshopId,
  timeZone: z.string(),
  from: zonedInstant,
  to: zonedInstant,
  minutes: z.int(),
  ahead: z.int(),
});
export type WaitView = z.infer<typeof waitView>;

/** A stretch that the workshop keeps for itself. */
export const reservationView = z.strictObject({
  reservationId,
  start: zonedInstant,
  end: zonedInstant,
  purpose: z.string().nullable(),
});
export type ReservationView = z.infer<typeof reservationView>;

/** Stretches of a workshop day in which members are let in; wall time with offset. */
export const openStretch = z.strictObject({ start: zonedInstant, end: zonedInstant });

/** One calendar day of a workshop: 23, 24 or 25 hours from `start` to `end`. */
export const workshopDay = z.strictObject({
  date: calendarDate,
  start: zonedInstant,
  end: zonedInstant,
  /** For the viewer's own role. */
  open: z.array(openStretch),
  holiday: z.string().nullable(),
});
export type WorkshopDay = z.infer<typeof workshopDay>;

/** A held slot as others see it: taken for now. */
export const heldStretch = z.strictObject({
  holdId,
  start: zonedInstant,
  end: zonedInstant,
  until: zonedInstant,
  mine: z.boolean(),
});

/** A machine with what is booked, what is out, what is kept for the workshop and what is held for somebody. */
export const machineRow = z.strictObject({
  machineId,
  name: z.string(),
  kind: machineKind,
  capacity: z.int(),
  mayRunUnattended: z.boolean(),
  bookings: z.array(bookingView),
  outages: z.array(outageView),
  reservations: z.array(reservationView),
  held: z.array(heldStretch),
});

/** What one machine's calendar draws: some days of its workshop with what is booked and what is out. */
export const machineCalendarView = z.strictObject({
  ...machineRow.shape,
  workshopId,
  workshopName: z.string(),
  timeZone: z.string(),
  days: z.array(workshopDay),
});
export type MachineCalendarView = z.infer<typeof machineCalendarView>;

/** The viewer's own bookings, cancelled ones too, by start. */
export const myBookingsView = z.strictObject({ bookings: z.array(bookingView) });

/** What waits for me and what is held for me (`GET /api/me/waiting`), and who asks me to supervise. */
export const myWaitingView = z.strictObject({
  held: z.array(holdView),
  waiting: z.array(waitView),
  supervisionAsked: z.array(bookingView),
});
export type MyWaitingView = z.infer<typeof myWaitingView>;

/** Who else may use a machine, by name. */
export const entitledView = z.strictObject({ people: z.array(person) });

/** Answer to a series: which occurrences stand, and why others don't. In a dry run nothing has been placed. */
export const seriesReply = z.strictObject({
  seriesId: seriesId.nullable(),
  occurrences: z.array(
    z.strictObject({
      /** Null where the wall time does not exist that day (the hour that spring skips): `nearestTimes` are the two around it. */
      start: zonedInstant.nullable(),
      end: zonedInstant.nullable(),
      date: calendarDate,
      placed: z.boolean(),
      bookingId: bookingId.nullable(),
      revision: z.int().nullable(),
      objections: z.array(objection),
      nearest: interval.nullable(),
      nearestTimes: z.array(zonedInstant),
      /** Of a wall time that comes twice in autumn: the offset that was taken, `+02:00`. */
      ambiguousOffset: z.string().nullable(),
    }),
  ),
  position: z.string().nullable(),
});
export type SeriesReply = z.infer<typeof seriesReply>;
