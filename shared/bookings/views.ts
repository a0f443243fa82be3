import { z } from 'zod';
import { bookingId, machineId, memberId, workshopId } from '../identifiers.ts';
import { outageView } from '../machines/views.ts';
import { calendarDate, zonedInstant } from '../time.ts';
import { bookingRule } from './rules.ts';

export const bookingStatus = z.enum(['placed', 'cancelled']);

/** A booking as one viewer sees it: holder and purpose only within the workshop, else it is just "booked". */
export const bookingView = z.strictObject({
  bookingId,
  machineId,
  machineName: z.string(),
  workshopId,
  workshopName: z.string(),
  timeZone: z.string(),
  start: zonedInstant,
  end: zonedInstant,
  status: bookingStatus,
  mine: z.boolean(),
  holder: z.strictObject({ memberId, name: z.string().nullable() }).nullable(),
  purpose: z.string().nullable(),
  /** Rules that a later fact has raised against it. */
  marks: z.array(bookingRule),
  /** Over: it can only be corrected. */
  over: z.boolean(),
  revision: z.int(),
});
export type BookingView = z.infer<typeof bookingView>;

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

/** What a timeline draws: one day or a few of one workshop, its machines with their bookings and outages. */
export const timelineView = z.strictObject({
  workshopId,
  workshopName: z.string(),
  timeZone: z.string(),
  days: z.array(workshopDay),
  machines: z.array(
    z.strictObject({
      machineId,
      name: z.string(),
      kind: z.string(),
      capacity: z.int(),
      mayRunUnattended: z.boolean(),
      bookings: z.array(bookingView),
      outages: z.array(outageView),
    }),
  ),
});
export type TimelineView = z.infer<typeof timelineView>;

/** What one machine's calendar draws: some days of its workshop with what is booked and what is out. */
export const machineCalendarView = z.strictObject({
  machineId,
  name: z.string(),
  kind: z.string(),
  capacity: z.int(),
  mayRunUnattended: z.boolean(),
  workshopId,
  workshopName: z.string(),
  timeZone: z.string(),
  days: z.array(workshopDay),
  bookings: z.array(bookingView),
  outages: z.array(outageView),
});
export type MachineCalendarView = z.infer<typeof machineCalendarView>;

/** The viewer's own bookings, cancelled ones too, by start. */
export const myBookingsView = z.strictObject({ bookings: z.array(bookingView) });
export type MyBookingsView = z.infer<typeof myBookingsView>;
