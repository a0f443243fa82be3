import { bookingsOf } from '../agenda.ts';
import type { Calendar } from '../calendar.ts';
import { countedTime, isWhollyFree, startsAtLimit, turnsOfCountedTime } from '../freeTime.ts';
import { type CalendarFacts, itself, onlyShrinks, type Rule, type Slot, stands } from '../slot.ts';
import { counted, dayInWords, lengthInWords } from '../wallTime.ts';
import { dayAt, startOfDay } from '../zoneClock.ts';

const MINUTE = 60_000;

interface Span {
  start: number;
  end: number;
}

/** The member's other bookings that count per day: also missed ones, none that lie wholly off-peak. */
function others(slot: Slot, { agenda }: Calendar, facts: CalendarFacts): readonly Span[] {
  const all = bookingsOf(agenda, slot.memberId, itself(slot));
  return facts.machine.rules.freeTime.length === 0 ? all : all.filter((one) => !isWhollyFree(one, facts));
}

const within = (span: Span, day: Span): Span => ({
  start: Math.max(span.start, day.start),
  end: Math.min(span.end, day.end),
});

const touches = (span: Span, day: Span) => span.start < day.end && span.end > day.start;

/** The workshop's calendar days that share an instant with a stretch. */
function* daysTouched({ start, end }: Span, timeZone: string): Generator<Span & { number: number }> {
  for (let number = dayAt(timeZone, start); startOfDay(timeZone, number) < end; number++) {
    yield { number, start: startOfDay(timeZone, number), end: startOfDay(timeZone, number + 1) };
  }
}

/** How long the member already has the machine on a day, off-peak time not counted. */
function timeTaken(spans: readonly Span[], day: Span, facts: CalendarFacts): number {
  let total = 0;
  for (const one of spans) if (touches(one, day)) total += countedTime(within(one, day), facts);
  return total;
}

/**
 * A member's bookings that touch one day of the workshop: not more than so many, not longer together on that day. One
 * across midnight counts on both days. Strong.
 */
export const perDay: Rule = {
  name: 'perDay',
  against(slot, calendar, facts) {
    const { maximumPerDay, maximumPerDayMinutes } = facts.machine.rules;
    if (maximumPerDay === null && maximumPerDayMinutes === null) return null;
    if (slot.start >= slot.end || isWhollyFree(slot, facts) || onlyShrinks(slot)) return null;
    const spans = others(slot, calendar, facts);
    for (const day of daysTouched(slot, facts.workshop.timeZone)) {
      const name = () => dayInWords(day.number);
      if (maximumPerDay !== null) {
        let bookings = 1;
        for (const one of spans) if (touches(one, day)) bookings++;
        if (bookings > maximumPerDay) {
          return stands(
            () => `You can have ${counted(maximumPerDay, 'booking')} a day: ${name()} is taken up.`,
          );
        }
      }
      if (maximumPerDayMinutes === null) continue;
      const most = maximumPerDayMinutes * MINUTE;
      if (timeTaken(spans, day, facts) + countedTime(within(slot, day), facts) > most) {
        return stands(
          () => `You can have it for ${lengthInWords(most)} a day: that is exceeded on ${name()}.`,
        );
      }
    }
    return null;
  },
  edges(slot, calendar, facts, { from, to }) {
    const { maximumPerDay, maximumPerDayMinutes } = facts.machine.rules;
    if (maximumPerDay === null && maximumPerDayMinutes === null) return {};
    const length = slot.end - slot.start;
    const turns = turnsOfCountedTime(length, facts, { from, to });
    const opens = [...turns];
    const spans = maximumPerDayMinutes === null ? [] : others(slot, calendar, facts);
    for (const day of daysTouched({ start: from, end: to }, facts.workshop.timeZone)) {
      opens.push(day.start, day.start - length);
      if (maximumPerDayMinutes === null) continue;
      const inDay = [
        day.start - length,
        day.start,
        day.end - length,
        day.end,
        ...turns.filter((start) => start > day.start - length && start < day.end),
      ];
      const amount = (start: number) => countedTime(within({ start, end: start + length }, day), facts);
      const left = maximumPerDayMinutes * MINUTE - timeTaken(spans, day, facts);
      opens.push(...startsAtLimit(inDay, amount, left));
    }
    return { opens };
  },
};
