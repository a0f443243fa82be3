import { describe, expect, it } from 'vitest';
import {
  dayWord,
  duration,
  durationOf,
  longDate,
  moment,
  shortDate,
  span,
  timeOf,
} from '../../client/time.ts';

describe('a moment with its offset', () => {
  it('is shown as written, whatever zone the viewer is in', () => {
    expect(timeOf('2026-11-22T18:00:00+01:00')).toBe('18:00');
    expect(timeOf('2026-11-22T18:00:00+13:00')).toBe('18:00');
    expect(timeOf('2026-11-22T18:00:00.000Z')).toBe('18:00');
  });

  it('is refused without its offset', () => {
    expect(() => timeOf('2026-11-22T18:00:00')).toThrow('Not a time with its offset');
    expect(() => timeOf('tomorrow')).toThrow('Not a time with its offset');
  });
});

describe('a day', () => {
  it('has its weekday', () => {
    expect(shortDate('2026-11-22')).toBe('Sun 22 Nov');
    expect(shortDate('2028-02-29')).toBe('Tue 29 Feb');
    expect(longDate('2026-11-22')).toBe('Sunday, 22 November 2026');
  });

  it('tells its year only where it is another', () => {
    expect(shortDate('2027-01-01', '2026-11-22')).toBe('Fri 1 Jan 2027');
    expect(shortDate('2026-12-31', '2026-11-22')).toBe('Thu 31 Dec');
  });

  it('near today is a word, also across the end of a month', () => {
    expect(dayWord('2026-11-30', '2026-11-30')).toBe('today');
    expect(dayWord('2026-12-01', '2026-11-30')).toBe('tomorrow');
    expect(dayWord('2026-11-30', '2026-12-01')).toBe('yesterday');
    expect(dayWord('2026-12-02', '2026-11-30')).toBe('Wed 2 Dec');
  });
});

describe('a span', () => {
  it('names the day of its end only where that is another', () => {
    expect(span('2026-11-22T18:00:00+01:00', '2026-11-22T20:00:00+01:00')).toBe('18:00–20:00');
    expect(span('2026-11-22T18:00:00+01:00', '2026-11-23T08:00:00+01:00')).toBe('18:00–Mon 23 Nov 08:00');
  });

  it('that ends at midnight ends its own day', () => {
    expect(span('2026-11-22T18:00:00+01:00', '2026-11-23T00:00:00+01:00')).toBe('18:00–24:00');
  });
});

describe('a duration', () => {
  it('is elapsed time, not what the wall shows, over both changes of the clocks', () => {
    expect(durationOf('2026-03-29T01:00:00+01:00', '2026-03-29T03:00:00+02:00')).toBe('1 h');
    expect(durationOf('2026-10-25T02:00:00+02:00', '2026-10-25T02:00:00+01:00')).toBe('1 h');
  });

  it('is told in the words that people use', () => {
    expect(duration(45)).toBe('45 min');
    expect(duration(60)).toBe('1 h');
    expect(duration(90)).toBe('1 h 30 min');
    expect(duration(1440)).toBe('24 h');
    expect(duration(2880)).toBe('2 days');
  });
});

it('a moment of today is just its time', () => {
  expect(moment('2026-11-22T18:00:00+01:00', '2026-11-22')).toBe('18:00');
  expect(moment('2026-11-23T18:00:00+01:00', '2026-11-22')).toBe('tomorrow 18:00');
});
