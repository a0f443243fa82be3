import type { Awaited } from '../../shared/bookings/events.ts';
import type { CalendarEvent } from '../../shared/schemasOfEvents.ts';
import { accepted, refused } from '../commands/decider.ts';
import { find, isAhead, type PendingBooking } from './agenda.ts';
import { pendingFor } from './answerBy.ts';
import type { Calendar } from './calendar.ts';
import type { ConfirmBooking, DeclineBooking, PassBooking } from './calendarCommands.ts';
import { type CalendarDecision, forgotten, iso, whose } from './decision.ts';
import { allAgainst } from './rulebook.ts';
import type { CalendarFacts } from './slot.ts';

/**
 * Whether whoever answers is the one whose word is awaited: for supervision the supervisor, for approval a steward. A
 * steward does not approve their own booking, unless the workshop has no other.
 */
function againstAnswering(
  word: Awaited,
  booking: PendingBooking,
  { giver, now }: CalendarFacts,
): { rule: string; message: string } | null {
  if (!booking.awaits.includes(word)) {
    return { rule: 'ended', message: 'Nobody waits for this answer any more.' };
  }
  if (booking.answerBy <= now) {
    return { rule: 'ended', message: 'The time for an answer is over: the request has lapsed.' };
  }
  if (word === 'supervision') {
    return giver?.memberId === booking.supervisorId
      ? null
      : { rule: 'notYours', message: 'Only whoever was asked to supervise can answer.' };
  }
  if (!giver?.isSteward) return { rule: 'notYours', message: 'A steward answers this.' };
  return giver.memberId === booking.memberId && !giver.isOnlySteward
    ? { rule: 'notYours', message: 'Another steward answers what you have booked yourself.' }
    : null;
}

const answered = (): CalendarDecision =>
  refused({ rule: 'ended', message: 'This has been answered already, or it is over.' });

/** A steward approves, or the supervisor agrees. Its time has been taken all along, so nothing can stand against it. */
export function confirm(
  { bookingId, machineId, grants }: ConfirmBooking,
  { agenda }: Calendar,
  facts: CalendarFacts,
): CalendarDecision {
  const booking = find(agenda, bookingId);
  if (booking?.status !== 'pending') return answered();
  const objection = againstAnswering(grants, booking, facts);
  if (objection) return refused(objection);
  return accepted({ type: 'BookingConfirmed', data: { ...whose(booking, machineId), granted: grants } });
}

export function decline(
  { bookingId, machineId, declines, reasonId }: DeclineBooking,
  { agenda }: Calendar,
  facts: CalendarFacts,
): CalendarDecision {
  const booking = find(agenda, bookingId);
  if (booking?.status !== 'pending') return answered();
  const objection = againstAnswering(declines, booking, facts);
  if (objection) return refused(objection);
  const data = { ...whose(booking, machineId), declined: declines, reasonId };
  return accepted({ type: 'BookingDeclined', data });
}

/** Somebody whom all rules allow it gets the booking; what was set aside for one is not set aside for the other. */
export function pass(
  { bookingId, machineId, toMemberId }: PassBooking,
  calendar: Calendar,
  facts: CalendarFacts,
): CalendarDecision {
  const booking = find(calendar.agenda, bookingId);
  if (!booking || booking.end <= facts.now) return forgotten();
  if (!isAhead(booking)) {
    const message =
      booking.status === 'started' ? 'It is in use: hand it over instead.' : 'This booking is over.';
    return refused({ rule: 'ended', message });
  }
  if (booking.memberId === toMemberId) return refused({ rule: 'notYours', message: 'It is theirs already.' });
  const { start, end, supervisorId } = booking;
  const slot = { memberId: toMemberId, start, end, supervisorId, change: { to: 'placed' as const, booking } };
  const standing = allAgainst(slot, calendar, facts);
  if (standing.length > 0) return refused(...standing.map(({ rule, message }) => ({ rule, message })));
  const passed: CalendarEvent = {
    type: 'BookingPassed',
    data: { ...whose(booking, machineId), toMemberId },
  };
  const { awaits, answerBy } = pendingFor(slot, facts);
  if (awaits.length === 0 || answerBy === null) return accepted(passed);
  // Whoever agreed to one person has not agreed to another.
  const asked: CalendarEvent = {
    type: 'BookingMoved',
    data: {
      ...whose(booking, machineId),
      memberId: toMemberId,
      start: iso(start),
      end: iso(end),
      awaits,
      answerBy: iso(answerBy),
      overridden: null,
    },
  };
  return accepted<CalendarEvent>(passed, asked);
}
