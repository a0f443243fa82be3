import { type WallMoment, wallMoment } from './wall.ts';

/** `+01:00` from minutes east of Greenwich. */
function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The wall of a zone at an instant. */
function wallAt(instant: number, timeZone: string): WallMoment {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  const date = `${part('year')}-${part('month')}-${part('day')}`;
  const time = `${part('hour')}:${part('minute')}`;
  const shownAsUtc = Date.parse(`${date}T${time}:00Z`);
  const minute = Math.floor(instant / 60_000) * 60_000;
  return { date, time, offset: offsetText(Math.round((shownAsUtc - minute) / 60_000)) };
}

/** A moment on a workshop's wall; instants in UTC, which a few views carry, are brought to its zone first. */
export function wallIn(text: string, timeZone: string): WallMoment {
  const written = wallMoment(text);
  return written.offset === 'Z' ? wallAt(Date.parse(text), timeZone) : written;
}

/** Half an hour on Lord Howe Island, an hour everywhere else. */
const SHIFTS = [-3_600_000, -1_800_000, 1_800_000, 3_600_000];

/** Whether the zone's clocks show this very time at another instant too, as in the hour after they went back. */
export function comesTwice(instant: number, timeZone: string): boolean {
  const own = wallAt(instant, timeZone);
  return SHIFTS.some((shift) => {
    const other = wallAt(instant + shift, timeZone);
    return other.date === own.date && other.time === own.time;
  });
}

/**
 * The instant of a wall time in a zone, with its offset. Within the hour that the clocks skip, the time an hour later;
 * within the hour that comes twice, the first.
 */
export function instantOf(date: string, time: string, timeZone: string): string {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  const offsetAt = (instant: number) => {
    const wall = wallAt(instant, timeZone);
    return Date.parse(`${wall.date}T${wall.time}:00Z`) - instant;
  };
  const dayBefore = offsetAt(asUtc - 86_400_000);
  const dayAfter = offsetAt(asUtc + 86_400_000);
  const fits = [dayBefore, dayAfter].find((offset) => offsetAt(asUtc - offset) === offset);
  const wall = wallAt(asUtc - (fits ?? dayBefore), timeZone);
  return `${wall.date}T${wall.time}:00${wall.offset}`;
}

/** The same elapsed minutes later, on the same wall. */
export function laterBy(text: string, minutes: number, timeZone: string): string {
  const wall = wallAt(Date.parse(text) + minutes * 60_000, timeZone);
  return `${wall.date}T${wall.time}:00${wall.offset}`;
}

/** The last date that lies before an instant: what ends at midnight ends with the day before. */
export const lastDateBefore = (text: string, timeZone: string) => wallAt(Date.parse(text) - 1, timeZone).date;

/** Today's date on a workshop's wall. */
export const todayIn = (timeZone: string, now: number) => wallAt(now, timeZone).date;

/** A moment now on a workshop's wall, with its offset. */
export function nowIn(timeZone: string, now: number): string {
  const wall = wallAt(now, timeZone);
  return `${wall.date}T${wall.time}:00${wall.offset}`;
}

/** Whether the viewer's own clock shows another time than the workshop's, at that instant. */
export function clocksDiffer(timeZone: string, now: number): boolean {
  const here = -new Date(now).getTimezoneOffset();
  return offsetText(here) !== wallAt(now, timeZone).offset;
}
