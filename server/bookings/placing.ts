import type { Override } from '../../shared/bookings/events.ts';
import type { CalendarEvent } from '../../shared/schemasOfEvents.ts';
import { accepted, refused } from '../commands/decider.ts';
import { find, isAhead } from './agenda.ts';
import { pendingFor } from './answerBy.ts';
import type { Calendar } from './calendar.ts';
import type {
  CancelBooking,
  ChangeTimes,
  OverrideGiven,
  PlaceBooking,
  ReinstateBooking,
} from './calendarCommands.ts';
import { type CalendarDecision, forgotten, iso, whose } from './decision.ts';
import { nearestAllowed } from './nearest.ts';
import { againstOverride } from './overriding.ts';
import { allAgainst } from './rulebook.ts';
import { needsSupervision } from './rules/competence.ts';
import { type CalendarFacts, onlyShrinks, type Slot } from './slot.ts';

/** Refuses with every rule that stands and the nearest slot that all rules allow; null where none stands. */
export function refusalOf(slot: Slot, calendar: Calendar, facts: CalendarFacts): CalendarDecision | null {
  const standing = allAgainst(slot, calendar, facts);
  if (standing.length === 0) return null;
  const nearest = standing.some(({ whenever }) => whenever) ? null : nearestAllowed(slot, calendar, facts);
  return {
    outcome: 'refused',
    objections: standing.map(({ rule, message }) => ({ rule, message })),
    nearest: nearest && { start: iso(nearest.start), end: iso(nearest.end) },
  };
}

/** What is set aside for a slot: what the giver sets aside now, and what was for a booking that only gets shorter. */
function setAside(
  slot: Slot,
  given: OverrideGiven | null | undefined,
  { giver }: CalendarFacts,
): Override | null {
  if (given && giver) return { ...given, by: giver.memberId };
  return slot.change && onlyShrinks(slot) ? slot.change.booking.overridden : null;
}

/** What the events of a decision on a time say of it: whose word is awaited, and what was set aside. */
function decided(slot: Slot, overridden: Override | null, facts: CalendarFacts) {
  const { awaits, answerBy } = pendingFor(slot, facts);
  return { awaits, answerBy: answerBy === null ? null : iso(answerBy), overridden };
}

export function place(command: PlaceBooking, calendar: Calendar, facts: CalendarFacts): CalendarDecision {
  const { bookingId, machineId, workshopId, memberId, start, end, purposeId, override } = command;
  // A repetition so late that nobody remembers the command.
  if (find(calendar.agenda, bookingId)) {
    return refused({ rule: 'alreadyPlaced', message: 'This booking has been placed already.' });
  }
  const { supervisorId = null, seriesId = null, holdId = null } = command;
  const asked: Slot = { memberId, start, end, change: null, supervisorId };
  const overridden = setAside(asked, override, facts);
  const slot: Slot = { ...asked, setAside: overridden?.rules ?? [] };
  const refusal =
    (override && againstOverride(override, memberId, facts)) || refusalOf(slot, calendar, facts);
  if (refusal) return refusal;
  const placed: CalendarEvent = {
    type: 'BookingPlaced',
    data: {
      bookingId,
      machineId,
      workshopId,
      memberId,
      start: iso(start),
      end: iso(end),
      purposeId,
      supervisorId: needsSupervision(slot, facts) ? supervisorId : null,
      seriesId,
      holdId: calendar.holds.some((hold) => hold.holdId === holdId && hold.memberId === memberId)
        ? holdId
        : null,
      walkUp: false,
      ...decided(slot, overridden, facts),
    },
  };
  return accepted(placed);
}

export function changeTimes(
  command: ChangeTimes,
  calendar: Calendar,
  facts: CalendarFacts,
): CalendarDecision {
  const { bookingId, machineId, start, end, override } = command;
  const booking = find(calendar.agenda, bookingId);
  if (!booking) return forgotten();
  const { memberId, supervisorId } = booking;
  if (booking.status === 'started' && start !== booking.start) {
    return refused({ rule: 'inUse', message: 'It is in use: only its end can be changed.' });
  }
  const isLoan = facts.machine.rules.byTheDay;
  const renewal = isLoan && booking.status === 'started' && start === booking.start && end > booking.end;
  const asked: Slot = { memberId, start, end, change: { to: 'placed', booking }, supervisorId, renewal };
  const overridden = setAside(asked, override, facts);
  const slot: Slot = { ...asked, setAside: overridden?.rules ?? [] };
  const refusal =
    (override && againstOverride(override, memberId, facts)) || refusalOf(slot, calendar, facts);
  if (refusal) return refusal;
  if (booking.start === start && booking.end === end) return accepted();
  const times = {
    ...whose(booking, machineId),
    start: iso(start),
    end: iso(end),
    ...decided(slot, overridden, facts),
  };
  const changed: CalendarEvent =
    command.type === 'MoveBooking'
      ? { type: 'BookingMoved', data: times }
      : { type: 'BookingResized', data: { ...times, renewal } };
  return accepted(changed);
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
  { bookingId, machineId }: ReinstateBooking,
  calendar: Calendar,
  facts: CalendarFacts,
): CalendarDecision {
  const booking = find(calendar.agenda, bookingId);
  if (!booking) return forgotten();
  const { memberId, start, end, supervisorId } = booking;
  const change = { to: 'reinstated' as const, booking };
  // Whom the slot was taken from once is not whom it is held for now.
  const setAside = (booking.overridden?.rules ?? []).filter((rule) => rule !== 'heldForAnother');
  const slot: Slot = { memberId, start, end, change, supervisorId, setAside };
  const refusal = refusalOf(slot, calendar, facts);
  if (refusal) return refusal;
  const known = whose(booking, machineId);
  const back: CalendarEvent = { type: 'BookingReinstated', data: known };
  const pending = decided(slot, booking.overridden, facts);
  // Whoever had to agree is asked again: a cancellation taken back is no way around them.
  if (pending.awaits.length === 0) return accepted(back);
  const asked: CalendarEvent = {
    type: 'BookingMoved',
    data: { ...known, start: iso(start), end: iso(end), ...pending },
  };
  return accepted<CalendarEvent>(back, asked);
}
