import type { BookingRule } from '../../shared/bookings/rules.ts';

interface WhatEveryBookingHas {
  bookingId: string;
  workshopId: string;
  memberId: string;
  /** UTC milliseconds, half-open: `[start, end)`. */
  start: number;
  end: number;
  /** Of the last event that touched this booking, for `If-Match`. */
  revision: number;
}
export interface PlacedBooking extends WhatEveryBookingHas {
  status: 'placed';
  /** Rules that later facts have raised against it. */
  marks: BookingRule[];
}
export interface CancelledBooking extends WhatEveryBookingHas {
  status: 'cancelled';
}
export type Booking = PlacedBooking | CancelledBooking;

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
}

export const blankAgenda = (): Agenda => ({ byEnd: [], endOf: {}, longest: 0 });

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
  const before = agenda.endOf[booking.bookingId];
  if (before === booking.end) {
    agenda.byEnd[placeOf(agenda, before, booking.bookingId)] = booking;
  } else {
    if (before !== undefined) agenda.byEnd.splice(placeOf(agenda, before, booking.bookingId), 1);
    agenda.byEnd.splice(placeOf(agenda, booking.end, booking.bookingId), 0, booking);
    agenda.endOf[booking.bookingId] = booking.end;
  }
  agenda.longest = Math.max(agenda.longest, booking.end - booking.start);
}

/** Drops what ended before `instant`. Changes the agenda. */
export function dropEndedBefore(agenda: Agenda, instant: number): void {
  const first = agenda.byEnd[0];
  if (!first || first.end >= instant) return;
  for (const { bookingId } of agenda.byEnd.splice(0, placeOf(agenda, instant, ''))) {
    delete agenda.endOf[bookingId];
  }
}

/** Placed bookings that share an instant with `[start, end)`, ordered by their end. */
export function placedWithin(
  agenda: Agenda,
  { start, end }: { start: number; end: number },
  except: string | null = null,
): PlacedBooking[] {
  const found: PlacedBooking[] = [];
  const { byEnd, longest } = agenda;
  for (let index = placeOf(agenda, start, AFTER_EVERY_ID); index < byEnd.length; index++) {
    const one = byEnd[index];
    if (!one || one.end - longest >= end) break;
    if (one.status === 'placed' && one.start < end && one.bookingId !== except) found.push(one);
  }
  return found;
}
