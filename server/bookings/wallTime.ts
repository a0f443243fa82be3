const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
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

const inZone = (instant: number, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);

const clock = ({ hour, minute }: Temporal.ZonedDateTime) => `${twoDigits(hour)}:${twoDigits(minute)}`;

const day = ({ dayOfWeek, day: ofMonth, month }: Temporal.ZonedDateTime) =>
  `${WEEKDAYS[dayOfWeek - 1]} ${ofMonth} ${MONTHS[month - 1]}`;

/** `18:00 on Sunday 22 November`, on the workshop's clock. */
export function inWords(instant: number, timeZone: string): string {
  const there = inZone(instant, timeZone);
  return `${clock(there)} on ${day(there)}`;
}

/** `from 18:00 to 20:00 on Sunday 22 November`, on the workshop's clock. */
export function spanInWords(start: number, end: number, timeZone: string): string {
  const first = inZone(start, timeZone);
  const last = inZone(end, timeZone);
  const sameDay = first.toPlainDate().equals(last.toPlainDate());
  return sameDay
    ? `from ${clock(first)} to ${clock(last)} on ${day(first)}`
    : `from ${clock(first)} on ${day(first)} to ${clock(last)} on ${day(last)}`;
}
