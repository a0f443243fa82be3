import { offsetAt } from './zoneClock.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const twoDigits = (number: number) => String(number).padStart(2, '0');

/** What the zone's wall clock shows at an instant, as if it were UTC. Sentences are made at every refusal. */
const inZone = (instant: number, timeZone: string) => new Date(instant + offsetAt(timeZone, instant));

const clock = (there: Date) => `${twoDigits(there.getUTCHours())}:${twoDigits(there.getUTCMinutes())}`;

const day = (there: Date) =>
  `${WEEKDAYS[there.getUTCDay()]} ${there.getUTCDate()} ${MONTHS[there.getUTCMonth()]}`;

/** `18:00 on Sunday 22 November`, on the workshop's clock. */
export function inWords(instant: number, timeZone: string): string {
  const there = inZone(instant, timeZone);
  return `${clock(there)} on ${day(there)}`;
}

/** `Sunday 22 November`: a number of days since 1970-01-01. */
export const dayInWords = (number: number): string => day(new Date(number * 86_400_000));

/** `12 hours`, `90 minutes`, `7 days`: the largest unit that says it in whole numbers. */
export function lengthInWords(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes % 1_440 === 0) return counted(minutes / 1_440, 'day');
  return minutes % 60 === 0 ? counted(minutes / 60, 'hour') : counted(minutes, 'minute');
}

/** `1 booking`, `3 bookings`. */
export const counted = (number: number, what: string): string =>
  `${number} ${what}${number === 1 ? '' : 's'}`;

/** `from 18:00 to 20:00 on Sunday 22 November`, on the workshop's clock. */
export function spanInWords(start: number, end: number, timeZone: string): string {
  const first = inZone(start, timeZone);
  const last = inZone(end, timeZone);
  const sameDay = day(first) === day(last);
  return sameDay
    ? `from ${clock(first)} to ${clock(last)} on ${day(first)}`
    : `from ${clock(first)} on ${day(first)} to ${clock(last)} on ${day(last)}`;
}
