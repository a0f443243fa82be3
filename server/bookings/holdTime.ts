const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Waking hours are 8 to 22 on the workshop's clock. */
const WAKES_AT = 8;
const SLEEPS_AT = 22;
const HELD_FOR = 2 * HOUR;
/** Whoever is told at the last moment still has this long to read it. */
const SHORTEST_HOLD = 10 * MINUTE;

/** The instant by which so many waking milliseconds have passed since `from`. */
export function afterWakingTime(from: number, milliseconds: number, timeZone: string): number {
  let left = milliseconds;
  let date = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone).toPlainDate();
  for (;;) {
    const at = (hour: number) =>
      date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour }) }).epochMilliseconds;
    const begin = Math.max(from, at(WAKES_AT));
    const awake = Math.max(0, at(SLEEPS_AT) - begin);
    if (left <= awake) return begin + left;
    left -= awake;
    date = date.add({ days: 1 });
  }
}

/** The waking milliseconds in `[from, to)`. */
function wakingTime(from: number, to: number, timeZone: string): number {
  const toZoned = (instant: number) =>
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  let awake = 0;
  let date = toZoned(from).toPlainDate();
  for (;;) {
    const at = (hour: number) =>
      date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour }) }).epochMilliseconds;
    if (at(WAKES_AT) >= to) return awake;
    awake += Math.max(0, Math.min(to, at(SLEEPS_AT)) - Math.max(from, at(WAKES_AT)));
    date = date.add({ days: 1 });
  }
}

/**
 * Until when a slot is held: two waking hours, but no longer than half of the time that is left before it starts, by
 * the clock or of its waking hours, whichever ends later (and at least ten minutes), and never past its end.
 */
export function heldUntil(now: number, slot: { start: number; end: number }, timeZone: string): number {
  const longest = afterWakingTime(now, HELD_FOR, timeZone);
  // Two waking hours are over long before: no need to count the hours of weeks.
  if (slot.start >= now + 2 * (longest - now)) return Math.min(longest, slot.end);
  const byTheClock = now + Math.max(SHORTEST_HOLD, (slot.start - now) / 2);
  const awake = afterWakingTime(now, wakingTime(now, slot.start, timeZone) / 2, timeZone);
  return Math.min(longest, Math.floor(Math.max(byTheClock, awake)), slot.end);
}
