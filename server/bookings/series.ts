import type { Objection } from '../../shared/bookings/rules.ts';
import type { CalendarEvent } from '../../shared/schemasOfEvents.ts';
import type { Interval } from '../../shared/time.ts';
import { accepted } from '../commands/decider.ts';
import { type Calendar, copyOf, take } from './calendar.ts';
import type { PlaceSeries } from './calendarCommands.ts';
import type { CalendarDecision } from './decision.ts';
import { place } from './placing.ts';
import type { CalendarFacts } from './slot.ts';

/** What was decided on one occurrence: no objection, and it stands. */
export interface DecidedOccurrence {
  bookingId: string;
  objections: Objection[];
  nearest: Interval | null;
}

/**
 * Decides each occurrence alone, in order, beside those before it: so a series cannot overlap itself, and its quotas
 * are those of anybody. Those that stand are placed in one append; with `onlyAllowed` false none, unless all stand.
 */
export function decideSeries(
  command: PlaceSeries,
  calendar: Calendar,
  facts: CalendarFacts,
): { decision: CalendarDecision; occurrences: DecidedOccurrence[] } {
  const { seriesId, machineId, workshopId, memberId, purposeId, onlyAllowed } = command;
  const beside = copyOf(calendar);
  const events: CalendarEvent[] = [];
  const occurrences = command.occurrences.map(({ bookingId, start, end }): DecidedOccurrence => {
    const wish = { bookingId, machineId, workshopId, memberId, start, end, purposeId, seriesId };
    const decision = place({ type: 'PlaceBooking', ...wish }, beside, facts);
    if (decision.outcome === 'refused') {
      const { objections, nearest } = decision;
      return { bookingId, objections, nearest };
    }
    for (const event of decision.events) take(beside, event, 0);
    events.push(...decision.events);
    return { bookingId, objections: [], nearest: null };
  });
  const all = occurrences.every(({ objections }) => objections.length === 0);
  return { decision: all || onlyAllowed ? accepted(...events) : accepted(), occurrences };
}
