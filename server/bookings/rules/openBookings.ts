import { bookingsOf, isAhead } from '../agenda.ts';
import type { Calendar } from '../calendar.ts';
import { countedTime, isWhollyFree, startsAtLimit, turnsOfCountedTime } from '../freeTime.ts';
import {
  type CalendarFacts,
  itself,
  onlyShrinks,
  type Rule,
  type Slot,
  stands,
  standsWhenever,
} from '../slot.ts';
import { counted, lengthInWords } from '../wallTime.ts';

const MINUTE = 60_000;

/** The member's other bookings that have not begun, how many and how long; what lies off-peak does not count. */
function stillToCome(slot: Slot, { agenda }: Calendar, facts: CalendarFacts) {
  let bookings = 0;
  let time = 0;
  for (const one of bookingsOf(agenda, slot.memberId, itself(slot))) {
    if (!isAhead(one) || one.start <= facts.now || isWhollyFree(one, facts)) continue;
    bookings++;
    time += countedTime(one, facts);
  }
  return { bookings, time };
}

/** A walk-up, or what has begun, is not still to come; one that only gets shorter takes nothing more. */
const isAsked = (slot: Slot, facts: CalendarFacts) =>
  slot.start >= facts.now && !slot.walkUp && !isWhollyFree(slot, facts) && !onlyShrinks(slot);

/** A member has at most so many bookings still to come, this one included. Strong. */
export const open: Rule = {
  name: 'open',
  against(slot, calendar, facts) {
    const { maximumOpen, freeTime } = facts.machine.rules;
    if (maximumOpen === null || !isAsked(slot, facts)) return null;
    if (stillToCome(slot, calendar, facts).bookings + 1 <= maximumOpen) return null;
    const message = () => `You can have ${counted(maximumOpen, 'booking')} ahead of you on this machine.`;
    return freeTime.length === 0 ? standsWhenever(message) : stands(message);
  },
  edges: (slot, _calendar, facts, window) => ({
    opens:
      facts.machine.rules.maximumOpen === null
        ? []
        : turnsOfCountedTime(slot.end - slot.start, facts, window),
  }),
};

/** Together they last so long at most, this one included. Strong. */
export const openTime: Rule = {
  name: 'openTime',
  against(slot, calendar, facts) {
    const { maximumOpenMinutes, freeTime } = facts.machine.rules;
    if (maximumOpenMinutes === null || !isAsked(slot, facts)) return null;
    const most = maximumOpenMinutes * MINUTE;
    if (stillToCome(slot, calendar, facts).time + countedTime(slot, facts) <= most) return null;
    const message = () =>
      `You can have this machine for ${lengthInWords(most)} ahead, all bookings together.`;
    return freeTime.length === 0 ? standsWhenever(message) : stands(message);
  },
  edges(slot, calendar, facts, window) {
    const { maximumOpenMinutes, freeTime } = facts.machine.rules;
    if (maximumOpenMinutes === null || freeTime.length === 0) return {};
    const length = slot.end - slot.start;
    const left = maximumOpenMinutes * MINUTE - stillToCome(slot, calendar, facts).time;
    const amount = (start: number) => countedTime({ start, end: start + length }, facts);
    return { opens: startsAtLimit(turnsOfCountedTime(length, facts, window), amount, left) };
  },
};
