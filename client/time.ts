import { locale, t } from './catalogue/text.ts';
import { addDays, minutesBetween, wallMoment, weekdayOf } from './time/wall.ts';
import { comesTwice, wallIn } from './time/zone.ts';

/** `18:00`, as written. */
export const timeOf = (text: string) => wallMoment(text).time;

/** The day as written, `2026-11-22`. */
export const dateOf = (text: string) => wallMoment(text).date;

let order: { of: string; monthFirst: boolean } | null = null;

/** Whether people of this locale write the month before the day: `Nov 22`. */
function monthFirst(): boolean {
  if (order?.of === locale) return order.monthFirst;
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const types = format.formatToParts(0).map(({ type }) => type);
  order = { of: locale, monthFirst: types.indexOf('month') < types.indexOf('day') };
  return order.monthFirst;
}

/** `Sun 22 Nov`, with the year where it is not the given one. */
export function shortDate(date: string, today?: string): string {
  const [year = '', month = '1', day = '1'] = date.split('-');
  const otherYear = today !== undefined && !today.startsWith(year);
  const weekday = t.time.weekdays[weekdayOf(date) - 1] ?? '';
  const named = t.time.months[Number(month) - 1] ?? '';
  const words = monthFirst()
    ? `${weekday} ${named} ${Number(day)}`
    : t.time.shortDate(weekday, Number(day), named);
  return otherYear ? `${words} ${year}` : words;
}

/** `Sunday, 22 November 2026` */
export function longDate(date: string): string {
  const [year = '', month = '1', day = '1'] = date.split('-');
  const weekday = t.time.longWeekdays[weekdayOf(date) - 1] ?? '';
  const named = t.time.longMonths[Number(month) - 1] ?? '';
  if (monthFirst()) return `${weekday}, ${named} ${Number(day)}, ${year}`;
  return t.time.longDate(weekday, Number(day), named, year);
}

/** `today`, `tomorrow`, `yesterday`, or the short date. */
export function dayWord(date: string, today: string): string {
  if (date === today) return t.time.today;
  if (date === addDays(today, 1)) return t.time.tomorrow;
  if (date === addDays(today, -1)) return t.time.yesterday;
  return shortDate(date, today);
}

/** `45 min`, `2 h`, `1 h 30 min`, `24 h`, `2 days`, `2 days 12 h`. */
export function duration(minutes: number): string {
  const days = minutes >= 2880 ? Math.floor(minutes / 1440) : 0;
  const hours = Math.floor((minutes - days * 1440) / 60);
  const rest = minutes % 60;
  const parts = [
    days > 0 && t.time.days(days),
    hours > 0 && t.time.hours(hours),
    (rest > 0 || minutes === 0) && t.time.minutes(rest),
  ];
  return parts.filter((part) => part !== false).join(' ');
}

/** A number as it is written here: `1,234.5`, `1.234,5`. */
export const numberInWords = (value: number) => new Intl.NumberFormat(locale).format(value);

/** Browsers know the week of a locale under one of two names, some not yet. */
interface WeekKnowing {
  getWeekInfo?: () => { firstDay: number };
  weekInfo?: { firstDay: number };
}

/** The weekdays (1 is Monday) from the one that begins a week here; where the browser does not know, from Monday. */
export function weekdaysInOrder(): number[] {
  const known: Intl.Locale & WeekKnowing = new Intl.Locale(locale);
  const first = (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1;
  return [0, 1, 2, 3, 4, 5, 6].map((later) => ((first - 1 + later) % 7) + 1);
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

/** The same in the workshop's zone; a time that comes twice that day names its offset: `02:30 (UTC+02:00)–03:00`. */
export function spanIn(start: string, end: string, timeZone: string): string {
  const walls = [start, end].map((text) => ({ ...wallIn(text, timeZone), text }));
  const [from, to] = walls.map(({ date, time, offset, text }) => ({
    written: `${date}T${time}:00${offset}`,
    named: comesTwice(Date.parse(text), timeZone) ? t.time.withOffset(time, offset) : null,
    time,
  }));
  if (!from || !to) return '';
  if (from.named === null && to.named === null) return span(from.written, to.written);
  return t.time.span(from.named ?? from.time, to.named ?? to.time);
}

/** `today 18:00`, `Sun 22 Nov 18:00`; just the time where it is today and `today` is known. */
export function moment(text: string, today: string): string {
  const { date, time } = wallMoment(text);
  return date === today ? time : t.time.moment(dayWord(date, today), time);
}

/** A moment on this browser's own clock, for what happened in it: `14:05`, or `Sun 22 Nov 14:05` on another day. */
export function momentHere(at: number, now: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const dayOf = (moment: Date) =>
    `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  const then = new Date(at);
  const clock = `${two(then.getHours())}:${two(then.getMinutes())}`;
  const day = dayOf(then);
  const today = dayOf(new Date(now));
  return day === today ? clock : t.time.moment(shortDate(day, today), clock);
}
