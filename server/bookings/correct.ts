import type { Objection } from '../../shared/bookings/rules.ts';
import type { CalendarEvent } from '../../shared/schemasOfEvents.ts';
import { accepted, type Decision, refused } from '../commands/decider.ts';
import { find } from './agenda.ts';
import { type Calendar, KEPT_AFTER_END } from './calendar.ts';
import type { CorrectBooking } from './calendarCommands.ts';
import { interval } from './rules/interval.ts';
import { overlap } from './rules/overlap.ts';
import type { CalendarFacts, Slot } from './slot.ts';

/**
 * Writes down what really happened with a booking that is over. It reaches no further back than the calendar
 * remembers, so that even a correction cannot double a slot.
 */
export function correct(
  { bookingId, machineId, start, end, noteId }: CorrectBooking,
  calendar: Calendar,
  facts: CalendarFacts,
): Decision<CalendarEvent> {
  const booking = find(calendar.agenda, bookingId);
  if (!booking) {
    return refused({ rule: 'tooLate', message: 'A booking can be corrected for 14 days after its end.' });
  }
  if (booking.status === 'cancelled' || booking.status === 'declined' || booking.status === 'lapsed') {
    return refused({ rule: 'ended', message: 'This booking never came about.' });
  }
  if (booking.status === 'started') {
    return refused({ rule: 'notOver', message: 'It is still in use: stop it first.' });
  }
  const objections: Objection[] = [];
  const slot: Slot = { memberId: booking.memberId, start, end, change: { to: 'placed', booking } };
  for (const { name, against } of [interval, overlap]) {
    const found = against(slot, calendar, facts);
    if (found) objections.push({ rule: name, message: found.message() });
  }
  if (booking.end > facts.now) {
    objections.push({ rule: 'notOver', message: 'This booking is not over yet: move or resize it instead.' });
  }
  if (end > facts.now) {
    objections.push({ rule: 'future', message: 'What has not happened yet cannot be corrected.' });
  }
  if (start < facts.now - KEPT_AFTER_END) {
    objections.push({ rule: 'tooLate', message: 'A correction reaches at most 14 days back.' });
  }
  if (objections.length > 0) return refused(...objections);
  const { workshopId, memberId } = booking;
  const times = { start: new Date(start).toISOString(), end: new Date(end).toISOString() };
  return accepted({
    type: 'BookingCorrected',
    data: { bookingId, machineId, workshopId, memberId, ...times, noteId },
  });
}
