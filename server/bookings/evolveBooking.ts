import type { CalendarEvent, DataOf } from '../../shared/schemasOfEvents.ts';
import {
  type Agenda,
  type Booking,
  enter,
  find,
  occupies,
  type PlacedBooking,
  type ReleasedBooking,
} from './agenda.ts';

type BookingEvent = Extract<CalendarEvent, { data: { bookingId: string } }>;

type Decided = Pick<
  Extract<CalendarEvent, { type: 'BookingMoved' }>['data'],
  'awaits' | 'answerBy' | 'overridden'
>;

/** What all states of a booking have in common. */
const kept = ({
  bookingId,
  workshopId,
  memberId,
  start,
  end,
  supervisorId,
  renewals,
  overridden,
  revision,
}: Booking) => ({
  bookingId,
  workshopId,
  memberId,
  start,
  end,
  supervisorId,
  renewals,
  overridden,
  revision,
});

const placed = (booking: Booking): PlacedBooking => ({ ...kept(booking), status: 'placed', marks: [] });

const released = (booking: Booking, status: ReleasedBooking['status']): ReleasedBooking => ({
  ...kept(booking),
  status,
  used: null,
});

/** In use. It takes the time from an early start on, unless somebody else has that. */
function started(booking: Booking, { at, via, contradicts }: DataOf<'UseStarted'>): Booking {
  const startedAt = Date.parse(at);
  if (contradicts.length > 0 && !occupies(booking)) {
    return { ...released(booking, 'missed'), used: { from: startedAt, to: null } };
  }
  const start = contradicts.length > 0 ? booking.start : Math.min(booking.start, startedAt);
  return { ...placed(booking), start, status: 'started', startedAt, via };
}

/** The rest of the slot is free; running over has taken nothing from whoever came next. */
function stopped(booking: Booking, at: number): Booking {
  if (!occupies(booking)) {
    const used = { from: booking.used?.from ?? at, to: at };
    return { ...kept(booking), status: booking.status, used };
  }
  const startedAt = booking.status === 'started' ? booking.startedAt : Math.min(booking.start, at);
  const times = { start: Math.min(booking.start, at), end: Math.min(booking.end, at) };
  const ran = { startedAt, stoppedAt: at, plannedEnd: booking.end };
  return { ...kept(booking), ...times, ...ran, status: 'completed' };
}

/** Placed, or pending while somebody's word is awaited; one in use runs on. */
function decided(booking: Booking, { awaits, answerBy, overridden }: Decided): Booking {
  const known = { ...kept(booking), overridden, marks: [] };
  if (booking.status === 'started') {
    return { ...known, status: 'started', startedAt: booking.startedAt, via: booking.via };
  }
  return awaits.length === 0 || answerBy === null
    ? { ...known, status: 'placed' }
    : { ...known, status: 'pending', awaits, answerBy: Date.parse(answerBy) };
}

/** The booking after the event; the same where the event says nothing that counts any more. */
function changed(booking: Booking, event: Exclude<BookingEvent, { type: 'BookingPlaced' }>): Booking {
  switch (event.type) {
    case 'BookingMoved':
    case 'BookingResized': {
      const { start, end } = event.data;
      const renewals = booking.renewals + (event.type === 'BookingResized' && event.data.renewal ? 1 : 0);
      const times = { start: Date.parse(start), end: Date.parse(end) };
      return decided({ ...booking, ...times, renewals }, event.data);
    }
    case 'BookingConfirmed': {
      if (booking.status !== 'pending') return booking;
      const awaits = booking.awaits.filter((one) => one !== event.data.granted);
      // A word that was given takes away nothing that stands against the booking.
      return awaits.length === 0 ? { ...placed(booking), marks: booking.marks } : { ...booking, awaits };
    }
    case 'BookingCancelled':
      return released(booking, 'cancelled');
    case 'BookingDeclined':
      return released(booking, 'declined');
    case 'BookingLapsed':
      return released(booking, 'lapsed');
    case 'BookingMissed':
      return released(booking, 'missed');
    case 'BookingReinstated':
      // The undo of a stop takes back what the stop had given away.
      return booking.status === 'completed'
        ? { ...placed(booking), end: booking.plannedEnd }
        : placed(booking);
    case 'BookingPassed':
      // What was set aside for one is not set aside for another.
      return { ...booking, memberId: event.data.toMemberId, overridden: null };
    case 'BookingCorrected': {
      const start = Date.parse(event.data.start);
      const end = Date.parse(event.data.end);
      const corrected = { ...booking, start, end };
      return corrected.status === 'completed'
        ? { ...corrected, startedAt: start, stoppedAt: end, plannedEnd: end }
        : corrected;
    }
    case 'BookingMarked':
      return 'marks' in booking
        ? { ...booking, marks: [...new Set([...booking.marks, event.data.rule])] }
        : booking;
    case 'BookingUnmarked':
      return 'marks' in booking
        ? { ...booking, marks: booking.marks.filter((mark) => mark !== event.data.rule) }
        : booking;
    case 'UseStarted':
      return started(booking, event.data);
    case 'UseStopped':
      return stopped(booking, Date.parse(event.data.at));
    case 'UseHandedOver':
      return { ...booking, memberId: event.data.toMemberId, overridden: null };
  }
}

/** Takes in what an event says of a booking. Changes the agenda. */
export function takeBookingEvent(agenda: Agenda, event: BookingEvent, revision: number): void {
  if (event.type === 'BookingPlaced') {
    const { bookingId, workshopId, memberId, start, end, supervisorId } = event.data;
    const times = { start: Date.parse(start), end: Date.parse(end) };
    const blank = { bookingId, workshopId, memberId, ...times, supervisorId, renewals: 0, revision };
    enter(agenda, decided({ ...blank, status: 'placed', overridden: null, marks: [] }, event.data));
    return;
  }
  // A booking that ended long ago has left the calendar: what is said of it afterwards decides nothing any more.
  const booking = find(agenda, event.data.bookingId);
  if (booking) enter(agenda, { ...changed(booking, event), revision });
}
