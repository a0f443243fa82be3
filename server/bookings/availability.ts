import type { Objection } from '../../shared/bookings/rules.ts';
import type { Availability } from '../../shared/machines/views.ts';
import { zonedText } from '../../shared/workshops/zonedText.ts';
import { nextInductionViews } from '../competences/nextInductions.ts';
import type { Requester } from '../http/route.ts';
import { machineById } from '../machines/queries.ts';
import type { ViewsReader } from '../views/reader.ts';
import { type Booking, enter, isAhead, runningBookings, type StartedBooking } from './agenda.ts';
import { blankCalendar, type Calendar, endOfOutage } from './calendar.ts';
import { calendarFacts } from './facts.ts';
import { asBooking } from './knownBooking.ts';
import { missingCompetences } from './missing.ts';
import { latestEnd, nearestAllowed } from './nearest.ts';
import { firstClosed } from './openStretches.ts';
import { asDecided, type KnownOutage, outagesWithin } from './outages/queries.ts';
import { bookingsOfMemberOn, bookingsWithin, runningOn } from './queries.ts';
import { allAgainst, RULES } from './rulebook.ts';
import type { CalendarFacts, Slot } from './slot.ts';
import { EARLY_START } from './starting.ts';
import { againstInUse, againstMoreTime, againstWalkUp } from './startRules.ts';
import { holdsWithin, reservationsWithin } from './waiting/queries.ts';

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
  const turnaround = (machineById(views, machineId)?.rules.turnaroundMinutes ?? 0) * MINUTE;
  // What is over may still cool, and longer where it ran past its slot.
  const start = turnaround === 0 ? bounds.start : bounds.start - turnaround - DAY;
  for (const booking of bookingsWithin(views, machineId, { ...bounds, start }))
    enter(calendar.agenda, asBooking(booking));
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

/** What of an answer the viewer may read. */
export interface Readable {
  reasonOf(outage: KnownOutage): string | null;
  nameOf(memberId: string): string | null;
}

/** "Can I use it now?", by the very rules that decide. */
export function availabilityOf(
  views: ViewsReader,
  machineId: string,
  requester: Requester,
  now: number,
  { reasonOf, nameOf }: Readable,
): Availability {
  const memberId = requester.kind === 'member' ? requester.memberId : null;
  const facts = calendarFacts(views, machineId, memberId === null ? [] : [memberId], now);
  if (!facts.machine.inService) return { answer: 'retired' };
  const { timeZone } = facts.workshop;
  const wall = (instant: number) => zonedText(instant, timeZone);
  const { calendar, outages } = calendarFromViews(views, machineId, { start: now, end: now + SEARCHED }, now);
  if (memberId !== null) {
    // The rules count what somebody had earlier today, too.
    const today = { start: now - DAY, end: now + DAY };
    for (const booking of bookingsOfMemberOn(views, memberId, machineId, today)) {
      enter(calendar.agenda, asBooking(booking));
    }
  }
  const mine = runningBookings(calendar.agenda).find((one) => one.memberId === memberId);
  if (mine) return inUse(mine, calendar, facts, nameOf);

  const out = outages.find(({ start }) => start <= now);
  if (out) {
    const until = endOfOutage(asDecided(out), now);
    const back = Number.isFinite(until) ? wall(until) : null;
    return { answer: 'outOfOrder', kind: out.kind, reason: reasonOf(out), until: back };
  }
  const least = Math.max(WORTH_A_WALK, (facts.machine.rules.minimumDurationMinutes ?? 0) * MINUTE);
  const slot: Slot = { memberId: memberId ?? '', start: now, end: now + least, change: null, walkUp: true };
  if (memberId === null) return { answer: 'signIn', freeNow: isFreeForMembers(slot, calendar, facts) };

  const overrun = runningBookings(calendar.agenda).find(({ end }) => end <= now)?.bookingId ?? null;
  const own = ownToStart(memberId, calendar, facts);
  if (own) {
    const { bookingId, start, end } = own;
    return { answer: 'yours', bookingId, start: wall(start), until: wall(end), overrun };
  }
  const standing: (Objection & { whenever: boolean })[] = [
    ...allAgainst(slot, calendar, facts),
    ...againstWalkUp(facts).map((objection) => ({ ...objection, whenever: false })),
  ];
  const isTaken =
    againstInUse(calendar, facts).length > 0 || standing.some(({ rule }) => TAKEN.includes(rule));
  if (standing.length === 0 && !isTaken) {
    const horizon = now + 7 * DAY;
    const until = latestEnd(slot, calendar, facts, { after: slot.end, upTo: horizon }) ?? slot.end;
    return { answer: 'free', until: until === horizon ? null : wall(until) };
  }
  const never = standing.some(({ whenever }) => whenever);
  const asBooked: Slot = { ...slot, walkUp: false };
  if (!never && isTaken) {
    const free = nearestAllowed(asBooked, calendar, facts);
    return { answer: 'taken', freeAt: free && wall(free.start), mayWait: true, overrun };
  }
  const nearest = never
    ? null
    : nearestAllowed({ ...asBooked, end: now + Math.max(OFFERED, least) }, calendar, facts);
  return {
    answer: 'notYou',
    objections: standing.map(({ rule, message }) => ({ rule, message })),
    nearest: nearest && {
      start: new Date(nearest.start).toISOString(),
      end: new Date(nearest.end).toISOString(),
    },
    inductions: standing.some(({ rule }) => rule === 'competence')
      ? inductionsFor(views, machineId, memberId, facts)
      : [],
  };
}

