import type { CalendarEvent } from '../../shared/schemasOfEvents.ts';
import { accepted } from '../commands/decider.ts';
import { runningBookings, type StartedBooking } from './agenda.ts';
import type { Calendar } from './calendar.ts';
import type { SettleDue } from './calendarCommands.ts';
import { type CalendarDecision, iso, whose } from './decision.ts';
import { missedAt } from './grace.ts';
import { firstClosed } from './openStretches.ts';
import { type CalendarFacts, STRANGER } from './slot.ts';

const MINUTE = 60_000;

/**
 * Does what time has made due: requests that nobody answered lapse, bookings that nobody started are missed, sessions
 * that nobody stopped end with the day, wishes that cannot be fulfilled any more leave the line. Holds that ran out are
 * ended before every decision.
 */
export function settleDue(
  { machineId, downtime }: SettleDue,
  calendar: Calendar,
  facts: CalendarFacts,
): CalendarDecision {
  const { now, machine } = facts;
  const events: CalendarEvent[] = [];
  for (const booking of calendar.agenda.byEnd) {
    if (booking.status === 'pending' && booking.answerBy <= now) {
      events.push({ type: 'BookingLapsed', data: whose(booking, machineId) });
    }
    if (booking.status === 'placed' && machine.rules.checkIn !== 'none' && booking.start < now) {
      const due = missedAt(booking, calendar, facts, downtime);
      if (due !== null && due <= now) {
        events.push({ type: 'BookingMissed', data: whose(booking, machineId) });
      }
    }
  }
  for (const booking of runningBookings(calendar.agenda)) {
    const at = endsItselfAt(booking, facts);
    if (at !== null && at <= now) events.push(endedItself(booking, machineId, at));
  }
  for (const { waitId, workshopId, memberId, to, minutes } of calendar.waiting) {
    const isHeld = calendar.holds.some((hold) => hold.waitId === waitId);
    if (!isHeld && to - minutes * MINUTE < now) {
      events.push({ type: 'WaitingLeft', data: { waitId, machineId, workshopId, memberId } });
    }
  }
  return accepted(...events);
}

/**
 * When a session past its planned end ends itself: where somebody has to stand beside the machine, at closing (for
 * those who may come around the clock, at midnight). One that may run unattended runs on, and so does what is out on
 * loan. Null: not yet known, or never.
 */
function endsItselfAt(
  booking: StartedBooking,
  { now, machine, workshop, holders }: CalendarFacts,
): number | null {
  if (machine.mayRunUnattended || machine.rules.byTheDay || booking.end > now) return null;
  const { openingHours, timeZone } = workshop;
  const { hours } = holders[booking.memberId] ?? STRANGER;
  const midnight = Temporal.Instant.fromEpochMilliseconds(booking.end)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .add({ days: 1 })
    .toZonedDateTime(timeZone).epochMilliseconds;
  const closing = firstClosed(openingHours, hours, timeZone, { start: booking.end, end: midnight });
  return closing ?? midnight;
}

const endedItself = (booking: StartedBooking, machineId: string, at: number): CalendarEvent => ({
  type: 'UseStopped',
  data: {
    ...whose(booking, machineId),
    at: iso(at),
    via: 'timer',
    replayed: false,
    estimated: true,
    readings: [],
    noteId: null,
    condition: null,
    missing: [],
    photographs: [],
  },
});
