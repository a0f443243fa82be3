import { type Rule, standsWhenever } from '../slot.ts';

/** What is cancelled or over is not changed any more; only a cancelled one is reinstated. Strong. */
export const ended: Rule = {
  name: 'ended',
  against({ change }, _calendar, { now }) {
    if (change === null) return null;
    const { booking, to } = change;
    if (booking.end <= now) return standsWhenever(() => 'This booking is over.');
    if (to === 'placed' && booking.status === 'cancelled') {
      return standsWhenever(() => 'This booking has been cancelled.');
    }
    if (to === 'reinstated' && booking.status === 'placed') {
      return standsWhenever(() => 'This booking has not been cancelled.');
    }
    return null;
  },
};
