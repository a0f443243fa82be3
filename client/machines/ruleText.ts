import type { WeeklyWindow } from '../../shared/machines/bookingRules.ts';
import type { RuleSentence } from '../../shared/machines/sentences.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { duration } from '../time.ts';

const HOUR = 60;
const DAY = 24 * HOUR;

/** A length as a sentence says it: `15 minutes`, `4 hours`, `7 days`; where no one unit does, `1 h 30 min`. */
export function lengthInWords(minutes: number): string {
  if (minutes % DAY === 0 && minutes > DAY) return t.rules.days(minutes / DAY);
  if (minutes % HOUR === 0) return t.rules.hours(minutes / HOUR);
  return minutes < 2 * HOUR ? t.rules.minutes(minutes) : duration(minutes);
}

const spanOf = ({ from, to }: WeeklyWindow) =>
  from === '00:00' && to === '00:00' ? t.rules.allDay : t.time.span(from, to);

/** `Mon 22:00–06:00` */
export const windowInWords = (window: WeeklyWindow): string =>
  t.rules.window(t.time.weekdays[window.weekday - 1] ?? '', spanOf(window));

/** Windows of the same hours are told together: `Mon and Tue 22:00–06:00`. */
export function windowsInWords(windows: readonly WeeklyWindow[]): string {
  const bySpan = new Map<string, number[]>();
  for (const window of windows) {
    const span = spanOf(window);
    bySpan.set(span, [...(bySpan.get(span) ?? []), window.weekday]);
  }
  const told = [...bySpan].map(([span, weekdays]) => {
    const names = weekdays.toSorted((one, other) => one - other).map((day) => t.time.weekdays[day - 1] ?? '');
    return t.rules.window(weekdays.length === 7 ? '' : t.words.and(names), span).trim();
  });
  return told.join('; ');
}

/** A rule in the person's language. */
export const ruleText = ({ says, minutes, most, count, windows }: RuleSentence): string =>
  t.rules.sentences[says]({
    time: lengthInWords(minutes),
    longest: lengthInWords(most),
    count,
    windows: windowsInWords(windows),
  });
