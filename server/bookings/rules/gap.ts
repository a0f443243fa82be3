import { type Booking, bookingsOf, occupies } from '../agenda.ts';
import type { Calendar } from '../calendar.ts';
import { isWhollyFree, turnsOfCountedTime } from '../freeTime.ts';
import { type CalendarFacts, itself, onlyShrinks, type Rule, type Slot, stands } from '../slot.ts';
import { lengthInWords, spanInWords } from '../wallTime.ts';

const MINUTE = 60_000;

const gapOf = ({ machine }: CalendarFacts) => (machine.rules.minimumGapMinutes ?? 0) * MINUTE;

const others = (slot: Slot, { agenda }: Calendar, facts: CalendarFacts): Booking[] =>
  bookingsOf(agenda, slot.memberId, itself(slot)).filter((one) => occupies(one) && !isWhollyFree(one, facts));

/** Between two bookings of the same member lies so much time at least; exactly that is fine. Strong. */
export const gap: Rule = {
  name: 'gap',
  against(slot, calendar, facts) {
    const gap = gapOf(facts);
    if (gap === 0 || isWhollyFree(slot, facts) || onlyShrinks(slot)) return null;
    const near = others(slot, calendar, facts).find(
      (one) => one.start - gap < slot.end && one.end + gap > slot.start,
    );
    if (!near) return null;
    const when = () => spanInWords(near.start, near.end, facts.workshop.timeZone);
    return stands(
      () =>
        `There have to be ${lengthInWords(gap)} between two bookings of yours, and you have it ${when()}.`,
    );
  },
  edges(slot, calendar, facts, window) {
    const gap = gapOf(facts);
    if (gap === 0) return {};
    const mine = others(slot, calendar, facts);
    return {
      opens: [
        ...mine.map(({ end }) => end + gap),
        ...turnsOfCountedTime(slot.end - slot.start, facts, window),
      ],
      closes: mine.map(({ start }) => start - gap),
    };
  },
};
