import { type OccupyingBooking, occupyingWithin } from '../agenda.ts';
import { type Rule, stands } from '../slot.ts';
import { spanInWords } from '../wallTime.ts';

/** The first stretch in which as many bookings as there are places run at once; ends count before starts. */
function firstFull(
  bookings: readonly OccupyingBooking[],
  capacity: number,
): { start: number; end: number } | null {
  if (bookings.length < capacity) return null;
  const turns = bookings
    .flatMap(({ start, end }) => [
      { at: start, change: 1 },
      { at: end, change: -1 },
    ])
    .sort((one, other) => one.at - other.at || one.change - other.change);
  let running = 0;
  let fullFrom: number | null = null;
  for (const { at, change } of turns) {
    running += change;
    if (fullFrom === null && running >= capacity) fullFrom = at;
    else if (fullFrom !== null && running < capacity) return { start: fullFrom, end: at };
  }
  return null;
}

/** Never more bookings at one instant than the machine has places. Strong: decided within the calendar. */
export const overlap: Rule = {
  name: 'overlap',
  against(slot, { agenda }, { machine: { capacity }, workshop: { timeZone } }) {
    // Stretches that share an instant, and each of which touches the slot, share an instant inside the slot.
    const full = firstFull(occupyingWithin(agenda, slot, slot.change?.booking.bookingId), capacity);
    if (!full) return null;
    const when = () => spanInWords(full.start, full.end, timeZone);
    return stands(() =>
      capacity === 1 ? `It is already booked ${when()}.` : `All ${capacity} places are booked ${when()}.`,
    );
  },
  edges(slot, { agenda }, _facts, { from, to }) {
    const others = occupyingWithin(agenda, { start: from, end: to }, slot.change?.booking.bookingId);
    return { opens: others.map(({ end }) => end), closes: others.map(({ start }) => start) };
  },
};
