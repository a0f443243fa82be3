export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** The full hour that an instant lies in; both in UTC milliseconds. */
export const hourOf = (instant: number): number => Math.floor(instant / HOUR) * HOUR;

/** Midnight UTC of the day that an instant lies in; both in UTC milliseconds. */
export const midnightOf = (instant: number): number => Math.floor(instant / DAY) * DAY;

/** The day so many days from today on a workshop's calendar, `2026-11-22`. @param today midnight UTC. */
export const dateOf = (today: number, daysFromToday: number): string =>
  Temporal.Instant.fromEpochMilliseconds(today)
    .toZonedDateTimeISO('UTC')
    .toPlainDate()
    .add({ days: daysFromToday })
    .toString();

/** Days from today to the next such weekday, 1 to 7; of weekdays 1 is Monday. @param today midnight UTC. */
export function daysToNext(weekday: number, today: number): number {
  const { dayOfWeek } = Temporal.Instant.fromEpochMilliseconds(today).toZonedDateTimeISO('UTC');
  return ((weekday - dayOfWeek + 6) % 7) + 1;
}

/**
 * The instant at which a workshop's clock shows an hour, so many days from today (negative: ago).
 * @param today midnight UTC. @param hour may have a fraction: 9.5 is half past nine.
 */
export function wallInstant(today: number, daysFromToday: number, hour: number, timeZone: string): number {
  const date = Temporal.Instant.fromEpochMilliseconds(today).toZonedDateTimeISO('UTC').toPlainDate();
  const wall = date
    .add({ days: daysFromToday })
    .toPlainDateTime({ hour: Math.floor(hour), minute: Math.round((hour % 1) * 60) });
  return wall.toZonedDateTime(timeZone).epochMilliseconds;
}
