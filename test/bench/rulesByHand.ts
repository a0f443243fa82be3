import { occupies } from '../../server/bookings/agenda.ts';
import { type Calendar, endOfOutage } from '../../server/bookings/calendar.ts';
import { firstClosed, stretchesIn, timeIn } from '../../server/bookings/openStretches.ts';
import type { CalendarFacts } from '../../server/bookings/slot.ts';
import { dayAt, daysLater, startOfDay } from '../../server/bookings/zoneClock.ts';

const MINUTE = 60_000;

interface Wish {
  memberId: string;
  start: number;
  end: number;
}

/**
 * The same rules for a new booking on a machine with one place, as somebody would write them down in one function that
 * says yes or no over the list of bookings: no names, no sentences, no nearest slot. It stops at the first rule that
 * stands, finds its neighbours by halving the list, which is in order and has one place only, and goes through it for
 * what the member has.
 */
export function allowedByHand(calendar: Calendar, facts: CalendarFacts): (wish: Wish) => boolean {
  const { outages, holds, reservations } = calendar;
  const bookings = calendar.agenda.byEnd;
  const { now, machine, workshop, dependenciesOut } = facts;
  const { timeZone } = workshop;
  const { rules } = machine;
  const orNone = (limit: number | null) => (limit === null ? Number.POSITIVE_INFINITY : limit);
  const minutes = (limit: number | null) => (limit ?? 0) * MINUTE;
  const counted = (start: number, end: number) =>
    end - start - timeIn(rules.freeTime, timeZone, { start, end });

  return ({ memberId, start, end }) => {
    if (start >= end || start < now) return false;
    if (!machine.inService || rules.starting === 'walkUpOnly') return false;
    const holder = facts.holders[memberId];
    if (!holder?.membership) return false;
    if (holder.membership.until !== null && holder.membership.until < end) return false;
    if (holder.pausedUntil !== null && holder.pausedUntil > now && start < holder.pausedUntil) return false;
    for (const { competenceId } of machine.requiredCompetences) {
      const until = holder.competences[competenceId];
      if (until === undefined || (until !== null && until < end)) return false;
    }
    if (rules.horizonDays !== null && end > daysLater(timeZone, now, rules.horizonDays)) return false;
    if (start < now + minutes(rules.minimumNoticeMinutes)) return false;
    if (end - start < minutes(rules.minimumDurationMinutes)) return false;
    const length = counted(start, end);
    if (length > orNone(rules.maximumDurationMinutes) * MINUTE) return false;

    for (const one of outages) if (one.start < end && endOfOutage(one, now) > start) return false;
    for (const one of dependenciesOut) if (one.from < end && one.until > start) return false;
    for (const one of reservations) if (one.start < end && one.end > start) return false;
    const pause = minutes(rules.turnaroundMinutes);
    let low = 0;
    let high = bookings.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((bookings[middle]?.end ?? 0) + pause <= start) low = middle + 1;
      else high = middle;
    }
    const next = bookings[low];
    if (next && next.start < end + pause) return false;
    for (const one of holds) {
      if (
        one.until > now &&
        one.memberId !== memberId &&
        one.start < end + pause &&
        one.end + pause > start
      ) {
        return false;
      }
    }
    if (firstClosed(workshop.openingHours, holder.hours, timeZone, { start, end }) !== null) return false;
    if (stretchesIn(rules.quietHours, timeZone, { start, end }).length > 0) return false;
    if (length === 0) return true;

    const mine = bookings.filter(
      (one) =>
        one.memberId === memberId &&
        (occupies(one) || one.status === 'missed') &&
        counted(one.start, one.end) > 0,
    );
    for (let day = dayAt(timeZone, start); startOfDay(timeZone, day) < end; day++) {
      const from = startOfDay(timeZone, day);
      const to = startOfDay(timeZone, day + 1);
      let bookings = 1;
      let time = counted(Math.max(start, from), Math.min(end, to));
      for (const one of mine) {
        if (one.start >= to || one.end <= from) continue;
        bookings++;
        time += counted(Math.max(one.start, from), Math.min(one.end, to));
      }
      if (bookings > orNone(rules.maximumPerDay) || time > orNone(rules.maximumPerDayMinutes) * MINUTE)
        return false;
    }
    let open = 1;
    let openTime = length;
    const gap = minutes(rules.minimumGapMinutes);
    for (const one of mine) {
      if (one.start - gap < end && one.end + gap > start) return false;
      if ((one.status !== 'placed' && one.status !== 'pending') || one.start <= now) continue;
      open++;
      openTime += counted(one.start, one.end);
    }
    return open <= orNone(rules.maximumOpen) && openTime <= orNone(rules.maximumOpenMinutes) * MINUTE;
  };
}
