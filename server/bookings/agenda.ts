import type { Awaited, UsedVia } from '../../shared/bookings/events.ts';
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
  overridden: BookingRule[];
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
}
/** Its time is free for others. */
export interface ReleasedBooking extends WhatEveryBookingHas {
  status: 'cancelled' | 'declined' | 'lapsed' | 'missed';
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

/**
 * The bookings of one machine, ordered by their end (then id). Looking up, entering and finding what lies in an
 * interval are binary searches; what ended long ago leaves from the front. Plain JSON.
 */
export interface Agenda {
  byEnd: Booking[];
  /** Where a booking stands in the order: its end, by id. */
  endOf: Record<string, number>;
  /** No booking that was ever entered lasts longer: bounds how far back a start can lie. Milliseconds. */
  longest: number;
  /** Ids of the bookings in use now: few, and asked about at every start. */
  running: string[];
}

export const blankAgenda = (): Agenda => ({ byEnd: [], endOf: {}, longest: 0, running: [] });

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
  const end = Object.hasOwn(agenda.endOf, bookingId) ? agenda.endOf[bookingId] : undefined;
  return end === undefined ? undefined : agenda.byEnd[placeOf(agenda, end, bookingId)];
}

/** Enters a booking, in place of the one of the same id. Changes the agenda. */
export function enter(agenda: Agenda, booking: Booking): void {
  const { bookingId } = booking;
  const before = agenda.endOf[bookingId];
  if (before === booking.end) {
    agenda.byEnd[placeOf(agenda, before, bookingId)] = booking;
  } else {
    if (before !== undefined) agenda.byEnd.splice(placeOf(agenda, before, bookingId), 1);
    agenda.byEnd.splice(placeOf(agenda, booking.end, bookingId), 0, booking);
    agenda.endOf[bookingId] = booking.end;
  }
  agenda.longest = Math.max(agenda.longest, booking.end - booking.start);
  const ran = agenda.running.includes(bookingId);
  if (booking.status === 'started' && !ran) agenda.running.push(bookingId);
  else if (booking.status !== 'started' && ran) {
    agenda.running = agenda.running.filter((one) => one !== bookingId);
  }
}

/** Drops what ended before `instant`, except what is still in use (a loan long overdue). Changes the agenda. */
export function dropEndedBefore(agenda: Agenda, instant: number): void {
  const first = agenda.byEnd[0];
  if (!first || first.end >= instant) return;
  const dropped = agenda.byEnd.splice(0, placeOf(agenda, instant, ''));
  const kept = agenda.running.length === 0 ? [] : dropped.filter(({ status }) => status === 'started');
  agenda.byEnd.unshift(...kept);
  for (const { bookingId, status } of dropped) if (status !== 'started') delete agenda.endOf[bookingId];
}

/** Bookings that occupy an instant of `[start, end)`, ordered by their end. */
export function occupyingWithin(
  agenda: Agenda,
  { start, end }: { start: number; end: number },
  except: string | null = null,
): OccupyingBooking[] {
  const found: OccupyingBooking[] = [];
  const { byEnd, longest } = agenda;
  for (let index = placeOf(agenda, start, AFTER_EVERY_ID); index < byEnd.length; index++) {
    const one = byEnd[index];
    if (!one || one.end - longest >= end) break;
    if (one.start < end && one.bookingId !== except && occupies(one)) found.push(one);
  }
  return found;
}

/** Bookings in use now, however long past their planned end. */
export function runningBookings(agenda: Agenda): StartedBooking[] {
  return agenda.running.flatMap((bookingId) => {
    const booking = find(agenda, bookingId);
    return booking?.status === 'started' ? [booking] : [];
  });
}
