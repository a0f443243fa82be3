import { describe, expect, it } from 'vitest';
import {
  clocksDiffer,
  instantOf,
  lastDateBefore,
  laterBy,
  nowIn,
  todayIn,
  wallIn,
} from '../../../client/time/zone.ts';

describe('a wall time in a zone', () => {
  it('becomes an instant with that day’s offset', () => {
    expect(instantOf('2026-11-22', '18:00', 'Europe/Berlin')).toBe('2026-11-22T18:00:00+01:00');
    expect(instantOf('2026-07-22', '18:00', 'Europe/Berlin')).toBe('2026-07-22T18:00:00+02:00');
    expect(instantOf('2026-11-22', '18:00', 'Pacific/Auckland')).toBe('2026-11-22T18:00:00+13:00');
    expect(instantOf('2026-11-22', '18:00', 'America/St_Johns')).toBe('2026-11-22T18:00:00-03:30');
  });

  it('that comes twice is the first, and one that is skipped moves on by the hour', () => {
    expect(instantOf('2026-10-25', '02:30', 'Europe/Berlin')).toBe('2026-10-25T02:30:00+02:00');
    expect(instantOf('2026-03-29', '02:30', 'Europe/Berlin')).toBe('2026-03-29T03:30:00+02:00');
  });

  it('is found again from its instant', () => {
    for (const zone of ['Europe/Berlin', 'Pacific/Auckland', 'America/Sao_Paulo', 'Asia/Kathmandu', 'UTC']) {
      const instant = instantOf('2026-06-15', '09:45', zone);
      const utc = new Date(Date.parse(instant)).toISOString();
      expect(wallIn(utc, zone)).toMatchObject({ date: '2026-06-15', time: '09:45' });
    }
  });
});

it('an instant in UTC is brought to the workshop’s wall, one with an offset is taken as written', () => {
  expect(wallIn('2026-11-22T17:00:00.000Z', 'Europe/Berlin')).toEqual({
    date: '2026-11-22',
    time: '18:00',
    offset: '+01:00',
  });
  expect(wallIn('2026-11-22T17:00:00+05:00', 'Europe/Berlin').time).toBe('17:00');
});

it('what ends at midnight ends with the day before', () => {
  expect(lastDateBefore('2026-12-06T23:00:00.000Z', 'Europe/Berlin')).toBe('2026-12-06');
  expect(lastDateBefore('2026-12-07T12:00:00+01:00', 'Europe/Berlin')).toBe('2026-12-07');
});

it('the workshop’s date is its own, not the viewer’s', () => {
  const lateInLondon = Date.parse('2026-11-22T23:30:00Z');
  expect(todayIn('Europe/London', lateInLondon)).toBe('2026-11-22');
  expect(todayIn('Europe/Berlin', lateInLondon)).toBe('2026-11-23');
  expect(nowIn('Pacific/Auckland', lateInLondon)).toBe('2026-11-23T12:30:00+13:00');
});

it('two hours later over the change of the clocks is elapsed time', () => {
  expect(laterBy('2026-10-25T01:30:00+02:00', 120, 'Europe/Berlin')).toBe('2026-10-25T02:30:00+01:00');
});

it('clocks differ only where the viewer’s own shows another time', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  expect(clocksDiffer(own, now)).toBe(false);
  const minutesWest = new Date(now).getTimezoneOffset();
  expect(clocksDiffer(minutesWest === -765 ? 'UTC' : 'Pacific/Chatham', now)).toBe(true);
});
