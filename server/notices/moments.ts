const DAY_AND_TIME = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
} as const;
const DAY = { weekday: 'short', day: 'numeric', month: 'short' } as const;
const TIME = { hour: '2-digit', minute: '2-digit' } as const;

interface Where {
  locale: string;
  timeZone: string;
}

/** An interval in UTC milliseconds as people say it: `Thu 26 Nov, 18:00–20:00`, in the workshop's wall time. */
export function slotText(
  { start, end }: { start: number; end: number },
  { locale, timeZone }: Where,
): string {
  const at = { timeZone, hourCycle: 'h23' } as const;
  const begins = new Intl.DateTimeFormat(locale, { ...DAY_AND_TIME, ...at });
  const sameDay = dayText(start, { locale, timeZone }) === dayText(end, { locale, timeZone });
  const ends = new Intl.DateTimeFormat(locale, { ...(sameDay ? TIME : DAY_AND_TIME), ...at });
  return `${begins.format(start)}–${ends.format(end)}`;
}

/** A moment: `Thu 26 Nov, 18:00`. */
export const momentText = (moment: number, { locale, timeZone }: Where): string =>
  new Intl.DateTimeFormat(locale, { ...DAY_AND_TIME, timeZone, hourCycle: 'h23' }).format(moment);

/** Until when: a midnight is the end of the day before, and that day is named. */
export function limitText(moment: number, where: Where): string {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(where.timeZone);
  return hour === 0 && minute === 0 ? dayText(moment - 1, where) : momentText(moment, where);
}

/** The day of a moment: `Thu 26 Nov`. */
export const dayText = (moment: number, { locale, timeZone }: Where): string =>
  new Intl.DateTimeFormat(locale, { ...DAY, timeZone }).format(moment);
