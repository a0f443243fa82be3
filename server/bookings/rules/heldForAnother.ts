import type { Calendar, Hold } from '../calendar.ts';
import { type CalendarFacts, type Rule, type Slot, stands } from '../slot.ts';
import { inWords } from '../wallTime.ts';
import { firstFull, holdsInTheWay, neighbours, turnaroundOf } from './occupancy.ts';

/**
 * The held slots of others for which there would be no place beside the slot, the first held first: without them it
 * could be had. A hold that has run out holds nothing, whether or not anybody wrote that down.
 */
export function heldAgainst(slot: Slot, calendar: Calendar, facts: CalendarFacts): Hold[] {
  const pause = turnaroundOf(facts);
  const holds = holdsInTheWay(slot, calendar, pause, facts.now);
  if (holds.length === 0) return holds;
  const { capacity } = facts.machine;
  if (capacity === 1) return holds;
  const bookings = neighbours(slot, calendar, pause);
  if (firstFull(bookings, capacity, pause)) return [];
  // Each takes its place where it is needed: one by one, as long as there is a place left for all before it.
  const kept: { start: number; end: number }[] = [...bookings];
  return holds.filter((hold) => {
    kept.push(hold);
    if (!firstFull(kept, capacity, pause)) return false;
    kept.pop();
    return true;
  });
}

/** A slot that is held for somebody else. Strong. */
export const heldForAnother: Rule = {
  name: 'heldForAnother',
  against(slot, calendar, facts) {
    const hold = heldAgainst(slot, calendar, facts)[0];
    if (!hold) return null;
    return stands(
      () => `It is held for somebody else until ${inWords(hold.until, facts.workshop.timeZone)}.`,
    );
  },
  edges(slot, calendar, facts, { from, to }) {
    const pause = turnaroundOf(facts);
    const holds = holdsInTheWay({ ...slot, start: from, end: to }, calendar, pause, facts.now);
    return {
      opens: holds.map(({ end }) => end + pause),
      closes: holds.map(({ start }) => start - pause),
    };
  },
};
