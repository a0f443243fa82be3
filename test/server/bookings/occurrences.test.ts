import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { occurrencesOf } from '../../../server/bookings/occurrences.ts';
import { zonedText } from '../../../shared/workshops/zonedText.ts';
import { seeded } from './seeded.ts';

const MINUTE = 60_000;
const weekly = (firstDate: string, startsAt: string, minutes: number, occurrences = 3) => ({
  firstDate,
  startsAt,
  minutes,
  every: { unit: 'week' as const, number: 1 },
  occurrences,
});
const told = (series: Parameters<typeof occurrencesOf>[0], timeZone: string) =>
  occurrencesOf(series, timeZone).map(({ start }) => (start === null ? null : zonedText(start, timeZone)));

describe('a series', () => {
  test('keeps its wall time into and out of daylight saving time', () => {
    expect(told(weekly('2027-03-22', '18:00', 60), 'Europe/Berlin')).toEqual([
      '2027-03-22T18:00:00+01:00',
      '2027-03-29T18:00:00+02:00',
      '2027-04-05T18:00:00+02:00',
    ]);
    expect(told(weekly('2027-10-25', '18:00', 60, 2), 'Europe/Berlin')).toEqual([
      '2027-10-25T18:00:00+02:00',
      '2027-11-01T18:00:00+01:00',
    ]);
  });
  test('lasts as long as it says over a change of the clock: sixteen hours, not fifteen or seventeen', () => {
    for (const date of ['2027-03-27', '2027-10-30']) {
      const [one] = occurrencesOf(weekly(date, '18:00', 16 * 60), 'Europe/Berlin');
      expect(((one?.end ?? 0) - (one?.start ?? 0)) / MINUTE).toBe(16 * 60);
    }
  });
  const skipped = [
    { zone: 'Europe/Berlin', date: '2027-03-28', time: '02:30', before: '01:59', after: '03:00' },
    { zone: 'Australia/Lord_Howe', date: '2027-10-03', time: '02:15', before: '01:59', after: '02:30' },
    { zone: 'America/Sao_Paulo', date: '2018-11-04', time: '00:30', before: '23:59', after: '01:00' },
  ];
  test.each(skipped)('has no $time on $date in $zone, and names the times around it', (given) => {
    const [one] = occurrencesOf(weekly(given.date, given.time, 60), given.zone);
    expect(one?.start).toBeNull();
    expect(one?.nearestTimes.map((instant) => zonedText(instant, given.zone).slice(11, 16))).toEqual([
      given.before,
      given.after,
    ]);
  });
  test('takes the first of a time that comes twice, and names its offset', () => {
    const [one] = occurrencesOf(weekly('2027-10-31', '02:30', 60), 'Europe/Berlin');
    expect(one?.ambiguousOffset).toBe('+02:00');
    expect(zonedText(one?.start ?? 0, 'Europe/Berlin')).toBe('2027-10-31T02:30:00+02:00');
    const [howe] = occurrencesOf(weekly('2027-04-04', '01:45', 60), 'Australia/Lord_Howe');
    expect(howe?.ambiguousOffset).toBe('+11:00');
  });
  test('takes the rules of a zone as they were on each day: Sao Paulo gave daylight saving time up in 2019', () => {
    const yearly = { ...weekly('2018-11-26', '18:00', 60), every: { unit: 'week' as const, number: 12 } };
    expect(told(yearly, 'America/Sao_Paulo').map((text) => text?.slice(-6))).toEqual([
      '-02:00',
      '-03:00',
      '-03:00',
    ]);
    expect(told(weekly('2019-11-25', '18:00', 60, 2), 'America/Sao_Paulo')[0]).toBe(
      '2019-11-25T18:00:00-03:00',
    );
  });
  test('passes 29 February and the ends of months', () => {
    const daily = { ...weekly('2028-02-27', '09:00', 60, 4), every: { unit: 'day' as const, number: 1 } };
    expect(occurrencesOf(daily, 'Europe/Berlin').map(({ date }) => date)).toEqual([
      '2028-02-27',
      '2028-02-28',
      '2028-02-29',
      '2028-03-01',
    ]);
  });
  test('never shifts by an hour, whatever the zone and the day', () => {
    const zone = fc.constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
    );
    const time = fc.record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.constantFrom(0, 15, 30, 45) });
    const day = fc.integer({ min: 0, max: 1_500 });
    fc.assert(
      fc.property(
        zone,
        time,
        day,
        fc.constantFrom('day', 'week'),
        (timeZone, { hour, minute }, from, unit) => {
          const two = (number: number) => String(number).padStart(2, '0');
          const startsAt = `${two(hour)}:${two(minute)}`;
          const firstDate = Temporal.PlainDate.from('2026-01-01').add({ days: from }).toString();
          const series = { firstDate, startsAt, minutes: 90, every: { unit, number: 1 }, occurrences: 60 };
          for (const { date, start, nearestTimes } of occurrencesOf(series, timeZone)) {
            if (start === null) expect(nearestTimes).toHaveLength(2);
            else expect(zonedText(start, timeZone).slice(0, 16)).toBe(`${date}T${startsAt}`);
          }
        },
      ),
      seeded({ numRuns: 60 }),
    );
  });
});
