// Server only: `Temporal` is not in every browser that the program serves.
import { HOURS_OF_WEEK } from '../../shared/availability/idle.ts';

/** One hour of the wall clock on one day (UTC milliseconds): none long where spring skips it, twice where autumn repeats it. */
export interface WeekHour {
  start: number;
  end: number;
  /** Which hour of the week: Monday 0 o'clock is 0. */
  index: number;
}

const DAY = 24;

/** The wall-clock hours of whole days from `first` on, in order, without those that spring skips. */
export function weekHours(first: Temporal.PlainDate, days: number, timeZone: string): WeekHour[] {
  const hours: WeekHour[] = [];
  const startOf = (hour: number) =>
    first
      .add({ days: Math.floor(hour / DAY) })
      .toPlainDateTime({ hour: hour % DAY })
      .toZonedDateTime(timeZone).epochMilliseconds;
  const monday = (first.dayOfWeek - 1) * DAY;
  let start = startOf(0);
  for (let hour = 0; hour < days * DAY; hour++) {
    const end = startOf(hour + 1);
    if (end > start) hours.push({ start, end, index: (monday + hour) % HOURS_OF_WEEK });
    start = end;
  }
  return hours;
}

/** Adds the minutes of `[start, end)` to the hours of the week in which they lie. */
export function addMinutes(
  minutes: number[],
  hours: readonly WeekHour[],
  { start, end }: { start: number; end: number },
  times = 1,
): void {
  let low = 0;
  let high = hours.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hours[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  for (let place = low; place < hours.length; place++) {
    const hour = hours[place];
    if (!hour || hour.start >= end) return;
    const shared = Math.min(hour.end, end) - Math.max(hour.start, start);
    minutes[hour.index] = (minutes[hour.index] ?? 0) + (shared / 60_000) * times;
  }
}
