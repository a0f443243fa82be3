import { describe, expect, test } from 'vitest';
import {
  dayOf,
  instantsShowing,
  isRepeated,
  momentsOf,
  offsetOf,
  wallDay,
  wallTime,
  zonedText,
} from '../../../client/timeline/wallDay.ts';
import { longDay, ordinaryDay, shortDay } from './days.ts';

const HOUR = 3_600_000;
const times = (day: typeof ordinaryDay, step: number) => momentsOf(day, step).map(({ time }) => time);

describe('a workshop day', () => {
  test('has 24, 23 or 25 hours', () => {
    const hours = [ordinaryDay, shortDay, longDay].map((day) => (day.end - day.start) / HOUR);
    expect(hours).toEqual([24, 23, 25]);
  });

  test('finds the moment at which its clock changes', () => {
    expect(ordinaryDay.pieces).toHaveLength(1);
    expect(new Date(shortDay.pieces[1]?.from ?? 0).toISOString()).toBe('2026-03-29T01:00:00.000Z');
    expect(new Date(longDay.pieces[1]?.from ?? 0).toISOString()).toBe('2026-10-25T01:00:00.000Z');
  });

  test('never shows the skipped hour', () => {
    expect(times(shortDay, 60).slice(0, 4)).toEqual(['00:00', '01:00', '03:00', '04:00']);
    expect(instantsShowing(shortDay, '02:30')).toEqual([]);
    expect(instantsShowing(shortDay, '03:00')).toEqual([Date.parse('2026-03-29T01:00:00Z')]);
  });

  test('shows the doubled hour twice, and tells the two apart by their offsets', () => {
    expect(times(longDay, 60).slice(0, 5)).toEqual(['00:00', '01:00', '02:00', '02:00', '03:00']);
    const [first, second] = instantsShowing(longDay, '02:30');
    expect([first, second].map((at) => zonedText(longDay, at ?? 0))).toEqual([
      '2026-10-25T02:30:00+02:00',
      '2026-10-25T02:30:00+01:00',
    ]);
    expect(
      momentsOf(longDay, 60)
        .map(({ repeated }) => repeated)
        .slice(0, 5),
    ).toEqual([false, false, true, true, false]);
  });

  test('ends at 24:00', () => {
    for (const day of [ordinaryDay, shortDay, longDay]) expect(wallTime(day, day.end)).toBe('24:00');
  });

  test('repeats nothing on an ordinary day', () => {
    expect(momentsOf(ordinaryDay, 15).some(({ repeated }) => repeated)).toBe(false);
    expect(isRepeated(shortDay, shortDay.start + 2 * HOUR)).toBe(false);
  });

  test('is taken as changing at two where the browser does not know the change', () => {
    const announced = {
      date: '2026-07-01',
      start: '2026-07-01T00:00:00+05:00',
      end: '2026-07-02T00:00:00+06:00',
      open: [],
      holiday: null,
    };
    const day = wallDay(announced, 'Europe/Berlin');
    expect(times(day, 60).slice(0, 4)).toEqual(['00:00', '01:00', '03:00', '04:00']);
  });

  test('changes by half an hour on Lord Howe Island', () => {
    const announced = {
      date: '2026-10-04',
      start: '2026-10-04T00:00:00+10:30',
      end: '2026-10-05T00:00:00+11:00',
      open: [],
      holiday: null,
    };
    const day = wallDay(announced, 'Australia/Lord_Howe');
    expect(times(day, 30).slice(0, 6)).toEqual(['00:00', '00:30', '01:00', '01:30', '02:30', '03:00']);
  });

  test('is found among several, the last with its end', () => {
    expect(dayOf([shortDay, ordinaryDay], ordinaryDay.end)).toBe(ordinaryDay);
    expect(dayOf([shortDay, ordinaryDay], shortDay.start)).toBe(shortDay);
    expect(dayOf([shortDay], shortDay.end + 1)).toBeUndefined();
  });

  test('reads offsets from either side of Greenwich', () => {
    expect([offsetOf('2026-01-01T00:00:00-03:30'), offsetOf('2026-01-01T00:00:00Z')]).toEqual([-210, 0]);
  });
});
