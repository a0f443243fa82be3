import { describe, expect, it } from 'vitest';
import { gapsWithin } from '../../../server/availability/gaps.ts';
import { blankCalendar, type Calendar, evolveCalendar } from '../../../server/bookings/calendar.ts';
import type { CalendarFacts } from '../../../server/bookings/slot.ts';
import {
  ANNA,
  at,
  BELA,
  FIRST,
  facts,
  hours,
  monday,
  NOW,
  placed,
  SECOND,
  THIRD,
} from '../bookings/someCalendar.ts';

const HOUR = 3_600_000;
/** A time that is no full minute stands out as a bare number. */
const clock = (instant: number) =>
  instant % 60_000 !== 0
    ? String(instant)
    : Temporal.Instant.fromEpochMilliseconds(instant)
        .toZonedDateTimeISO('Europe/Berlin')
        .toString()
        .slice(5, 16);

const calendarOf = (...bookings: [id: string, from: string, to: string][]): Calendar =>
  bookings.reduce<Calendar>(
    (calendar, [id, from, to], revision) =>
      evolveCalendar(calendar, placed(id, monday(from), monday(to), BELA), { revision, at: NOW }),
    blankCalendar(),
  );

const gaps = (
  calendar: Calendar,
  some: CalendarFacts,
  {
    length = HOUR,
    from = NOW,
    days = 2,
    most = 3,
  }: { length?: number; from?: number; days?: number; most?: number } = {},
) =>
  gapsWithin({ memberId: ANNA, length }, calendar, some, { from, to: from + days * 24 * HOUR }, most).map(
    ({ start, end }) => `${clock(start)} to ${clock(end)}`,
  );

describe('the gaps of a machine', () => {
  it('lie between bookings, in the opening hours, as long as they last', () => {
    const calendar = calendarOf([FIRST, '10:00', '12:00'], [SECOND, '15:00', '16:00']);
    expect(gaps(calendar, facts({ openingHours: hours }))).toEqual([
      '11-23T09:00 to 11-23T10:00',
      '11-23T12:00 to 11-23T15:00',
      '11-23T16:00 to 11-23T21:00',
    ]);
  });

  it('are as long as asked for at least; one that just fits is one', () => {
    const calendar = calendarOf([FIRST, '10:00', '12:00'], [SECOND, '15:00', '16:00']);
    const open = facts({ openingHours: hours });
    expect(gaps(calendar, open, { length: 3 * HOUR })).toEqual([
      '11-23T12:00 to 11-23T15:00',
      '11-23T16:00 to 11-23T21:00',
    ]);
    expect(gaps(calendar, open, { length: 3 * HOUR + 60_000 })).toEqual(['11-23T16:00 to 11-23T21:00']);
  });

  it('skip a holiday, and are looked for as far as asked', () => {
    // The Tuesday is one.
    expect(gaps(blankCalendar(), facts({ openingHours: hours }), { days: 3 })).toEqual([
      '11-23T09:00 to 11-23T21:00',
      '11-25T09:00 to 11-25T21:00',
    ]);
    expect(gaps(blankCalendar(), facts({ openingHours: hours }), { from: monday('20:30'), days: 1 })).toEqual(
      [],
    );
  });

  it('begin now at the earliest, on full five minutes', () => {
    const now = monday('09:03');
    expect(gaps(blankCalendar(), facts({ now, openingHours: hours }), { from: now, days: 1 })).toEqual([
      '11-23T09:05 to 11-23T21:00',
    ]);
  });

  it('use every place side by side', () => {
    const calendar = calendarOf(
      [FIRST, '10:00', '14:00'],
      [SECOND, '12:00', '16:00'],
      [THIRD, '12:00', '13:00'],
    );
    const bench = facts({ openingHours: hours, machine: { capacity: 3 } });
    expect(gaps(calendar, bench, { days: 1 })).toEqual([
      '11-23T09:00 to 11-23T12:00',
      '11-23T13:00 to 11-23T21:00',
    ]);
  });

  it('are not shorter or longer in the night in which clocks go back', () => {
    const now = at('2026-10-24 22:00');
    const found = gapsWithin(
      { memberId: ANNA, length: 16 * HOUR },
      blankCalendar(),
      facts({ now }),
      { from: now, to: now + HOUR },
      1,
    );
    expect(found).toHaveLength(1);
    expect(clock((found[0]?.start ?? 0) + 16 * HOUR)).toBe('10-25T13:00');
  });

  it('stop at as many as are wanted', () => {
    expect(gaps(blankCalendar(), facts({ openingHours: hours }), { days: 20, most: 2 })).toHaveLength(2);
  });
});
