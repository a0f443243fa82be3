import { t } from '../catalogue/workshopTexts.ts';
import { dateOf, shortDate, span } from '../time.ts';
import {
  dayOf,
  instantsShowing,
  isRepeated,
  momentsOf,
  offsetAt,
  offsetText,
  type WallDay,
  wallTime,
  zonedText,
} from '../timeline/wallDay.ts';

const MINUTE = 60_000;
const STEP = 15;

/** The day that reckons for an instant: its own, else the nearest of those that are known. */
export const reckoningDay = (days: readonly WallDay[], at: number): WallDay | undefined =>
  dayOf(days, at) ?? (at < (days.at(0)?.start ?? 0) ? days.at(0) : days.at(-1));

/** `14:00–15:30`, in workshop wall time; times that come twice that day name their offset. */
export const spanInWords = (days: readonly WallDay[], start: number, end: number): string => {
  const startDay = reckoningDay(days, start);
  if (!startDay) return '';
  // An end at midnight is the end of its day, not the start of the next.
  const endDay = end === startDay.end ? startDay : reckoningDay(days, end);
  if (!endDay) return '';
  if (isRepeated(startDay, start) || isRepeated(endDay, end)) {
    return t.time.span(timeInWords(startDay, start), timeInWords(endDay, end));
  }
  return span(zonedText(startDay, start), zonedText(endDay, end));
};

/** `14:00`, or `02:15 (UTC+01:00)` where the clock shows it twice that day. */
export const timeInWords = (day: WallDay, at: number): string => {
  const time = wallTime(day, at);
  return isRepeated(day, at) ? t.time.withOffset(time, offsetText(offsetAt(day, at))) : time;
};

/** The same for those who listen: `14:00 to 15:30`. */
export const spanHeard = (days: readonly WallDay[], start: number, end: number): string => {
  const startDay = reckoningDay(days, start);
  const endDay = startDay && end === startDay.end ? startDay : reckoningDay(days, end);
  if (!startDay || !endDay) return '';
  const from = timeInWords(startDay, start);
  const to = timeInWords(endDay, end);
  const fromDate = dateOf(zonedText(startDay, start));
  const toDate = end === endDay.end ? endDay.date : dateOf(zonedText(endDay, end));
  if (fromDate === toDate) return t.timeline.spanHeard(from, to);
  return t.timeline.spanHeard(t.time.moment(shortDate(fromDate), from), t.time.moment(shortDate(toDate), to));
};

/** A start that can be chosen: `value` is the instant, unlike the label never the same twice. */
export interface StartChoice {
  value: string;
  label: string;
}

/** Every quarter of an hour that the day really has, and `also` where it lies between two. */
export const startChoices = (day: WallDay, also: number | null): StartChoice[] => {
  const instants = momentsOf(day, STEP).map(({ at }) => at);
  if (also !== null && also >= day.start && also < day.end && !instants.includes(also)) instants.push(also);
  return instants
    .sort((left, right) => left - right)
    .map((at) => ({ value: String(at), label: timeInWords(day, at) }));
};

/** The instant of the day that shows a wall time: the first where there are two, the next quarter where there is none. */
export const sameTimeOn = (day: WallDay, time: string): number => {
  const [shown] = instantsShowing(day, time);
  if (shown !== undefined) return shown;
  const later = momentsOf(day, STEP).find((moment) => moment.time > time);
  return later?.at ?? day.end - STEP * MINUTE;
};

/** Wall times on both sides of the day's change of clocks, for the sentence about it; null on other days. */
export const changeOfClocks = (
  day: WallDay,
): { kind: 'skips' | 'repeats'; from: string; to: string } | null => {
  const [first, second] = day.pieces;
  if (!first || !second) return null;
  const shown = (at: number, offset: number) => new Date(at + offset * MINUTE).toISOString().slice(11, 16);
  const before = shown(second.from, first.offset);
  const after = shown(second.from, second.offset);
  return second.offset > first.offset
    ? { kind: 'skips', from: before, to: after }
    : { kind: 'repeats', from: after, to: before };
};

const USUAL_LENGTHS = [15, 30, 60, 90, 120, 180, 240];
const LONG_LENGTHS = [480, 1440];

/** Lengths to choose from, minutes: the usual ones, a night and a day where it may run unattended, and the present one. */
export const lengthChoices = (present: number, mayRunUnattended: boolean): number[] => {
  const lengths = mayRunUnattended ? [...USUAL_LENGTHS, ...LONG_LENGTHS] : USUAL_LENGTHS;
  return [...new Set([...lengths, present])]
    .filter((minutes) => minutes > 0)
    .sort((left, right) => left - right);
};
