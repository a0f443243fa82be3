import { describe, expect, test } from 'vitest';
import {
  changeOfClocks,
  lengthChoices,
  sameTimeOn,
  spanHeard,
  spanInWords,
  startChoices,
} from '../../../client/booking/moments.ts';
import { instantsShowing, zonedText } from '../../../client/timeline/wallDay.ts';
import { longDay, ordinaryDay, shortDay } from '../timeline/days.ts';

const HOUR = 3_600_000;
const labels = (day: typeof longDay) => startChoices(day, null).map(({ label }) => label);

describe('the starts that can be chosen', () => {
  test('are the quarters of an ordinary day', () => {
    expect(labels(ordinaryDay)).toHaveLength(96);
    expect(labels(ordinaryDay).slice(0, 3)).toEqual(['00:00', '00:15', '00:30']);
  });

  test('leave out the skipped hour', () => {
    expect(labels(shortDay)).toHaveLength(92);
    expect(labels(shortDay).slice(6, 10)).toEqual(['01:30', '01:45', '03:00', '03:15']);
  });

  test('name the offsets of the doubled hour', () => {
    expect(labels(longDay)).toHaveLength(100);
    expect(labels(longDay).slice(7, 13)).toEqual([
      '01:45',
      '02:00 (UTC+02:00)',
      '02:15 (UTC+02:00)',
      '02:30 (UTC+02:00)',
      '02:45 (UTC+02:00)',
      '02:00 (UTC+01:00)',
    ]);
    const values = startChoices(longDay, null).map(({ value }) => value);
    expect(new Set(values).size).toBe(100);
  });

  test('hold a time between two quarters that was chosen already', () => {
    const at = ordinaryDay.start + 5 * 60_000;
    expect(startChoices(ordinaryDay, at).slice(0, 2)).toEqual([
      { value: String(ordinaryDay.start), label: '00:00' },
      { value: String(at), label: '00:05' },
    ]);
  });
});

describe('the same time on another day', () => {
  test('is the same on the clock, the first where there are two', () => {
    expect(zonedText(ordinaryDay, sameTimeOn(ordinaryDay, '02:30'))).toBe('2026-11-22T02:30:00+01:00');
    expect(zonedText(longDay, sameTimeOn(longDay, '02:30'))).toBe('2026-10-25T02:30:00+02:00');
  });

  test('is the next there is where it is skipped', () => {
    expect(zonedText(shortDay, sameTimeOn(shortDay, '02:30'))).toBe('2026-03-29T03:00:00+02:00');
  });
});

describe('a span in words', () => {
  test('is wall time, an end at midnight 24:00', () => {
    const start = ordinaryDay.start + 14 * HOUR;
    expect(spanInWords([ordinaryDay], start, start + 1.5 * HOUR)).toBe('14:00–15:30');
    expect(spanHeard([ordinaryDay], start, start + 1.5 * HOUR)).toBe('14:00 to 15:30');
    expect(spanInWords([ordinaryDay], start, ordinaryDay.end)).toBe('14:00–24:00');
  });

  test('tells the two sides of a doubled hour apart', () => {
    const [first = 0, second = 0] = instantsShowing(longDay, '02:30');
    expect(spanInWords([longDay], first, second)).toBe('02:30 (UTC+02:00)–02:30 (UTC+01:00)');
  });

  test('is over three on the clock after two hours across a skipped one', () => {
    const start = shortDay.start + HOUR;
    expect(spanInWords([shortDay], start, start + 2 * HOUR)).toBe('01:00–04:00');
  });
});

test('a change of clocks is told by the times around it', () => {
  expect(changeOfClocks(ordinaryDay)).toBeNull();
  expect(changeOfClocks(shortDay)).toEqual({ kind: 'skips', from: '02:00', to: '03:00' });
  expect(changeOfClocks(longDay)).toEqual({ kind: 'repeats', from: '02:00', to: '03:00' });
});

test('lengths hold the present one, and days only where a machine may run unattended', () => {
  expect(lengthChoices(45, false)).toEqual([15, 30, 45, 60, 90, 120, 180, 240]);
  expect(lengthChoices(60, true)).toEqual([15, 30, 60, 90, 120, 180, 240, 480, 1440]);
});
