import { describe, expect, it } from 'vitest';
import { addMinutes, weekHours } from '../../../server/availability/weekHours.ts';

const SUNDAY = 6 * 24;
const week = () => new Array<number>(168).fill(0);
const hoursOf = (date: string, days: number, timeZone: string) =>
  weekHours(Temporal.PlainDate.from(date), days, timeZone);
const sumOf = (minutes: readonly number[]) => minutes.reduce((sum, one) => sum + one, 0);

describe('the hours of a week', () => {
  it('are 168 of an hour each, Monday first', () => {
    const hours = hoursOf('2026-11-16', 7, 'Europe/Berlin');
    expect(hours.map(({ index }) => index)).toEqual(Array.from({ length: 168 }, (_, index) => index));
    expect(hours.every(({ start, end }) => end - start === 3_600_000)).toBe(true);
    expect(new Date(hours[0]?.start ?? 0).toISOString()).toBe('2026-11-15T23:00:00.000Z');
  });

  it('miss the one that spring skips', () => {
    const hours = hoursOf('2026-03-23', 7, 'Europe/Berlin');
    expect(hours).toHaveLength(167);
    expect(hours.some(({ index }) => index === SUNDAY + 2)).toBe(false);
  });

  it('have one of two hours in autumn', () => {
    const hours = hoursOf('2026-10-19', 7, 'Europe/Berlin');
    const long = hours.filter(({ start, end }) => end - start !== 3_600_000);
    expect(long.map(({ index, start, end }) => [index, end - start])).toEqual([[SUNDAY + 2, 7_200_000]]);
  });

  it('may be half as long again where clocks go back by half an hour', () => {
    const hours = hoursOf('2026-04-05', 1, 'Australia/Lord_Howe');
    expect(hours.filter(({ start, end }) => end - start === 5_400_000).map(({ index }) => index)).toEqual([
      SUNDAY + 1,
    ]);
  });
});

describe('minutes of a stretch', () => {
  it('fall into the hours in which they lie', () => {
    const hours = hoursOf('2026-11-16', 7, 'UTC');
    const minutes = week();
    const start = Date.UTC(2026, 10, 16, 9, 45);
    addMinutes(minutes, hours, { start, end: start + 90 * 60_000 }, 2);
    expect(minutes.slice(9, 12)).toEqual([30, 120, 30]);
    expect(sumOf(minutes)).toBe(180);
  });

  it('outside the hours are not counted', () => {
    const hours = hoursOf('2026-11-16', 7, 'UTC');
    const minutes = week();
    addMinutes(minutes, hours, { start: Date.UTC(2026, 10, 1), end: Date.UTC(2026, 10, 16, 0, 30) });
    addMinutes(minutes, hours, { start: Date.UTC(2026, 10, 22, 23, 30), end: Date.UTC(2026, 11, 1) });
    expect([minutes[0], minutes[167], sumOf(minutes)]).toEqual([30, 30, 60]);
  });

  it('through the night of autumn count both times', () => {
    const hours = hoursOf('2026-10-19', 7, 'Europe/Berlin');
    const minutes = week();
    addMinutes(minutes, hours, { start: Date.UTC(2026, 9, 25, 0), end: Date.UTC(2026, 9, 25, 2) });
    expect(minutes[SUNDAY + 2]).toBe(120);
    expect(sumOf(minutes)).toBe(120);
  });
});
