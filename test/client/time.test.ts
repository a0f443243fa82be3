import { afterEach, describe, expect, it } from 'vitest';
import { en } from '../../client/catalogue/en.ts';
import { es } from '../../client/catalogue/es.ts';
import { speak } from '../../client/catalogue/text.ts';
import {
  dayWord,
  duration,
  durationOf,
  longDate,
  moment,
  numberInWords,
  shortDate,
  span,
  spanIn,
  timeOf,
  weekdaysInOrder,
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
    expect(duration(3600)).toBe('2 days 12 h');
    expect(duration(0)).toBe('0 min');
  });
});

it('a moment of today is just its time', () => {
  expect(moment('2026-11-22T18:00:00+01:00', '2026-11-22')).toBe('18:00');
  expect(moment('2026-11-23T18:00:00+01:00', '2026-11-22')).toBe('tomorrow 18:00');
});

describe('in other languages and places', () => {
  afterEach(() => speak(en, 'en-GB'));

  it('the month stands first where people write it so', () => {
    speak(en, 'en-US');
    expect(shortDate('2026-11-22')).toBe('Sun Nov 22');
    expect(longDate('2026-11-22')).toBe('Sunday, November 22, 2026');
    speak(es, 'es-MX');
    expect(shortDate('2026-11-22')).toBe('dom 22 nov');
    expect(longDate('2026-11-22')).toBe('domingo, 22 de noviembre de 2026');
    expect(dayWord('2026-12-01', '2026-11-30')).toBe('mañana');
    expect(duration(3600)).toBe('2 días 12 h');
  });

  it('numbers follow the locale', () => {
    expect(numberInWords(12345.5)).toBe('12,345.5');
    speak(es, 'es-ES');
    expect(numberInWords(12345.5)).toBe('12.345,5');
  });

  it('a week has seven days, from the first of that place', () => {
    expect(weekdaysInOrder()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    speak(en, 'en-US');
    expect(weekdaysInOrder()).toEqual([7, 1, 2, 3, 4, 5, 6]);
    speak(es, 'es-ES');
    expect(weekdaysInOrder()[0]).toBe(1);
    speak(es, 'es-MX');
    expect(weekdaysInOrder()[0]).toBe(7);
  });
});

describe('a span in the hour that comes twice', () => {
  it('names the offsets of its times; other spans of the day do not', () => {
    const zone = 'Europe/Berlin';
    expect(spanIn('2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z', zone)).toBe(
      '02:30 (UTC+02:00)–02:30 (UTC+01:00)',
    );
    expect(spanIn('2026-10-25T10:00:00+01:00', '2026-10-25T11:00:00+01:00', zone)).toBe('10:00–11:00');
  });
});