/** Rules that say that others have the time. */
const TAKEN: readonly string[] = ['overlap', 'turnaround', 'heldForAnother', 'outage', 'reserved'];

function inUse(
  { bookingId, memberId, startedAt, end }: StartedBooking,
  { agenda }: Calendar,
  { now, machine, workshop }: CalendarFacts,
  nameOf: (memberId: string) => string | null,
): Availability {
  const wall = (instant: number) => zonedText(instant, workshop.timeZone);
  const after = agenda.byEnd
    .filter((one) => isAhead(one) && one.end > now && one.memberId !== memberId)
    .toSorted((one, other) => one.start - other.start)[0];
  const next =
    after && machine.capacity === 1 ? { start: wall(after.start), name: nameOf(after.memberId) } : null;
  const until = wall(end);
  return { answer: 'inUse', until, bookingId, start: wall(startedAt), overrun: end <= now, next };
}

/** A booking of the member that they may start now, or minutes before its start where nobody is before. */
function ownToStart(memberId: string, calendar: Calendar, facts: CalendarFacts): Booking | undefined {
  const { now } = facts;
  return calendar.agenda.byEnd.find((one) => {
    if (one.memberId !== memberId || one.status !== 'placed' || one.end <= now) return false;
    if (one.start <= now) return true;
    const early = { start: now, end: one.start };
    return (
      one.start - now <= EARLY_START &&
      againstInUse(calendar, facts).length === 0 &&
      againstMoreTime(one, early, calendar, facts).length === 0
    );
  });
}

/** The next inductions for what the member lacks, at most three. */
function inductionsFor(views: ViewsReader, machineId: string, memberId: string, facts: CalendarFacts) {
  const workshopId = machineById(views, machineId)?.workshopId;
  const missing = missingCompetences(facts, memberId);
  return workshopId === undefined ? [] : nextInductionViews(views, workshopId, missing, facts.now);
}

function isFreeForMembers(slot: Slot, calendar: Calendar, facts: CalendarFacts): boolean {
  const { openingHours, timeZone } = facts.workshop;
  if (againstInUse(calendar, facts).length > 0) return false;
  if (RULES.some(({ name, against }) => TAKEN.includes(name) && against(slot, calendar, facts))) return false;
  return facts.machine.mayRunUnattended || firstClosed(openingHours, ['member'], timeZone, slot) === null;
}
