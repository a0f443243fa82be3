import type { CalendarEvent } from '../../shared/schemasOfEvents.ts';
import { accepted } from '../commands/decider.ts';
import { find, isAhead } from './agenda.ts';
import type { Calendar } from './calendar.ts';
import type { ReconsiderBookings } from './calendarCommands.ts';
import { type CalendarDecision, whose } from './decision.ts';
import { RULES_RAISED_LATER } from './rulebook.ts';
import type { CalendarFacts, Slot } from './slot.ts';

/** Marks what later facts stand against, and takes back the marks whose reason is gone. */
export function reconsider(
  command: ReconsiderBookings,
  calendar: Calendar,
  facts: CalendarFacts,
): CalendarDecision {
  const events: CalendarEvent[] = [];
  for (const bookingId of command.bookingIds) {
    const booking = find(calendar.agenda, bookingId);
    if (!booking || !isAhead(booking) || booking.end <= facts.now) continue;
    const { memberId, start, end, supervisorId } = booking;
    const change = { to: 'placed' as const, booking };
    const slot: Slot = { memberId, start, end, supervisorId, change, reconsidered: true };
    for (const { name: rule, against } of RULES_RAISED_LATER) {
      const stands = !booking.overridden?.rules.includes(rule) && against(slot, calendar, facts) !== null;
      if (stands === booking.marks.includes(rule)) continue;
      const type = stands ? 'BookingMarked' : 'BookingUnmarked';
      events.push({ type, data: { ...whose(booking, command.machineId), rule } });
    }
  }
  return accepted(...events);
}
