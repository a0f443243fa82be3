import type { CalendarEvent } from '../../shared/schemasOfEvents.ts';
import { accepted } from '../commands/decider.ts';
import { type Booking, find, isAhead, occupies, occupyingWithin } from './agenda.ts';
import type { Calendar } from './calendar.ts';
import type { RecordUse } from './calendarCommands.ts';
import { type CalendarDecision, iso } from './decision.ts';
import { firstFull } from './rules/occupancy.ts';
import type { CalendarFacts } from './slot.ts';

/**
 * Writes down what a reader logged while it was offline. It has happened: nothing refuses it. It keeps its own time,
 * no later than now. What a missed booking had given away meanwhile stays given away; then both facts stand, and the
 * record names what it contradicts. The same record again changes nothing.
 */
export function recordUse(command: RecordUse, calendar: Calendar, facts: CalendarFacts): CalendarDecision {
  const startedAt = Math.min(command.startedAt, facts.now);
  const stoppedAt =
    command.stoppedAt === null ? null : Math.max(startedAt, Math.min(command.stoppedAt, facts.now));
  const { bookingId, machineId, workshopId, memberId } = command;
  const booking = find(calendar.agenda, bookingId);
  const data = { bookingId, machineId, workshopId, memberId: booking?.memberId ?? memberId };
  const stop: CalendarEvent[] =
    stoppedAt === null ? [] : [{ type: 'UseStopped', data: { ...data, ...stopOf(stoppedAt) } }];

  if (booking && hasBegun(booking)) return accepted(...(isRunning(booking) ? stop : []));
  const end = stoppedAt ?? Math.max(command.plannedEnd, startedAt);
  const contradicts = contradicted(startedAt, end, booking, calendar, facts);
  const start: CalendarEvent = {
    type: 'UseStarted',
    data: {
      ...data,
      at: iso(startedAt),
      via: 'reader',
      replayed: true,
      contradicts,
      buildId: null,
      step: null,
    },
  };
  if (!booking) {
    const placed: CalendarEvent = {
      type: 'BookingPlaced',
      data: {
        ...data,
        start: iso(startedAt),
        end: iso(Math.max(end, command.plannedEnd)),
        purposeId: null,
        supervisorId: null,
        seriesId: null,
        holdId: null,
        walkUp: true,
        awaits: [],
        answerBy: null,
        overridden: null,
      },
    };
    // Its time belongs to somebody else: it never had a slot.
    const released: CalendarEvent[] = contradicts.length > 0 ? [{ type: 'BookingMissed', data }] : [];
    return accepted(placed, ...released, start, ...stop);
  }
  const reinstated: CalendarEvent[] =
    isAhead(booking) || contradicts.length > 0 ? [] : [{ type: 'BookingReinstated', data }];
  return accepted(...reinstated, start, ...stop);
}

const hasBegun = (booking: Booking): boolean =>
  booking.status === 'started' ||
  booking.status === 'completed' ||
  (!occupies(booking) && booking.used !== null);

const isRunning = (booking: Booking): boolean =>
  booking.status === 'started' || (!occupies(booking) && booking.used?.to === null);

const stopOf = (stoppedAt: number) => ({
  at: iso(stoppedAt),
  via: 'reader' as const,
  replayed: true,
  estimated: false,
  readings: [],
  noteId: null,
  condition: null,
  missing: [],
  photographs: [],
});

/** Bookings of others that fill the machine in the time of the record, or of the slot that it would take back. */
function contradicted(
  startedAt: number,
  end: number,
  booking: Booking | undefined,
  { agenda }: Calendar,
  { machine }: CalendarFacts,
): string[] {
  const lost = booking && !occupies(booking);
  const span = {
    start: lost ? Math.min(booking.start, startedAt) : startedAt,
    end: Math.max(lost ? Math.max(booking.end, end) : end, startedAt + 1),
  };
  const others = occupyingWithin(agenda, span, booking?.bookingId ?? null);
  return firstFull(others, machine.capacity) ? others.map(({ bookingId }) => bookingId) : [];
}
