// Server only: `Temporal` is not in every browser that the program serves.

/**
 * When a competence granted at `now` (UTC milliseconds) runs out: the last day that it is good for is the same day of
 * the month so many months later (the month's last where there is none), and it ends with that day in the workshop's
 * zone. Null: for good.
 */
export function validUntil(now: number, months: number | null, timeZone: string): string | null {
  if (months === null) return null;
  const lastDay = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .add({ months });
  return new Date(lastDay.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds).toISOString();
}
