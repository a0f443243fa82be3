import { type OccupyingBooking, occupyingWithin } from '../agenda.ts';
import type { Calendar, Hold } from '../calendar.ts';
import { type CalendarFacts, itself, type Slot } from '../slot.ts';

const MINUTE = 60_000;

/** Time that must pass between two uses of one place of the machine: cooling, cleaning. Milliseconds. */
export const turnaroundOf = ({ machine }: CalendarFacts): number =>
  (machine.rules.turnaroundMinutes ?? 0) * MINUTE;

/** The other bookings whose use, or the turnaround after it, touches the slot or the turnaround after that. */
export function neighbours(slot: Slot, { agenda }: Calendar, turnaround: number): OccupyingBooking[] {
  const { start, end } = slot;
  return occupyingWithin(agenda, { start: start - turnaround, end: end + turnaround }, itself(slot));
}

/** Slots that are held now for somebody else and touch the slot, turnarounds included. */
export function holdsInTheWay(
  { start, end, memberId }: Slot,
  { holds }: Calendar,
  turnaround: number,
  now: number,
): Hold[] {
  if (holds.length === 0) return holds;
  return holds.filter(
    (hold) =>
      hold.until > now &&
      hold.memberId !== memberId &&
      hold.start < end + turnaround &&
      hold.end + turnaround > start,
  );
}

/** The first stretch in which as many run at once as there are places; ends count before starts. */
export function firstFull(
  taken: readonly { start: number; end: number }[],
  capacity: number,
  turnaround = 0,
): { start: number; end: number } | null {
  const first = taken[0];
  if (!first || taken.length < capacity) return null;
  if (capacity === 1) return { start: first.start, end: first.end };
  const turns = taken
    .flatMap(({ start, end }) => [
      { at: start, change: 1 },
      { at: end + turnaround, change: -1 },
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
