import type { Awaited, Override, UsedVia } from '../../shared/bookings/events.ts';
import type { BookingRule } from '../../shared/bookings/rules.ts';

interface WhatEveryBookingHas {
  bookingId: string;
  workshopId: string;
  memberId: string;
  /** UTC milliseconds, half-open: `[start, end)`. */
  start: number;
  end: number;
  /** Under whose eyes the holder works. */
  supervisorId: string | null;
  /** How often a loan has been renewed. */
  renewals: number;
  /** Rules that somebody entitled has set aside for it. */
  overridden: Override | null;
  /** Of the last event that touched this booking, for `If-Match`. */
  revision: number;
}
/** Rules that later facts have raised against it. */
interface Marked {
  marks: BookingRule[];
}
/** It waits for somebody's word and lapses without it; its time is taken all the same. */
export interface PendingBooking extends WhatEveryBookingHas, Marked {
  status: 'pending';
  awaits: Awaited[];
  answerBy: number;
}
export interface PlacedBooking extends WhatEveryBookingHas, Marked {
  status: 'placed';
}
export interface StartedBooking extends WhatEveryBookingHas, Marked {
  status: 'started';
  startedAt: number;
  via: UsedVia;
}
export interface CompletedBooking extends WhatEveryBookingHas {
  status: 'completed';
  startedAt: number;
  /** May lie past `end`: what ran over takes nothing from the booking after it. */
  stoppedAt: number;
  /** Until when its slot reached before the stop gave the rest back. */
  plannedEnd: number;
}
/** Its time is free for others. */
export interface ReleasedBooking extends WhatEveryBookingHas {
  status: 'cancelled' | 'declined' | 'lapsed' | 'missed';
  /** Used all the same, as was told when its time had gone to somebody else. */
  used: { from: number; to: number | null } | null;
}
export type OccupyingBooking = PendingBooking | PlacedBooking | StartedBooking | CompletedBooking;
export type Booking = OccupyingBooking | ReleasedBooking;

/** Whether nobody else can have its time. */
export const occupies = (booking: Booking): booking is OccupyingBooking =>
  booking.status === 'placed' ||
  booking.status === 'pending' ||
  booking.status === 'started' ||
  booking.status === 'completed';

/** Whether it still lies ahead: placed, or pending. */
export const isAhead = (booking: Booking): booking is PendingBooking | PlacedBooking =>
  booking.status === 'placed' || booking.status === 'pending';

/** Longer ones are few, and listed apart: so no single one makes the search for what lies in an interval long. */
const A_DAY = 86_400_000;

/**
 * The bookings of one machine, ordered by their end (then id). Looking up, entering and finding what lies in an
 * interval are binary searches; what ended long ago leaves from the front. Plain JSON. The lists beside it are never
 * changed, only replaced: a copy may share them.
 */
export interface Agenda {
  byEnd: Booking[];
  /** Where a booking stands in the order: its end, by id. */
  endOf: Record<string, number>;
  /** No booking of at most a day that was ever entered lasts longer: bounds how far back a start can lie. Milliseconds. */
  longest: number;
  /** Ids of the bookings of more than a day that take time. */
  lasting: string[];
  /** By member: those that take time, and those that were missed (they count per day). Each rule on quotas asks. */
  ofMember: Record<string, Booking[]>;
  /** Ids of the bookings in use now: few, and asked about at every start. */
  running: string[];
  /** Ids of those that were used for longer than they were booked. */
  overran: string[];
  /** Of a copy: what it was made of. It looks up there what it has not changed itself. */
  original?: Agenda;
}

/**
 * An agenda that can be changed without changing this one, which must stay as it is as long as the copy is in use. Nothing
 * is dropped from a copy.
 */
export const copyOfAgenda = (agenda: Agenda): Agenda => ({
  ...agenda,
  byEnd: agenda.byEnd.slice(),
  endOf: {},
  ofMember: {},
  original: agenda,
});

/** The entry of a copy, else of what it was made of. Ids come from outside: what every object has is no entry. */
function lookUp<Value>(
  agenda: Agenda,
  table: (agenda: Agenda) => Readonly<Record<string, Value>>,
  id: string,
): Value | undefined {
  for (let at: Agenda | undefined = agenda; at !== undefined; at = at.original) {
    const entries = table(at);
    if (Object.hasOwn(entries, id)) return entries[id];
  }
  return undefined;
}

const endOf = (agenda: Agenda) => agenda.endOf;
const ofMember = (agenda: Agenda) => agenda.ofMember;

export const blankAgenda = (): Agenda => ({
  byEnd: [],
  endOf: {},
  longest: 0,
  lasting: [],
  ofMember: {},
  running: [],
  overran: [],
});

