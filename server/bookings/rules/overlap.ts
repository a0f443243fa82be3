import { occupyingWithin } from '../agenda.ts';
import { itself, type Rule, stands } from '../slot.ts';
import { spanInWords } from '../wallTime.ts';
import { firstFull } from './occupancy.ts';

/** Never more bookings at one instant than the machine has places. Strong: decided within the calendar. */
export const overlap: Rule = {
  name: 'overlap',
  against(slot, { agenda }, { machine: { capacity }, workshop: { timeZone } }) {
    // Stretches that share an instant, and each of which touches the slot, share an instant inside the slot.
    const full = firstFull(occupyingWithin(agenda, slot, itself(slot)), capacity);
    if (!full) return null;
    const when = () => spanInWords(full.start, full.end, timeZone);
    return stands(() =>
      capacity === 1 ? `It is already booked ${when()}.` : `All ${capacity} places are booked ${when()}.`,
    );
  },
  edges(slot, { agenda }, _facts, { from, to }) {
    const others = occupyingWithin(agenda, { start: from, end: to }, itself(slot));
    return { opens: others.map(({ end }) => end), closes: others.map(({ start }) => start) };
  },
};
