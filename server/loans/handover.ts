import type { OpeningHours } from '../../shared/workshops/openingHours.ts';
import { openStretches } from '../bookings/openStretches.ts';
import type { HoursKey } from '../bookings/slot.ts';

const HOUR = 3_600_000;
const QUARTER = HOUR / 4;
/** Of a workshop that never closes. */
const USUAL_HOUR = 10;

/** Where and for whom the doors are open. */
export interface Doors {
  timeZone: string;
  openingHours: OpeningHours;
  hours: readonly HoursKey[];
}

/** A calendar day of a workshop and what is open of it; instants in UTC milliseconds. */
export interface Day {
  date: string;
  open: { start: number; end: number }[];
  /** When what is lent by the day changes hands; null on a day that is closed. */
  handover: number | null;
}

/**
 * When things change hands on a day, so that what one person brings back the next can take along: an hour after the
 * doors open, at ten where they are open already at midnight. A shorter opening ends before that: then at its end.
 */
function handoverOf(open: Day['open'], midnight: Temporal.ZonedDateTime): number | null {
  const opening = open.find(({ start }) => start > midnight.epochMilliseconds);
  if (opening) return Math.min(opening.start + HOUR, opening.end);
  const allNight = open[0];
  if (!allNight) return null;
  const usual = midnight.with({ hour: USUAL_HOUR }).epochMilliseconds;
  return Math.min(usual, allNight.end);
}

/** The workshop's days from an instant's own on, `count` of them. */
export function loanDays({ timeZone, openingHours, hours }: Doors, from: number, count: number): Day[] {
  const first = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone).toPlainDate();
  return Array.from({ length: count }, (_, index) => {
    const date = first.add({ days: index });
    const midnight = date.toZonedDateTime(timeZone);
    const end = date.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
    const open = openStretches(openingHours, hours, timeZone, { start: midnight.epochMilliseconds, end });
    return { date: date.toString(), open, handover: handoverOf(open, midnight) };
  });
}

/** From when on something can be collected on a day: later than the usual time where that is past. Null: not any more. */
export function collectionOn({ open, handover }: Day, now: number): number | null {
  if (handover === null || handover > now) return handover;
  const soon = Math.ceil(now / QUARTER) * QUARTER;
  return open.some(({ start, end }) => start <= soon && soon < end) ? soon : null;
}

/** When the workshop's day of an instant ends. */
export const endOfDay = (instant: number, timeZone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).startOfDay().add({ days: 1 })
    .epochMilliseconds;

/** Days ahead that are offered where a loan may last any time. */
const DAYS_OFFERED = 31;

/** When the doors close for the night; null on a day that is closed. */
export const closingOn = ({ open }: Day): number | null => open.at(-1)?.end ?? null;

/**
 * When something may be due that is collected at `start`: at closing on the same day, and on each open day after it, as
 * long as it is lent and until somebody else has it (`before`). In order.
 */
export function dueTimes(
  doors: Doors,
  start: number,
  { longest, before }: { longest: number | null; before: number | null },
): number[] {
  const count =
    longest === null ? DAYS_OFFERED : Math.min(DAYS_OFFERED, Math.ceil(longest / (24 * HOUR)) + 1);
  return loanDays(doors, start, count).flatMap((day, index) => {
    const due = index === 0 ? closingOn(day) : day.handover;
    if (due === null || due <= start) return [];
    if (longest !== null && due - start > longest) return [];
    return before !== null && due > before ? [] : [due];
  });
}
