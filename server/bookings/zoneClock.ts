const DAY = 86_400_000;
const YEAR = 366 * DAY;
const MAXIMUM_REMEMBERED_DAYS = 5_000;

/** Offsets of a zone from UTC in `[from, to)`; the one at `index` holds from `starts[index]` on. Milliseconds. */
interface Offsets {
  from: number;
  to: number;
  starts: number[];
  offsets: number[];
}

/** Zone rules do not change while the program runs: what they say is looked up once. */
const offsetsOf = new Map<string, Offsets>();
const daysOf = new Map<string, Map<number, number>>();

function offsetsAround(timeZone: string, instant: number): Offsets {
  const known = offsetsOf.get(timeZone);
  if (known && known.from <= instant && instant < known.to) return known;
  const around: Offsets = { from: instant - YEAR, to: instant + 3 * YEAR, starts: [], offsets: [] };
  let zoned = Temporal.Instant.fromEpochMilliseconds(around.from).toZonedDateTimeISO(timeZone);
  for (let start = around.from; start < around.to; start = zoned.epochMilliseconds) {
    around.starts.push(start);
    around.offsets.push(zoned.offsetNanoseconds / 1e6);
    const next = zoned.getTimeZoneTransition('next');
    if (!next) break;
    zoned = next;
  }
  offsetsOf.set(timeZone, around);
  return around;
}

/** How far the zone's wall clock is ahead of UTC at an instant, milliseconds. */
export function offsetAt(timeZone: string, instant: number): number {
  const { starts, offsets } = offsetsAround(timeZone, instant);
  let index = starts.length - 1;
  while (index > 0 && (starts[index] ?? 0) > instant) index--;
  return offsets[index] ?? 0;
}

/** Number (since 1970-01-01) of the calendar day that the zone's wall clock shows at an instant. */
export const dayAt = (timeZone: string, instant: number): number =>
  Math.floor((instant + offsetAt(timeZone, instant)) / DAY);

/** When a calendar day begins: at midnight, or where the clock skips midnight at what comes instead of it. */
export function startOfDay(timeZone: string, day: number): number {
  let days = daysOf.get(timeZone);
  if (!days) {
    days = new Map();
    daysOf.set(timeZone, days);
  }
  const known = days.get(day);
  if (known !== undefined) return known;
  const date = Temporal.PlainDate.from('1970-01-01').add({ days: day });
  const start = date.toZonedDateTime(timeZone).epochMilliseconds;
  if (days.size >= MAXIMUM_REMEMBERED_DAYS) days.clear();
  days.set(day, start);
  return start;
}

/** The same wall time so many calendar days later; where the clock skips it, as much later as it skips. */
export function daysLater(timeZone: string, instant: number, days: number): number {
  const wall = instant + offsetAt(timeZone, instant) + days * DAY;
  const guess = wall - offsetAt(timeZone, instant);
  return wall - offsetAt(timeZone, wall - offsetAt(timeZone, guess));
}