/** Index of the first booking that ends after `instant`, or at it with an id not before `id`. */
function placeOf({ byEnd }: Agenda, instant: number, id: string): number {
  let low = 0;
  let high = byEnd.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const one = byEnd[middle];
    if (one && (one.end < instant || (one.end === instant && one.bookingId < id))) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Sorts after every id: a booking that ends exactly at the instant does not reach into what starts there. */
const AFTER_EVERY_ID = '\uffff';

export function find(agenda: Agenda, bookingId: string): Booking | undefined {
  const end = lookUp(agenda, endOf, bookingId);
  return end === undefined ? undefined : agenda.byEnd[placeOf(agenda, end, bookingId)];
}

const lasts = (booking: Booking): boolean => booking.end - booking.start > A_DAY;

const overran = (booking: Booking | undefined): boolean =>
  booking?.status === 'completed' && booking.stoppedAt > booking.end;

const counts = (booking: Booking): boolean => occupies(booking) || booking.status === 'missed';

const listed = (ids: readonly string[], id: string, isListed: boolean): string[] =>
  isListed ? [...ids, id] : ids.filter((one) => one !== id);

/** Keeps the lists of ids right where `booking` takes the place of `before`. Changes the agenda. */
function index(agenda: Agenda, before: Booking | undefined, booking: Booking | undefined): void {
  const id = booking?.bookingId ?? before?.bookingId ?? '';
  const wasLasting = before !== undefined && occupies(before) && lasts(before);
  const isLasting = booking !== undefined && occupies(booking) && lasts(booking);
  if (wasLasting !== isLasting) agenda.lasting = listed(agenda.lasting, id, isLasting);
  const ran = before?.status === 'started';
  const runs = booking?.status === 'started';
  if (ran !== runs) agenda.running = listed(agenda.running, id, runs);

  if (overran(before) !== overran(booking)) agenda.overran = listed(agenda.overran, id, overran(booking));

  const had = before && counts(before) ? before.memberId : null;
  if (had !== null) {
    const left = (lookUp(agenda, ofMember, had) ?? []).filter(({ bookingId }) => bookingId !== id);
    if (left.length > 0 || agenda.original) agenda.ofMember[had] = left;
    else delete agenda.ofMember[had];
  }
  if (booking && counts(booking)) {
    const { memberId } = booking;
    agenda.ofMember[memberId] = [...(lookUp(agenda, ofMember, memberId) ?? []), booking];
  }
}

/** Enters a booking, in place of the one of the same id. Changes the agenda. */
export function enter(agenda: Agenda, booking: Booking): void {
  const { bookingId } = booking;
  const before = find(agenda, bookingId);
  index(agenda, before, booking);
  if (before?.end === booking.end) {
    agenda.byEnd[placeOf(agenda, before.end, bookingId)] = booking;
  } else {
    if (before !== undefined) agenda.byEnd.splice(placeOf(agenda, before.end, bookingId), 1);
    agenda.byEnd.splice(placeOf(agenda, booking.end, bookingId), 0, booking);
    agenda.endOf[bookingId] = booking.end;
  }
  if (!lasts(booking)) agenda.longest = Math.max(agenda.longest, booking.end - booking.start);
}

/** Drops what ended before `instant`, except what is still in use (a loan long overdue). Changes the agenda. */
export function dropEndedBefore(agenda: Agenda, instant: number): void {
  const first = agenda.byEnd[0];
  if (!first || first.end >= instant) return;
  const dropped = agenda.byEnd.splice(0, placeOf(agenda, instant, ''));
  const kept = agenda.running.length === 0 ? [] : dropped.filter(({ status }) => status === 'started');
  agenda.byEnd.unshift(...kept);
  for (const booking of dropped) {
    if (booking.status === 'started') continue;
    index(agenda, booking, undefined);
    delete agenda.endOf[booking.bookingId];
  }
}

/** Bookings that occupy an instant of `[start, end)`, ordered by their end. */
export function occupyingWithin(
  agenda: Agenda,
  { start, end }: { start: number; end: number },
  except: string | null = null,
): OccupyingBooking[] {
  const found: OccupyingBooking[] = [];
  const { byEnd, longest, lasting } = agenda;
  for (let at = placeOf(agenda, start, AFTER_EVERY_ID); at < byEnd.length; at++) {
    const one = byEnd[at];
    if (!one || one.end - longest >= end) break;
    if (one.start < end && one.bookingId !== except && occupies(one) && !lasts(one)) found.push(one);
  }
  if (lasting.length === 0) return found;
  for (const bookingId of lasting) {
    const one = find(agenda, bookingId);
    if (!one || !occupies(one) || bookingId === except) continue;
    if (one.start < end && one.end > start) found.push(one);
  }
  return found.sort((one, other) => one.end - other.end);
}

const NONE: readonly Booking[] = [];

/** What counts of a member's bookings here: those that take time, and those that were missed. In no order. */
export function bookingsOf(
  agenda: Agenda,
  memberId: string,
  except: string | null = null,
): readonly Booking[] {
  const all = lookUp(agenda, ofMember, memberId) ?? NONE;
  return except === null ? all : all.filter(({ bookingId }) => bookingId !== except);
}

/** Sessions past their slot, `[start, end)` with their real end: over by now, or still running (until `now` at least). */
export function sessionsPastTheirSlot(
  agenda: Agenda,
  now: number,
): { bookingId: string; start: number; end: number }[] {
  const over = agenda.overran.flatMap((id) => {
    const one = find(agenda, id);
    return one?.status === 'completed' ? [{ bookingId: id, start: one.start, end: one.stoppedAt }] : [];
  });
  const running = runningBookings(agenda).filter(({ end }) => end < now);
  return [...over, ...running.map(({ bookingId, start }) => ({ bookingId, start, end: now }))];
}

/** Bookings in use now, however long past their planned end. */
export function runningBookings(agenda: Agenda): StartedBooking[] {
  return agenda.running.flatMap((bookingId) => {
    const booking = find(agenda, bookingId);
    return booking?.status === 'started' ? [booking] : [];
  });
}
