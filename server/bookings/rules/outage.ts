import { endOfOutage } from '../calendar.ts';
import { type Rule, stands } from '../slot.ts';
import { inWords } from '../wallTime.ts';

/** Nothing is booked while the machine is out of order. Strong: its own outages stand in its calendar. */
export const outage: Rule = {
  name: 'outage',
  against({ start, end }, { outages }, { now, workshop: { timeZone } }) {
    let back = Number.NEGATIVE_INFINITY;
    for (const one of outages) {
      const until = endOfOutage(one, now);
      if (one.start < until && one.start < end && until > start) back = Math.max(back, until);
    }
    if (back === Number.NEGATIVE_INFINITY) return null;
    return stands(() =>
      back === Number.POSITIVE_INFINITY
        ? 'It is out of order, and nobody knows yet until when.'
        : `It is out of order and expected back at ${inWords(back, timeZone)}.`,
    );
  },
  edges(_slot, { outages }, { now }) {
    return {
      opens: outages.map((one) => endOfOutage(one, now)).filter(Number.isFinite),
      closes: outages.map(({ start }) => start),
    };
  },
};
