import { axisOf, type Tick, type Track } from './track.ts';
import { isRepeated, momentsOf, type WallDay } from './wallDay.ts';

/** Hours that leave each label at least this many pixels. */
const LABEL_WIDTH = 52;

/** Whole hours between labels so that they do not touch: 1, 2, 3 or 6. `scale` is pixels per millisecond. */
export const hoursBetweenLabels = (scale: number): number =>
  [1, 2, 3, 6].find((hours) => hours * 3_600_000 * scale >= LABEL_WIDTH) ?? 12;

/** Lines of an axis over a strip of days, labelled by what the wall clock shows there. */
export const ticksOfStrip = (days: readonly WallDay[], track: Track): Tick[] =>
  days.flatMap((day) => ticksOfDay(day).map((tick) => ({ ...tick, at: axisOf(track, tick.instant) })));

/** Lines of an axis that stacked days share; taken from the day with the most hours, so that a doubled one is shown. */
export const ticksOfStack = (days: readonly WallDay[], tracks: readonly Track[]): Tick[] => {
  const longest = days.reduce(
    (best, day, index) => (day.end - day.start > lengthOf(days[best]) ? index : best),
    0,
  );
  const day = days[longest];
  const track = tracks[longest];
  if (!day || !track) return [];
  return ticksOfDay(day).map((tick) => ({ ...tick, at: axisOf(track, tick.instant), date: null }));
};

const lengthOf = (day: WallDay | undefined) => (day ? day.end - day.start : 0);

const ticksOfDay = (day: WallDay): (Omit<Tick, 'at'> & { instant: number })[] =>
  momentsOf(day, 15)
    .filter(({ at, time }) => time.endsWith(':00') || at === day.start)
    .map(({ at, time, offset }) => ({
      instant: at,
      time,
      offset: isRepeated(day, at) ? offset : null,
      date: at === day.start ? day.date : null,
    }));
