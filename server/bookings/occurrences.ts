import type { PlaceSeries } from '../../shared/bookings/commands.ts';
import { zonedText } from '../../shared/workshops/zonedText.ts';

const MINUTE = 60_000;

/** One of a series: what its wall time is on that day. Instants in UTC milliseconds. */
export interface Occurrence {
  date: string;
  /** Null where the clock skips the wall time that day. */
  start: number | null;
  /** So many elapsed minutes later, whatever the clock does in between. */
  end: number | null;
  /** Of a skipped time: the last minute before and the first after it. */
  nearestTimes: number[];
  /** Of a wall time that comes twice that day: the offset of the first, which is taken; `+02:00`. */
  ambiguousOffset: string | null;
}

type Series = Pick<PlaceSeries, 'firstDate' | 'startsAt' | 'minutes' | 'every' | 'occurrences'>;

/** The occurrences of a series by the wall clock of a zone: at the same time of the day, whatever its offset. */
export function occurrencesOf(series: Series, timeZone: string): Occurrence[] {
  const first = Temporal.PlainDate.from(series.firstDate);
  const time = Temporal.PlainTime.from(series.startsAt);
  const { unit, number } = series.every;
  return Array.from({ length: series.occurrences }, (_, index) => {
    const steps = index * number;
    const date = first.add(unit === 'day' ? { days: steps } : { weeks: steps });
    const [earlier, later] = bothReadings(date.toPlainDateTime(time), timeZone);
    const known = { date: date.toString(), nearestTimes: [], ambiguousOffset: null };
    if (!earlier.toPlainDateTime().equals(date.toPlainDateTime(time))) {
      const skip = earlier.getTimeZoneTransition('next')?.epochMilliseconds ?? later.epochMilliseconds;
      return { ...known, start: null, end: null, nearestTimes: [skip - MINUTE, skip] };
    }
    const start = earlier.epochMilliseconds;
    const end = start + series.minutes * MINUTE;
    const ambiguousOffset = earlier.offset === later.offset ? null : zonedText(start, timeZone).slice(-6);
    return { ...known, start, end, ambiguousOffset };
  });
}

/** A wall time with the offset before, and with the offset after a change of the clock; mostly the same. */
const bothReadings = (wall: Temporal.PlainDateTime, timeZone: string) =>
  [
    wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' }),
    wall.toZonedDateTime(timeZone, { disambiguation: 'later' }),
  ] as const;
