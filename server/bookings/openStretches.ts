import type { OpeningHours, WeeklyOpening } from '../../shared/workshops/openingHours.ts';
import type { HoursKey } from './slot.ts';

/** `[start, end)`, UTC milliseconds. */
export interface Stretch {
  start: number;
  end: number;
}

const DAY = 86_400_000;
const MAXIMUM_REMEMBERED_DAYS = 2_000;

/** Stretches by hours, then by zone, roles and UTC day. Hours are values: nobody changes them. */
const remembered = new WeakMap<OpeningHours, Map<string, Stretch[]>>();

/** The instant of a wall time on a day; `24:00` is the start of the next. A skipped time counts as that much later. */
function instantOf(date: Temporal.PlainDate, wallTime: string, timeZone: string): number {
  if (wallTime === '00:00') return date.toZonedDateTime(timeZone).epochMilliseconds;
  if (wallTime === '24:00') return date.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
  return date.toZonedDateTime({ timeZone, plainTime: wallTime }).epochMilliseconds;
}

/** Overlapping and touching stretches become one. */
function merged(stretches: Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const { start, end } of stretches.sort((one, other) => one.start - other.start)) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else if (end > start) joined.push({ start, end });
  }
  return joined;
}

const isAlways = (hours: OpeningHours, keys: readonly HoursKey[]) =>
  keys.some((key) => hours[key] === 'always');

function openingsOn(
  hours: OpeningHours,
  keys: readonly HoursKey[],
  date: Temporal.PlainDate,
): WeeklyOpening[] {
  if (hours.holidays.some((holiday) => holiday.date === date.toString())) return [];
  return keys.flatMap((key) => {
    const ofRole = hours[key];
    return ofRole === 'always' ? [] : ofRole.filter(({ weekday }) => weekday === date.dayOfWeek);
  });
}

/** What of one UTC day (its number since 1970) is open for people with any of these hours. */
function openOnUtcDay(
  hours: OpeningHours,
  keys: readonly HoursKey[],
  timeZone: string,
  utcDay: number,
): Stretch[] {
  const bounds = { start: utcDay * DAY, end: (utcDay + 1) * DAY };
  if (isAlways(hours, keys)) return [bounds];
  const days = remembered.get(hours) ?? new Map<string, Stretch[]>();
  remembered.set(hours, days);
  const name = `${timeZone} ${keys.join()} ${utcDay}`;
  const known = days.get(name);
  if (known) return known;

  const dateOf = (instant: number) =>
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate();
  const stretches: Stretch[] = [];
  const last = dateOf(bounds.end - 1);
  for (
    let date = dateOf(bounds.start);
    Temporal.PlainDate.compare(date, last) <= 0;
    date = date.add({ days: 1 })
  ) {
    for (const { opens, closes } of openingsOn(hours, keys, date)) {
      stretches.push({
        start: Math.max(instantOf(date, opens, timeZone), bounds.start),
        end: Math.min(instantOf(date, closes, timeZone), bounds.end),
      });
    }
  }
  const open = merged(stretches);
  if (days.size >= MAXIMUM_REMEMBERED_DAYS) days.clear();
  days.set(name, open);
  return open;
}

/** Stretches of `[from, to)` in which somebody with any of these hours may come in, joined across days. */
export function openStretches(
  hours: OpeningHours,
  keys: readonly HoursKey[],
  timeZone: string,
  { start: from, end: to }: Stretch,
): Stretch[] {
  if (isAlways(hours, keys)) return from < to ? [{ start: from, end: to }] : [];
  const found: Stretch[] = [];
  for (let utcDay = Math.floor(from / DAY); utcDay * DAY < to; utcDay++) {
    for (const { start, end } of openOnUtcDay(hours, keys, timeZone, utcDay)) {
      found.push({ start: Math.max(start, from), end: Math.min(end, to) });
    }
  }
  return merged(found);
}

/** The first instant of `[start, end)` that is closed, or null when all of it is open. */
export function firstClosed(
  hours: OpeningHours,
  keys: readonly HoursKey[],
  timeZone: string,
  { start, end }: Stretch,
): number | null {
  if (isAlways(hours, keys)) return null;
  let reached = start;
  while (reached < end) {
    const instant = reached;
    const open = openOnUtcDay(hours, keys, timeZone, Math.floor(instant / DAY)).find(
      (stretch) => stretch.start <= instant && instant < stretch.end,
    );
    if (!open) return reached;
    reached = open.end;
  }
  return null;
}
