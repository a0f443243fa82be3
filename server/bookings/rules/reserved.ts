import { type Rule, stands } from '../slot.ts';
import { spanInWords } from '../wallTime.ts';

/** The workshop keeps the whole machine for itself: a class, cleaning. Strong. */
export const reserved: Rule = {
  name: 'reserved',
  against({ start, end }, { reservations }, { workshop: { timeZone } }) {
    const hit = reservations.find((one) => one.start < end && one.end > start);
    return hit
      ? stands(() => `The workshop has reserved it ${spanInWords(hit.start, hit.end, timeZone)}.`)
      : null;
  },
  edges: (_slot, { reservations }) => ({
    opens: reservations.map(({ end }) => end),
    closes: reservations.map(({ start }) => start),
  }),
};
