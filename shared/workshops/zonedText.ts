// Server only: `Temporal` is not in every browser that the program serves.

/** Wall time with its offset, `2026-11-22T18:00:00+01:00`, of an instant in UTC milliseconds. */
export function zonedText(milliseconds: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds)
    .toZonedDateTimeISO(timeZone)
    .toString({ timeZoneName: 'never', fractionalSecondDigits: 0 });
}
