import { holderOf, type Rule, stands, standsWhenever } from '../slot.ts';
import { inWords } from '../wallTime.ts';

/**
 * The holder is a member of the machine's workshop until the booking ends, and no pause reaches into it. A booking
 * that starts when the pause is over is fine. Convergent.
 */
export const membership: Rule = {
  name: 'membership',
  against(slot, _calendar, facts) {
    const { membership: held, pausedUntil } = holderOf(slot, facts);
    const { timeZone } = facts.workshop;
    if (!held) return standsWhenever(() => 'Only members of this workshop can book here.');
    const { until } = held;
    if (until !== null && until < slot.end) {
      const message = () => `The membership here ends at ${inWords(until, timeZone)}.`;
      return until <= facts.now ? standsWhenever(message) : stands(message);
    }
    if (pausedUntil !== null && pausedUntil > facts.now && slot.start < pausedUntil) {
      return stands(() => `Bookings are paused until ${inWords(pausedUntil, timeZone)}.`);
    }
    return null;
  },
  edges(slot, _calendar, facts) {
    const { membership: held, pausedUntil } = holderOf(slot, facts);
    return {
      opens: pausedUntil === null ? [] : [pausedUntil],
      closes: held === null || held.until === null ? [] : [held.until],
    };
  },
};
