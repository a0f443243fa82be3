import type { CalendarEvent } from '../../shared/schemasOfEvents.ts';
import { find, occupies } from './agenda.ts';
import type { Calendar } from './calendar.ts';

/** A stretch of time in UTC milliseconds, `[start, end)`. */
export interface Stretch {
  start: number;
  end: number;
}

/** Time of the machine that an event gives back, as the calendar was before it. */
export function freedBy(event: CalendarEvent, calendar: Calendar): Stretch[] {
  const bookingOf = (bookingId: string): Stretch[] => {
    const booking = find(calendar.agenda, bookingId);
    return booking && occupies(booking) ? [booking] : [];
  };
  switch (event.type) {
    case 'BookingCancelled':
    case 'BookingDeclined':
    case 'BookingLapsed':
    case 'BookingMissed':
    case 'BookingMoved':
    case 'BookingResized':
      return bookingOf(event.data.bookingId);
    case 'UseStopped': {
      const start = Date.parse(event.data.at);
      return bookingOf(event.data.bookingId).map(({ end }) => ({ start, end }));
    }
    case 'HoldEnded':
      return calendar.holds.filter(({ holdId }) => holdId === event.data.holdId);
    case 'ReservationLifted':
      return calendar.reservations.filter(({ reservationId }) => reservationId === event.data.reservationId);
    case 'OutageEnded':
      return [{ start: Date.parse(event.data.end), end: Number.POSITIVE_INFINITY }];
    default:
      return [];
  }
}
