import { describe, expect, it } from 'vitest';
import {
  changedOpening,
  withHoliday,
  withOpening,
  withoutHoliday,
} from '../../../client/workshops/hoursDraft.ts';
import { firstHours, hoursInGroups, weekOf } from '../../../client/workshops/week.ts';
import { openingHours } from '../../../shared/workshops/openingHours.ts';

const on = (weekday: number, opens = '17:00', closes = '21:00') => ({ weekday, opens, closes });

describe('a week in words', () => {
  it('puts weekdays with the same times together', () => {
    expect(weekOf([on(1), on(2), on(3, '09:00', '12:00'), on(3, '14:00', '18:00'), on(6), on(7)])).toEqual([
      { from: 1, to: 2, times: [{ opens: '17:00', closes: '21:00' }] },
      {
        from: 3,
        to: 3,
        times: [
          { opens: '09:00', closes: '12:00' },
          { opens: '14:00', closes: '18:00' },
        ],
      },
      { from: 4, to: 5, times: [] },
      { from: 6, to: 7, times: [{ opens: '17:00', closes: '21:00' }] },
    ]);
  });

  it('has a word for always and never', () => {
    expect(weekOf('always')).toBe('always');
    expect(weekOf([])).toBe('never');
  });

  it('tells roles with the same hours once', () => {
    expect(hoursInGroups(firstHours).map(({ roles }) => roles)).toEqual([
      ['visitor', 'member'],
      ['host', 'steward'],
    ]);
  });
});

describe('changing the hours', () => {
  it('what a new workshop starts with can be sent as it is', () => {
    expect(openingHours.safeParse(firstHours).success).toBe(true);
  });

  it('every added opening can be sent, however many there are', () => {
    let openings = withOpening([], 3);
    for (let count = 0; count < 4; count += 1) openings = withOpening(openings, 3);
    expect(openingHours.safeParse({ ...firstHours, member: openings }).success).toBe(true);
  });

  it('midnight as a closing time is the end of the day', () => {
    const opening = on(5);
    expect(changedOpening([opening], opening, { closes: '00:00' })).toEqual([on(5, '17:00', '24:00')]);
  });

  it('a holiday stands once and in order', () => {
    const hours = withHoliday(withHoliday(firstHours, '2027-01-01', 'New Year'), '2026-12-25', 'Christmas');
    const renamed = withHoliday(hours, '2026-12-25', 'Yule');
    expect(renamed.holidays.map(({ name }) => name)).toEqual(['Yule', 'New Year']);
    expect(withoutHoliday(renamed, '2026-12-25').holidays).toHaveLength(1);
  });
});
