export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Midnight UTC of the day that an instant lies in; both in UTC milliseconds. */
export const midnightOf = (instant: number): number => Math.floor(instant / DAY) * DAY;

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
