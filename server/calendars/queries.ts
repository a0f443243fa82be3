import type { KnownBooking } from '../bookings/knownBooking.ts';
import {
  bookingById,
  bookingsOfMember,
  everyBookingOn,
  bookingsStarting as placedBookingsStarting,
  runningAnywhere,
} from '../bookings/queries.ts';
import { reservationsWithin } from '../bookings/waiting/queries.ts';
import type { ViewsReader } from '../views/reader.ts';

/**
 * What stands in a calendar; instants in UTC milliseconds. Without a member: kept by the workshop. `sequence` rises with
 * each change that a calendar elsewhere should take over.
 */
export interface KnownEntry {
  entryId: string;
  machineId: string;
  workshopId: string;
  memberId: string | null;
  start: number;
  end: number;
  status: 'confirmed' | 'tentative' | 'cancelled';
  sequence: number;
  changedAt: number;
}

interface Interval {
  start: number;
  end: number;
}

export function entryById(views: ViewsReader, entryId: string): KnownEntry | null {
  const booking = bookingById(views, entryId);
  return booking && entryOf(booking);
}

/** A member's entries that share an instant with `[start, end)`, cancelled ones too, by start. */
export const entriesOfMember = (views: ViewsReader, memberId: string, within: Interval): KnownEntry[] =>
  bookingsOfMember(views, memberId, within).map(entryOf);

/** A machine's entries, in the same way, and what the workshop keeps for itself. */
export function entriesOfMachine(views: ViewsReader, machineId: string, within: Interval): KnownEntry[] {
  const kept = reservationsWithin(views, machineId, within).map((reservation): KnownEntry => {
    const { reservationId: entryId, workshopId, start, end, revision: sequence, changedAt } = reservation;
    return {
      entryId,
      machineId,
      workshopId,
      memberId: null,
      start,
      end,
      status: 'confirmed',
      sequence,
      changedAt,
    };
  });
  return [...everyBookingOn(views, machineId, within).map(entryOf), ...kept].sort(
    (one, other) => one.start - other.start,
  );
}

/** Bookings that stand and start within `(start, end]`, not in use yet. */
export const bookingsStarting = (views: ViewsReader, within: Interval): KnownEntry[] =>
  placedBookingsStarting(views, within).map(entryOf);

/** What is in use (or lent out) and ends before an instant. */
export const runningUntil = (views: ViewsReader, end: number): KnownEntry[] =>
  runningAnywhere(views)
    .filter((booking) => booking.end < end)
    .map(entryOf);

const STATUS: Record<KnownBooking['status'], KnownEntry['status']> = {
  pending: 'tentative',
  placed: 'confirmed',
  started: 'confirmed',
  completed: 'confirmed',
  cancelled: 'cancelled',
  declined: 'cancelled',
  lapsed: 'cancelled',
  missed: 'cancelled',
};

function entryOf(booking: KnownBooking): KnownEntry {
  const { bookingId: entryId, machineId, workshopId, memberId, start, stoppedAt, changedAt } = booking;
  // Of what was used no more than it was; what ended before it began stands as it was planned.
  const used = stoppedAt !== null && stoppedAt > start ? stoppedAt : booking.end;
  const end = used > start ? used : (booking.plannedEnd ?? booking.end);
  const status = STATUS[booking.status];
  return {
    entryId,
    machineId,
    workshopId,
    memberId,
    start,
    end,
    status,
    sequence: booking.revision,
    changedAt,
  };
}
