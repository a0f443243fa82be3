import type { BookingStatus } from '../../../shared/bookings/views.ts';
import { type Rule, standsWhenever } from '../slot.ts';

const OVER: Partial<Record<BookingStatus, string>> = {
  cancelled: 'This booking has been cancelled.',
  declined: 'This booking has been declined.',
  lapsed: 'Nobody answered this booking in time.',
  missed: 'This booking was missed.',
  completed: 'This booking is over.',
};

/** What is cancelled, missed or over is not changed any more; only a cancelled one is reinstated. Strong. */
export const ended: Rule = {
  name: 'ended',
  against({ change }, _calendar, { now }) {
    if (change === null) return null;
    const { booking, to } = change;
    // What is in use may have run over: it has not ended.
    if (booking.end <= now && booking.status !== 'started') {
      return standsWhenever(() => 'This booking is over.');
    }
    const over = OVER[booking.status];
    if (to === 'placed' && over !== undefined) return standsWhenever(() => over);
    if (to === 'reinstated' && booking.status !== 'cancelled') {
      return standsWhenever(() => 'This booking has not been cancelled.');
    }
    return null;
  },
};
