import type { UsedVia } from '../../shared/bookings/events.ts';
import type { Objection } from '../../shared/bookings/rules.ts';
import type { Actor } from '../commands/definition.ts';
import type { ViewsReader } from '../views/reader.ts';
import { enter } from './agenda.ts';
import { calendarFromViews } from './availability.ts';
import type { Calendar } from './calendar.ts';
import { calendarFacts } from './facts.ts';
import { asBooking, type KnownBooking } from './knownBooking.ts';
import { bookingById, bookingsOfMember, runningOn } from './queries.ts';
import type { CalendarFacts } from './slot.ts';
import { EARLY_START, startUse, walkUp } from './starting.ts';
import { againstStartingNow } from './startRules.ts';

const DAY = 86_400_000;
/** How far ahead other bookings can bound a walk-up. */
const AHEAD = 31 * DAY;
/** By how much a reader's log may miss the start that is known here. */
const SAME_START = 2 * 60_000;

/** Somebody before a machine. */
export interface AtMachine {
  machineId: string;
  workshopId: string;
  memberId: string;
}

/** Whether somebody may start a machine now, on which booking (null: as a walk-up), and until when. UTC milliseconds. */
export type Entitlement =
  | { granted: true; bookingId: string | null; until: number }
  | { granted: false; objections: Objection[] };

/** The session of this machine that is somebody's own: theirs, or under their eyes. */
export function ownSession(views: ViewsReader, { machineId, memberId }: AtMachine): KnownBooking | undefined {
  return runningOn(views, machineId).find(
    (one) => one.memberId === memberId || one.supervisorId === memberId,
  );
}

/** The booking that somebody would start now: theirs, begun or about to begin, even missed while nobody has its time. */
export function bookingToStart(
  views: ViewsReader,
  { machineId, memberId }: AtMachine,
  now: number,
): KnownBooking | undefined {
  return bookingsOfMember(views, memberId, { start: now, end: now + EARLY_START + 1 }).find(
    ({ status, startedAt, ...booking }) =>
      booking.machineId === machineId &&
      booking.start - EARLY_START <= now &&
      (status === 'placed' || (status === 'missed' && startedAt === null)),
  );
}

/** What the rules that decide about a start say of it beforehand, from the views: nothing is written. */
export function entitlement(
  views: ViewsReader,
  who: AtMachine,
  now: number,
  how: { via: UsedVia; accompanied: boolean },
): Entitlement {
  const { machineId, memberId } = who;
  const { calendar, facts } = asSeenBy(views, who, now);
  const booking = bookingToStart(views, who, now);
  const decision = booking
    ? startUse({ type: 'StartUse', machineId, bookingId: booking.bookingId, ...how }, calendar, facts)
    : walkUp(
        { type: 'WalkUp', bookingId: '', ...who, end: null, supervisorId: null, ...how },
        calendar,
        facts,
      );
  if (decision.outcome === 'refused') return { granted: false, objections: decision.objections };
  if (booking) return { granted: true, bookingId: booking.bookingId, until: booking.end };
  const placed = decision.events.find((event) => event.type === 'BookingPlaced');
  if (!placed) throw new Error(`walking up to ${machineId} by ${memberId} places nothing`);
  return { granted: true, bookingId: null, until: Date.parse(placed.data.end) };
}

/** What would stand against somebody's hands on the machine when their booking begins, as far as is known now. */
export function againstStarting(views: ViewsReader, booking: KnownBooking, now: number): Objection[] {
  const { machineId, memberId, supervisorId, overridden } = booking;
  const at = Math.max(now, booking.start);
  const { calendar, facts } = asSeenBy(views, booking, at);
  return againstStartingNow({ memberId, supervisorId, overridden }, calendar, {
    ...facts,
    holders: calendarFacts(views, machineId, [memberId, ...(supervisorId ? [supervisorId] : [])], at).holders,
  });
}

function asSeenBy(
  views: ViewsReader,
  { machineId, memberId }: AtMachine,
  now: number,
): { calendar: Calendar; facts: CalendarFacts } {
  const actor: Actor = { kind: 'member', memberId };
  const { calendar } = calendarFromViews(views, machineId, { start: now, end: now + AHEAD }, now);
  // The rules count what somebody had earlier today, too; and what they missed is in nobody's way.
  for (const booking of bookingsOfMember(views, memberId, { start: now - DAY, end: now + DAY })) {
    if (booking.machineId === machineId) enter(calendar.agenda, asBooking(booking));
  }
  return { calendar, facts: calendarFacts(views, machineId, [memberId], now, actor) };
}

/**
 * Which booking a session that was logged elsewhere belongs to: the one it made itself (`ownId`), the one that already
 * tells of this start, what still runs for its member, or what they had booked then; null where it stands alone.
 */
export function bookingOfSession(
  views: ViewsReader,
  { machineId, memberId }: AtMachine,
  { ownId, startedAt, stoppedAt }: { ownId: string; startedAt: number; stoppedAt: number | null },
): KnownBooking | null {
  const own = bookingById(views, ownId);
  if (own) return own;
  const theirs = bookingsOfMember(views, memberId, {
    start: startedAt - DAY,
    end: (stoppedAt ?? startedAt) + EARLY_START + 1,
  }).filter((booking) => booking.machineId === machineId);
  const told = theirs.find(
    (one) => one.startedAt !== null && Math.abs(one.startedAt - startedAt) <= SAME_START,
  );
  if (told) return told;
  const runs = theirs.find(
    (one) => one.status === 'started' && (one.startedAt ?? one.start) <= (stoppedAt ?? startedAt),
  );
  if (runs) return runs;
  const isToStart = ({ status, start, end, startedAt: begun }: KnownBooking) =>
    begun === null &&
    (status === 'placed' || status === 'missed') &&
    start - EARLY_START <= startedAt &&
    end > startedAt;
  return theirs.find(isToStart) ?? null;
}
