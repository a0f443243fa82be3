import type { Availability } from '../../shared/machines/views.ts';
import { zonedText } from '../../shared/workshops/zonedText.ts';
import type { Requester } from '../http/route.ts';
import type { ViewsReader } from '../views/reader.ts';
import { enter } from './agenda.ts';
import { blankCalendar, type Calendar, endOfOutage } from './calendar.ts';
import { calendarFacts } from './facts.ts';
import { nearestAllowed } from './nearest.ts';
import { firstClosed } from './openStretches.ts';
import {
  asBooking,
  asDecided,
  bookingsWithin,
  holdsWithin,
  type KnownOutage,
  outagesWithin,
  reservationsWithin,
  runningOn,
} from './queries.ts';
import { allAgainst, isAllowed, RULES } from './rulebook.ts';
import { overlap } from './rules/overlap.ts';
import type { CalendarFacts, Slot } from './slot.ts';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
/** The least time for which starting now is worth a walk. */
const WORTH_A_WALK = 15 * MINUTE;
/** How far ahead the nearest slot is looked for. */
const SEARCHED = 31 * DAY;
/** Length of the slot that is offered to somebody who may not start now. */
const OFFERED = 60 * MINUTE;

/** The machine's calendar between two instants, from the views: the rules then say of it what they say when deciding. */
export function calendarFromViews(
  views: ViewsReader,
  machineId: string,
  bounds: { start: number; end: number },
  now: number,
): { calendar: Calendar; outages: KnownOutage[] } {
  const calendar = blankCalendar();
  for (const booking of bookingsWithin(views, machineId, bounds)) enter(calendar.agenda, asBooking(booking));
  for (const booking of runningOn(views, machineId)) enter(calendar.agenda, asBooking(booking));
  calendar.holds = holdsWithin(views, machineId, bounds, now);
  calendar.reservations = reservationsWithin(views, machineId, bounds);
  const outages = outagesWithin(views, machineId, bounds, now);
  calendar.outages = outages.map(asDecided);
  return { calendar, outages };
}

/** The outage that a machine is in, if it is in one. */
export function currentOutage(views: ViewsReader, machineId: string, now: number): KnownOutage | undefined {
  return outagesWithin(views, machineId, { start: now, end: now + 1 }, now)[0];
}

/** "Can I use it now?", by the very rules that decide. `reasonOf` gives an outage's reason where the viewer may read it. */
export function availabilityOf(
  views: ViewsReader,
  machineId: string,
  requester: Requester,
  now: number,
  reasonOf: (outage: KnownOutage) => string | null,
): Availability {
  const memberId = requester.kind === 'member' ? requester.memberId : null;
  const facts = calendarFacts(views, machineId, memberId === null ? [] : [memberId], now);
  if (!facts.machine.inService) return { answer: 'retired' };
  const { timeZone } = facts.workshop;
  const { calendar, outages } = calendarFromViews(views, machineId, { start: now, end: now + SEARCHED }, now);

  const out = outages.find(({ start }) => start <= now);
  if (out) {
    const until = endOfOutage(asDecided(out), now);
    const back = Number.isFinite(until) ? zonedText(until, timeZone) : null;
    return { answer: 'outOfOrder', kind: out.kind, reason: reasonOf(out), until: back };
  }
  const slot: Slot = { memberId: memberId ?? '', start: now, end: now + WORTH_A_WALK, change: null };
  if (memberId === null) return { answer: 'signIn', freeNow: isFreeForMembers(slot, calendar, facts) };
  const own = calendar.agenda.byEnd.find((one) => one.memberId === memberId && one.start <= now);
  if (own) {
    const { bookingId, start, end } = own;
    return {
      answer: 'yours',
      bookingId,
      start: zonedText(start, timeZone),
      until: zonedText(end, timeZone),
    };
  }

  const standing = allAgainst(slot, calendar, facts);
  if (standing.length === 0) {
    const until = latestEnd(slot, calendar, facts);
    return { answer: 'free', until: until === null ? null : zonedText(until, timeZone) };
  }
  const never = standing.some(({ whenever }) => whenever);
  if (!never && standing.some(({ rule }) => rule === 'overlap' || rule === 'outage')) {
    const free = nearestAllowed(slot, calendar, facts);
    return { answer: 'taken', freeAt: free && zonedText(free.start, timeZone) };
  }
  const nearest = never ? null : nearestAllowed({ ...slot, end: now + OFFERED }, calendar, facts);
  return {
    answer: 'notYou',
    objections: standing.map(({ rule, message }) => ({ rule, message })),
    nearest: nearest && {
      start: new Date(nearest.start).toISOString(),
      end: new Date(nearest.end).toISOString(),
    },
    inductions: [],
  };
}

function isFreeForMembers(slot: Slot, calendar: Calendar, facts: CalendarFacts): boolean {
  const { openingHours, timeZone } = facts.workshop;
  if (overlap.against(slot, calendar, facts)) return false;
  return facts.machine.mayRunUnattended || firstClosed(openingHours, ['member'], timeZone, slot) === null;
}

/** How long a slot that starts now may last at most; null when nothing is in its way as far as is looked. */
function latestEnd(slot: Slot, calendar: Calendar, facts: CalendarFacts): number | null {
  const window = { from: slot.start, to: slot.start + 7 * DAY };
  const closes = RULES.flatMap((rule) => rule.edges?.(slot, calendar, facts, window).closes ?? [])
    .filter((instant) => instant > slot.start && instant < window.to)
    .sort((one, other) => one - other);
  // A longer slot only has more against it, so the first that cannot go on is the last that is allowed.
  return closes.find((end) => !isAllowed({ ...slot, end: end + 1 }, calendar, facts)) ?? null;
}
