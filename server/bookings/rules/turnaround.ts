import { sessionsPastTheirSlot } from '../agenda.ts';
import type { Calendar } from '../calendar.ts';
import { type CalendarFacts, itself, onlyShrinks, type Rule, type Slot, stands } from '../slot.ts';
import { lengthInWords, spanInWords } from '../wallTime.ts';
import { firstFull, neighbours, turnaroundOf } from './occupancy.ts';

/** The neighbours of a slot, each up to its real end: what ran over its slot is hot until later. */
function hotNeighbours(slot: Slot, calendar: Calendar, facts: CalendarFacts) {
  const pause = turnaroundOf(facts);
  const booked = neighbours(slot, calendar, pause);
  if (calendar.agenda.overran.length + calendar.agenda.running.length === 0 || onlyShrinks(slot))
    return booked;
  const longer = sessionsPastTheirSlot(calendar.agenda, facts.now).filter(
    ({ bookingId, start, end }) =>
      bookingId !== itself(slot) && start < slot.end + pause && end + pause > slot.start,
  );
  if (longer.length === 0) return booked;
  const isLonger = new Set(longer.map(({ bookingId }) => bookingId));
  return [...booked.filter(({ bookingId }) => !isLonger.has(bookingId)), ...longer];
}

/** Until when every place that nobody uses now is still hot from a session that ran over its slot; null: one is not. */
export function hotUntil({ agenda }: Calendar, facts: CalendarFacts): number | null {
  const pause = turnaroundOf(facts);
  if (pause === 0 || agenda.overran.length === 0) return null;
  const running = new Set(agenda.running);
  const hot = sessionsPastTheirSlot(agenda, facts.now)
    .filter(({ bookingId, end }) => !running.has(bookingId) && end + pause > facts.now)
    .map(({ end }) => end + pause);
  return hot.length > 0 && hot.length + running.size >= facts.machine.capacity ? Math.min(...hot) : null;
}

/**
 * Between any two bookings the machine cools or is cleaned: each takes its place so much longer. Two that overlap have
 * no time in between either. Strong.
 */
export const turnaround: Rule = {
  name: 'turnaround',
  against(slot, calendar, facts) {
    const pause = turnaroundOf(facts);
    if (pause === 0) return null;
    const full = firstFull(hotNeighbours(slot, calendar, facts), facts.machine.capacity, pause);
    if (!full) return null;
    return stands(
      () =>
        `It needs ${lengthInWords(pause)} between two bookings, and is booked ${spanInWords(full.start, full.end, facts.workshop.timeZone)}.`,
    );
  },
  edges(slot, calendar, facts, { from, to }) {
    const pause = turnaroundOf(facts);
    if (pause === 0) return {};
    const others = hotNeighbours({ ...slot, start: from, end: to }, calendar, facts);
    return {
      opens: others.map(({ end }) => end + pause),
      closes: others.map(({ start }) => start - pause),
    };
  },
};
