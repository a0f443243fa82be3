import type { CalendarEvent } from '../../shared/schemasOfEvents.ts';
import { accepted, refused } from '../commands/decider.ts';
import { find, isAhead } from './agenda.ts';
import type { Calendar } from './calendar.ts';
import type { CancelBooking, ChangeTimes, PlaceBooking, ReinstateBooking } from './calendarCommands.ts';
import { type CalendarDecision, forgotten, iso, whose } from './decision.ts';
import { nearestAllowed } from './nearest.ts';
import { allAgainst } from './rulebook.ts';
import type { CalendarFacts, Slot } from './slot.ts';

/** Accepts with the event, or refuses with every rule that stands and the nearest slot that all rules allow. */
function ask(
  slot: Slot,
  calendar: Calendar,
  facts: CalendarFacts,
  event: () => CalendarEvent,
): CalendarDecision {
  const standing = allAgainst(slot, calendar, facts);
  if (standing.length === 0) return accepted(event());
  const nearest = standing.some(({ whenever }) => whenever) ? null : nearestAllowed(slot, calendar, facts);
  return {
    outcome: 'refused',
    objections: standing.map(({ rule, message }) => ({ rule, message })),
    nearest: nearest && { start: iso(nearest.start), end: iso(nearest.end) },
  };
}

const UNDISPUTED = { awaits: [], answerBy: null, overridden: null };

export function place(command: PlaceBooking, calendar: Calendar, facts: CalendarFacts): CalendarDecision {
  const { bookingId, machineId, workshopId, memberId, start, end, purposeId } = command;
  // A repetition so late that nobody remembers the command.
  if (find(calendar.agenda, bookingId)) {
    return refused({ rule: 'alreadyPlaced', message: 'This booking has been placed already.' });
  }
  const { supervisorId = null, seriesId = null, holdId = null } = command;
  return ask({ memberId, start, end, change: null, supervisorId, holdId }, calendar, facts, () => ({
    type: 'BookingPlaced',
    data: {
      bookingId,
      machineId,
      workshopId,
      memberId,
      start: iso(start),
      end: iso(end),
      purposeId,
      supervisorId,
      seriesId,
      holdId,
      walkUp: false,
      ...UNDISPUTED,
    },
  }));
}

export function changeTimes(
  command: ChangeTimes,
  calendar: Calendar,
  facts: CalendarFacts,
): CalendarDecision {
  const { bookingId, machineId, start, end } = command;
  const booking = find(calendar.agenda, bookingId);
  if (!booking) return forgotten();
  const { memberId } = booking;
  const slot: Slot = { memberId, start, end, change: { to: 'placed', booking } };
  const times = { ...whose(booking, machineId), start: iso(start), end: iso(end), ...UNDISPUTED };
  const decision = ask(slot, calendar, facts, () =>
    command.type === 'MoveBooking'
      ? { type: 'BookingMoved', data: times }
      : { type: 'BookingResized', data: { ...times, renewal: false } },
  );
  const staysAsItIs = booking.start === start && booking.end === end;
  return decision.outcome === 'accepted' && staysAsItIs ? accepted() : decision;
}

export function cancel(
  { bookingId, machineId }: CancelBooking,
  calendar: Calendar,
  { now, machine }: CalendarFacts,
): CalendarDecision {
  const booking = find(calendar.agenda, bookingId);
  if (!booking || booking.end <= now) return forgotten();
  if (!isAhead(booking)) {
    return refused({
      rule: 'ended',
      message:
        booking.status === 'started'
          ? 'This booking is in use: stop it instead.'
          : 'This booking has been cancelled already.',
    });
  }
  const { lateCancelMinutes } = machine.rules;
  const late = lateCancelMinutes !== null && booking.start - now < lateCancelMinutes * 60_000;
  return accepted({ type: 'BookingCancelled', data: { ...whose(booking, machineId), late } });
}

export function reinstate(
  command: ReinstateBooking,
  calendar: Calendar,
  facts: CalendarFacts,
): CalendarDecision {
  const booking = find(calendar.agenda, command.bookingId);
  if (!booking) return forgotten();
  const { memberId, start, end } = booking;
  return ask({ memberId, start, end, change: { to: 'reinstated', booking } }, calendar, facts, () => ({
    type: 'BookingReinstated',
    data: whose(booking, command.machineId),
  }));
}
