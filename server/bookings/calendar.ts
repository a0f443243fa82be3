import type { CalendarEvent } from '../../shared/schemasOfEvents.ts';
import { type Agenda, type Booking, blankAgenda, dropEndedBefore, enter, find } from './agenda.ts';

interface DeclaredOutage {
  status: 'declared';
  outageId: string;
  workshopId: string;
  start: number;
  /** A hope; null when nobody knows. */
  expectedEnd: number | null;
  revision: number;
}
interface ReturnedOutage {
  status: 'returned';
  outageId: string;
  start: number;
  end: number;
  revision: number;
}
export type Outage = DeclaredOutage | ReturnedOutage;

/** Bookings and outages of one machine; times in UTC milliseconds. */
export interface Calendar {
  status: 'written';
  agenda: Agenda;
  outages: Outage[];
  /** Time of the newest event. */
  newest: number;
}
export type CalendarState = { status: 'empty' } | Calendar;

export const DAY = 86_400_000;
/** How long the calendar remembers what is over; older bookings are answered by a query. */
export const KEPT_AFTER_END = 14 * DAY;

export const blankCalendar = (): Calendar => ({
  status: 'written',
  agenda: blankAgenda(),
  outages: [],
  newest: 0,
});

/**
 * When the machine is, or is expected, back. An outage counts until somebody returns the machine: past its expected
 * end nobody knows.
 */
export function endOfOutage(outage: Outage, now: number): number {
  if (outage.status === 'returned') return outage.end;
  return outage.expectedEnd !== null && outage.expectedEnd > now
    ? outage.expectedEnd
    : Number.POSITIVE_INFINITY;
}

/**
 * Takes an event in. It changes the calendar that it is given and gives it back: a calendar of thousands of bookings
 * is not copied for each of 100,000 events. Whoever holds a state must own it alone, as the command handler does.
 */
export function evolveCalendar(
  state: CalendarState,
  event: CalendarEvent,
  { revision, at }: { revision: number; at: number },
): Calendar {
  const calendar = state.status === 'empty' ? blankCalendar() : state;
  take(calendar, event, revision);
  calendar.newest = Math.max(calendar.newest, at);
  const forgotten = calendar.newest - KEPT_AFTER_END;
  dropEndedBefore(calendar.agenda, forgotten);
  if (calendar.outages.some((outage) => outage.status === 'returned' && outage.end < forgotten)) {
    calendar.outages = calendar.outages.filter(
      (outage) => outage.status === 'declared' || outage.end >= forgotten,
    );
  }
  return calendar;
}

function take({ agenda, outages }: Calendar, event: CalendarEvent, revision: number): void {
  const change = (bookingId: string, changed: (booking: Booking) => Booking) => {
    // A booking that ended long ago has left the calendar: what is said of it afterwards decides nothing any more.
    const booking = find(agenda, bookingId);
    if (booking) enter(agenda, { ...changed(booking), revision });
  };
  switch (event.type) {
    case 'BookingPlaced': {
      const { bookingId, workshopId, memberId, start, end } = event.data;
      const times = { start: Date.parse(start), end: Date.parse(end) };
      enter(agenda, { status: 'placed', bookingId, workshopId, memberId, ...times, marks: [], revision });
      return;
    }
    case 'BookingMoved':
    case 'BookingResized': {
      const { bookingId, start, end } = event.data;
      const times = { start: Date.parse(start), end: Date.parse(end) };
      change(bookingId, (booking) => ({ ...booking, status: 'placed', ...times, marks: [] }));
      return;
    }
    case 'BookingCorrected': {
      const { bookingId, start, end } = event.data;
      change(bookingId, (booking) => ({ ...booking, start: Date.parse(start), end: Date.parse(end) }));
      return;
    }
    case 'BookingCancelled':
      change(event.data.bookingId, (booking) => ({ ...withoutMarks(booking), status: 'cancelled' }));
      return;
    case 'BookingReinstated':
      change(event.data.bookingId, (booking) => ({ ...booking, status: 'placed', marks: [] }));
      return;
    case 'BookingMarked': {
      const { bookingId, rule } = event.data;
      change(bookingId, (booking) =>
        booking.status === 'placed' ? { ...booking, marks: [...new Set([...booking.marks, rule])] } : booking,
      );
      return;
    }
    case 'BookingUnmarked': {
      const { bookingId, rule } = event.data;
      change(bookingId, (booking) =>
        booking.status === 'placed'
          ? { ...booking, marks: booking.marks.filter((mark) => mark !== rule) }
          : booking,
      );
      return;
    }
    case 'OutageDeclared': {
      const { outageId, workshopId, start, end } = event.data;
      const expectedEnd = end === null ? null : Date.parse(end);
      outages.push({
        status: 'declared',
        outageId,
        workshopId,
        start: Date.parse(start),
        expectedEnd,
        revision,
      });
      return;
    }
    case 'OutageEnded': {
      const index = outages.findIndex(({ outageId }) => outageId === event.data.outageId);
      const outage = outages[index];
      if (outage) {
        const { outageId, start } = outage;
        outages[index] = { status: 'returned', outageId, start, end: Date.parse(event.data.end), revision };
      }
    }
  }
}

function withoutMarks(booking: Booking): Omit<Booking, 'marks' | 'status'> {
  const { bookingId, workshopId, memberId, start, end, revision } = booking;
  return { bookingId, workshopId, memberId, start, end, revision };
}
