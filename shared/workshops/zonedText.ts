// Server only: `Temporal` is not in every browser that the program serves.

/** A stretch `[from, to)` of UTC milliseconds in which a zone keeps its offset; infinite where nothing is known to change. */
interface Steady {
  from: number;
  to: number;
  /** Milliseconds ahead of UTC. */
  ahead: number;
  /** `+01:00`; in old times with seconds. */
  written: string;
}

/** By zone, the stretches asked for so far, the latest first: nearly every answer lies in one of two. */
const known = new Map<string, Steady[]>();
const KEPT_PER_ZONE = 8;

function steadyAt(milliseconds: number, timeZone: string): Steady {
  const then = Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(timeZone);
  const next = then.getTimeZoneTransition('next');
  // Asked a nanosecond later, a moment of change is its own beginning.
  const previous = then.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  return {
    from: previous?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    to: next?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    ahead: then.offsetNanoseconds / 1_000_000,
    written: then.offset,
  };
}

function steady(milliseconds: number, timeZone: string): Steady {
  const ofZone = known.get(timeZone) ?? [];
  const found = ofZone.find(({ from, to }) => from <= milliseconds && milliseconds < to);
  if (found) return found;
  const made = steadyAt(milliseconds, timeZone);
  known.set(timeZone, [made, ...ofZone].slice(0, KEPT_PER_ZONE));
  return made;
}

/** Wall time with its offset, `2026-11-22T18:00:00+01:00`, of an instant in UTC milliseconds. */
export function zonedText(milliseconds: number, timeZone: string): string {
  const { ahead, written } = steady(milliseconds, timeZone);
  return `${new Date(milliseconds + ahead).toISOString().slice(0, 19)}${written}`;
}
