import { type Rule, stands } from '../slot.ts';
import { lengthInWords, spanInWords } from '../wallTime.ts';
import { firstFull, neighbours, turnaroundOf } from './occupancy.ts';

/**
 * Between any two bookings the machine cools or is cleaned: each takes its place so much longer. Two that overlap have
 * no time in between either. Strong.
 */
export const turnaround: Rule = {
  name: 'turnaround',
  against(slot, calendar, facts) {
    const pause = turnaroundOf(facts);
    if (pause === 0) return null;
    const full = firstFull(neighbours(slot, calendar, pause), facts.machine.capacity, pause);
    if (!full) return null;
    return stands(
      () =>
        `It needs ${lengthInWords(pause)} between two bookings, and is booked ${spanInWords(full.start, full.end, facts.workshop.timeZone)}.`,
    );
  },
  edges(slot, calendar, facts, { from, to }) {
    const pause = turnaroundOf(facts);
    if (pause === 0) return {};
    const others = neighbours({ ...slot, start: from, end: to }, calendar, pause);
    return {
      opens: others.map(({ end }) => end + pause),
      closes: others.map(({ start }) => start - pause),
    };
  },
};
