import { z } from 'zod';
import { type BookingRule, bookingRule } from '../../shared/bookings/rules.ts';
import { bookingStatus } from '../../shared/bookings/views.ts';
import type { ViewsReader } from '../views/reader.ts';
import { endOfOutage, type Outage } from './calendar.ts';
import { type BookingRow, bookings, type OutageRow, outages } from './projection.ts';

/** A booking as the views have it; instants in UTC milliseconds. */
export interface KnownBooking {
  bookingId: string;
  machineId: string;
  workshopId: string;
  memberId: string;
  start: number;
  end: number;
  status: z.infer<typeof bookingStatus>;
  purposeId: string | null;
  marks: BookingRule[];
  revision: number;
}

/** An outage as the views have it; instants in UTC milliseconds. */
export type KnownOutage = Omit<OutageRow, 'startsAt'> & { start: number };

/** Longer than any booking can be: how far after an interval the end of one can lie that reaches into it. */
const LONGEST = 93 * 86_400_000;

export function bookingById(views: ViewsReader, bookingId: string): KnownBooking | null {
  const row = views.byKey(bookings, bookingId);
  return row ? bookingOf(row) : null;
}

/** Bookings of a machine that share an instant with `[start, end)`, placed ones only, by start. */
export function bookingsWithin(
  views: ViewsReader,
  machineId: string,
  { start, end }: { start: number; end: number },
): KnownBooking[] {
  const where = 'where machineId = ? and endsAt > ? and endsAt < ? and startsAt < ? and status = ?';
  return views
    .all(bookings, `${where} order by startsAt, bookingId`, machineId, start, end + LONGEST, end, 'placed')
    .map(bookingOf);
}

/** A member's bookings, cancelled ones too, that share an instant with `[start, end)`, by start. */
export function bookingsOfMember(
  views: ViewsReader,
  memberId: string,
  { start, end }: { start: number; end: number },
): KnownBooking[] {
  return views
    .all(
      bookings,
      'where memberId = ? and endsAt > ? and startsAt < ? order by startsAt, bookingId limit 1000',
      memberId,
      start,
      end,
    )
    .map(bookingOf);
}

/** Every booking a member ever made, for their download. */
export function everyBookingOf(views: ViewsReader, memberId: string): KnownBooking[] {
  return views.all(bookings, 'where memberId = ? order by startsAt, bookingId', memberId).map(bookingOf);
}

/** Placed bookings of a machine that end after `now`: those that a change may hit. */
export function openBookingsOn(views: ViewsReader, machineId: string, now: number): KnownBooking[] {
  return views
    .all(bookings, 'where machineId = ? and endsAt > ? and status = ?', machineId, now, 'placed')
    .map(bookingOf);
}

/** Placed bookings of a member that end after `now`. */
export function openBookingsOf(views: ViewsReader, memberId: string, now: number): KnownBooking[] {
  return views
    .all(bookings, 'where memberId = ? and endsAt > ? and status = ?', memberId, now, 'placed')
    .map(bookingOf);
}

export function outageById(views: ViewsReader, outageId: string): KnownOutage | null {
  const row = views.byKey(outages, outageId);
  return row ? outageOf(row) : null;
}

/**
 * Outages of a machine that share an instant with `[start, end)`, by start. One that is not returned reaches to its
 * expected end while that lies ahead of `now`, else it has no end yet.
 */
export function outagesWithin(
  views: ViewsReader,
  machineId: string,
  { start, end }: { start: number; end: number },
  now: number,
): KnownOutage[] {
  const where = 'where machineId = ? and startsAt < ? and (returnedAt is null or returnedAt > ?)';
  return views
    .all(outages, `${where} order by startsAt, outageId`, machineId, end, start)
    .map(outageOf)
    .filter((outage) => {
      const until = endOfOutage(asDecided(outage), now);
      return until > start && until > outage.start;
    });
}

/** The outage as the rules see it. */
export function asDecided({ outageId, workshopId, start, ...outage }: KnownOutage): Outage {
  const { expectedEnd, returnedAt, revision } = outage;
  return returnedAt === null
    ? { status: 'declared', outageId, workshopId, start, expectedEnd, revision }
    : { status: 'returned', outageId, start, end: returnedAt, revision };
}

const marks = z.array(bookingRule);

function bookingOf({ startsAt, endsAt, ...row }: BookingRow): KnownBooking {
  return {
    ...row,
    start: startsAt,
    end: endsAt,
    status: bookingStatus.parse(row.status),
    marks: row.marks === '[]' ? [] : marks.parse(JSON.parse(row.marks)),
  };
}

const outageOf = ({ startsAt, ...row }: OutageRow): KnownOutage => ({ ...row, start: startsAt });
