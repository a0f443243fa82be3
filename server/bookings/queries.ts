import type { ViewsReader } from '../views/reader.ts';
import { bookingOf, type KnownBooking } from './knownBooking.ts';
import { bookings } from './projection.ts';

/** Longer than any booking can be: how far after an interval the end of one can lie that reaches into it. */
const LONGEST = 93 * 86_400_000;

export function bookingById(views: ViewsReader, bookingId: string): KnownBooking | null {
  const row = views.byKey(bookings, bookingId);
  return row ? bookingOf(row) : null;
}

/** Bookings of a machine that occupy an instant of `[start, end)`, by start. */
export function bookingsWithin(
  views: ViewsReader,
  machineId: string,
  { start, end }: { start: number; end: number },
): KnownBooking[] {
  const where = 'where machineId = ? and endsAt > ? and endsAt < ? and startsAt < ? and occupies = 1';
  return views
    .all(bookings, `${where} order by startsAt, bookingId`, machineId, start, end + LONGEST, end)
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

/** The same on one machine alone, however many somebody has elsewhere. */
export function bookingsOfMemberOn(
  views: ViewsReader,
  memberId: string,
  machineId: string,
  { start, end }: { start: number; end: number },
): KnownBooking[] {
  const where = 'where machineId = ? and endsAt > ? and startsAt < ? and +memberId = ?';
  return views
    .all(bookings, `${where} order by startsAt, bookingId limit 1000`, machineId, start, end, memberId)
    .map(bookingOf);
}

/** A machine's bookings in whatever state that share an instant with `[start, end)`, by start. */
export function everyBookingOn(
  views: ViewsReader,
  machineId: string,
  { start, end }: { start: number; end: number },
): KnownBooking[] {
  const where = 'where machineId = ? and endsAt > ? and startsAt < ? order by startsAt, bookingId limit 2000';
  return views.all(bookings, where, machineId, start, end).map(bookingOf);
}

/** Placed bookings that start within `(start, end]`, anywhere, by start. */
export function bookingsStarting(
  views: ViewsReader,
  { start, end }: { start: number; end: number },
): KnownBooking[] {
  const where = "where status = 'placed' and endsAt > ? and startsAt > ? and startsAt <= ? order by startsAt";
  return views.all(bookings, where, start, start, end).map(bookingOf);
}

/** Every booking a member ever made, for their download. */
export function everyBookingOf(views: ViewsReader, memberId: string): KnownBooking[] {
  return views.all(bookings, 'where memberId = ? order by startsAt, bookingId', memberId).map(bookingOf);
}

const AHEAD = "status in ('placed', 'pending')";

/** Bookings of a machine, placed or pending, that end after `now`: those that a change may hit. */
export function openBookingsOn(views: ViewsReader, machineId: string, now: number): KnownBooking[] {
  return views
    .all(bookings, `where machineId = ? and endsAt > ? and ${AHEAD}`, machineId, now)
    .map(bookingOf);
}

/** Bookings of a member, placed or pending, that end after `now`. */
export function openBookingsOf(views: ViewsReader, memberId: string, now: number): KnownBooking[] {
  return views.all(bookings, `where memberId = ? and endsAt > ? and ${AHEAD}`, memberId, now).map(bookingOf);
}

/** Bookings of a member that are in use, however long past their planned end, or still to come. */
export function takenOrOpenOf(views: ViewsReader, memberId: string, now: number): KnownBooking[] {
  const where =
    "where memberId = ? and (status = 'started' or (endsAt > ? and status in ('placed', 'pending')))";
  return views.all(bookings, where, memberId, now).map(bookingOf);
}

/** Bookings of a machine that are in use, however long past their planned end. */
export function runningOn(views: ViewsReader, machineId: string): KnownBooking[] {
  return views.all(bookings, "where machineId = ? and status = 'started'", machineId).map(bookingOf);
}

/** The booking of a machine whose use ended last; null where none has ended. */
export function lastStoppedOn(views: ViewsReader, machineId: string): KnownBooking | null {
  const where = "where machineId = ? and status = 'completed' order by stoppedAt desc, bookingId limit 1";
  const row = views.first(bookings, where, machineId);
  return row ? bookingOf(row) : null;
}

/** What is in use, placed or pending of a workshop and ends after `now` or is in use past its end, by start. */
export function takenOrOpenIn(views: ViewsReader, workshopId: string, now: number): KnownBooking[] {
  const where = `where workshopId = ? and (status = 'started' or (endsAt > ? and ${AHEAD}))`;
  return views.all(bookings, `${where} order by startsAt, bookingId`, workshopId, now).map(bookingOf);
}

/** Bookings, placed or pending, that end after `now` and whose holder works under this member's eyes. */
export function supervisedBy(views: ViewsReader, memberId: string, now: number): KnownBooking[] {
  return views
    .all(bookings, `where ${AHEAD} and endsAt > ? and supervisorId = ?`, now, memberId)
    .map(bookingOf);
}

/** Bookings that wait for a member to agree to supervise them, by start. */
export function supervisionAskedOf(views: ViewsReader, memberId: string, now: number): KnownBooking[] {
  const where = "where status = 'pending' and endsAt > ? and supervisorId = ? order by startsAt, bookingId";
  return views
    .all(bookings, where, now, memberId)
    .map(bookingOf)
    .filter(({ awaits }) => awaits.includes('supervision'));
}

/** Bookings that have begun since `after` and that nobody has started. */
export function notStartedOn(
  views: ViewsReader,
  machineId: string,
  { after, now }: { after: number; now: number },
): KnownBooking[] {
  const where = "where machineId = ? and endsAt > ? and startsAt < ? and status = 'placed'";
  return views.all(bookings, where, machineId, after, now).map(bookingOf);
}

/** What is in use past its planned end. */
export function runningPast(views: ViewsReader, now: number): KnownBooking[] {
  return views.all(bookings, "where status = 'started' and endsAt <= ?", now).map(bookingOf);
}

/** Machines with a request whose time for an answer is over. */
export function machinesWithWordDue(views: ViewsReader, now: number): string[] {
  return views
    .all(bookings, "where status = 'pending' and answerBy <= ?", now)
    .map(({ machineId }) => machineId);
}

/** What is in use anywhere, by planned end. */
export function runningAnywhere(views: ViewsReader): KnownBooking[] {
  return views.all(bookings, "where status = 'started' order by endsAt, bookingId").map(bookingOf);
}

/** Bookings of a workshop that wait for somebody's word, the most urgent first. */
export function pendingIn(views: ViewsReader, workshopId: string): KnownBooking[] {
  const where = "where status = 'pending' and workshopId = ? order by answerBy, bookingId";
  return views.all(bookings, where, workshopId).map(bookingOf);
}
