import { describe, expect, it } from 'vitest';
import { EVERY_DAY, on } from '../../../server/demo/plan.ts';
import { collectionOn, type Doors, dueTimes, loanDays } from '../../../server/loans/handover.ts';
import type { OpeningHours } from '../../../shared/workshops/openingHours.ts';
import { zonedText } from '../../../shared/workshops/zonedText.ts';

const ZONE = 'Europe/Berlin';
const HOUR = 3_600_000;
const closed: OpeningHours = { visitor: [], member: [], host: [], steward: [], holidays: [] };
const doorsWith = (member: OpeningHours['member'], more: Partial<OpeningHours> = {}): Doors => ({
  timeZone: ZONE,
  openingHours: { ...closed, member, ...more },
  hours: ['member'],
});
const at = (wall: string) => Temporal.PlainDateTime.from(wall).toZonedDateTime(ZONE).epochMilliseconds;
const told = (instants: readonly (number | null)[]) =>
  instants.map((instant) => (instant === null ? null : zonedText(instant, ZONE).slice(0, 16)));
const weekdays = doorsWith(on([1, 2, 3, 4, 5], '09:00', '18:00'));

describe('what is lent by the day changes hands', () => {
  it('an hour after opening, and not at all on a closed day or a holiday', () => {
    const hours = doorsWith(on(EVERY_DAY, '09:00', '18:00'), {
      holidays: [{ date: '2026-06-17', name: 'Fair' }],
    });
    const days = loanDays(hours, at('2026-06-16T08:00'), 3);
    expect(told(days.map(({ handover }) => handover))).toEqual([
      '2026-06-16T10:00',
      null,
      '2026-06-18T10:00',
    ]);
    const weekend = loanDays(weekdays, at('2026-06-19T08:00'), 4).map(({ handover }) => handover);
    expect(told(weekend)).toEqual(['2026-06-19T10:00', null, null, '2026-06-22T10:00']);
  });

  it('at the end of an opening that is shorter than an hour', () => {
    const short = doorsWith(on(EVERY_DAY, '17:00', '17:30'));
    const [today] = loanDays(short, at('2026-06-16T08:00'), 1);
    expect(told([today?.handover ?? null])).toEqual(['2026-06-16T17:30']);
  });

  it('at ten where the doors are never closed', () => {
    const [today] = loanDays(doorsWith('always'), at('2026-06-16T08:00'), 1);
    expect(told([today?.handover ?? null])).toEqual(['2026-06-16T10:00']);
  });

  it('at the same hour on the wall on both days on which the clocks change', () => {
    const hours = doorsWith(on(EVERY_DAY, '09:00', '18:00'));
    for (const day of ['2026-03-28', '2026-10-24']) {
      const days = loanDays(hours, at(`${day}T12:00`), 3);
      expect(days.map(({ handover }) => told([handover])[0]?.slice(11))).toEqual(
        Array.from({ length: 3 }, () => '10:00'),
      );
    }
  });

  it('is collected later on a day whose hour is past, and no more once the doors are closed', () => {
    const day = (wall: string) => loanDays(weekdays, at(wall), 1)[0];
    const collected = (wall: string) => {
      const today = day(wall);
      return today ? told([collectionOn(today, at(wall))])[0] : undefined;
    };
    expect(collected('2026-06-16T08:00')).toBe('2026-06-16T10:00');
    expect(collected('2026-06-16T12:05')).toBe('2026-06-16T12:15');
    expect(collected('2026-06-16T17:50')).toBeNull();
  });
});

describe('what is collected now is due', () => {
  const monday = at('2026-06-15T12:00');

  it('at closing today, or on each open day as long as it is lent', () => {
    const week = dueTimes(weekdays, monday, { longest: 7 * 24 * HOUR, before: null });
    expect(told(week)).toEqual([
      '2026-06-15T18:00',
      '2026-06-16T10:00',
      '2026-06-17T10:00',
      '2026-06-18T10:00',
      '2026-06-19T10:00',
      '2026-06-22T10:00',
    ]);
  });

  it('before somebody else has it, be it at the very moment', () => {
    const before = at('2026-06-17T10:00');
    expect(told(dueTimes(weekdays, monday, { longest: null, before }))).toEqual([
      '2026-06-15T18:00',
      '2026-06-16T10:00',
      '2026-06-17T10:00',
    ]);
  });
});
