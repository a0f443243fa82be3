import { t } from './catalogue/text.ts';
import { addDays, minutesBetween, wallMoment, weekdayOf } from './time/wall.ts';

/** `18:00`, as written. */
export const timeOf = (text: string) => wallMoment(text).time;

/** The day as written, `2026-11-22`. */
export const dateOf = (text: string) => wallMoment(text).date;

/** `Sun 22 Nov`, with the year where it is not the given one. */
export function shortDate(date: string, today?: string): string {
  const [year = '', month = '1', day = '1'] = date.split('-');
  const otherYear = today !== undefined && !today.startsWith(year);
  const words = t.time.shortDate(
    t.time.weekdays[weekdayOf(date) - 1] ?? '',
    Number(day),
    t.time.months[Number(month) - 1] ?? '',
  );
  return otherYear ? `${words} ${year}` : words;
}

/** `Sunday, 22 November 2026` */
export function longDate(date: string): string {
  const [year = '', month = '1', day = '1'] = date.split('-');
  const weekday = t.time.longWeekdays[weekdayOf(date) - 1] ?? '';
  return t.time.longDate(weekday, Number(day), t.time.longMonths[Number(month) - 1] ?? '', year);
}

/** `today`, `tomorrow`, `yesterday`, or the short date. */
export function dayWord(date: string, today: string): string {
  if (date === today) return t.time.today;
  if (date === addDays(today, 1)) return t.time.tomorrow;
  if (date === addDays(today, -1)) return t.time.yesterday;
  return shortDate(date, today);
}

/** `45 min`, `2 h`, `1 h 30 min`, `2 days`. */
export function duration(minutes: number): string {
  if (minutes < 60) return t.time.minutes(minutes);
  if (minutes >= 2880 && minutes % 1440 === 0) return t.time.days(minutes / 1440);
  const rest = minutes % 60;
  const hours = t.time.hours((minutes - rest) / 60);
  return rest === 0 ? hours : `${hours} ${t.time.minutes(rest)}`;
}

/** Elapsed time between two moments, in words. */
export const durationOf = (start: string, end: string) => duration(minutesBetween(start, end));

/** `18:00–20:00`, or with the day of the end where it is another. */
export function span(start: string, end: string): string {
  const from = wallMoment(start);
  const to = wallMoment(end);
  if (from.date === to.date) return t.time.span(from.time, to.time);
  if (to.time === '00:00' && to.date === addDays(from.date, 1)) return t.time.span(from.time, '24:00');
  return t.time.span(from.time, `${shortDate(to.date)} ${to.time}`);
}

/** `today 18:00`, `Sun 22 Nov 18:00`; just the time where it is today and `today` is known. */
export function moment(text: string, today: string): string {
  const { date, time } = wallMoment(text);
  return date === today ? time : t.time.moment(dayWord(date, today), time);
}
