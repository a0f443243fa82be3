import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openIntervals, openIntervalsOfRoles, openState } from '../../../shared/workshops/openIntervals.ts';
import type { OpeningHours, WeeklyOpening } from '../../../shared/workshops/openingHours.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const daily = (opens: string, closes: string): WeeklyOpening[] =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens, closes }));
const iso = (stretches: { start: number; end: number }[]) =>
  stretches.map(({ start, end }) => [new Date(start).toISOString(), new Date(end).toISOString()]);
const at = (text: string) => Date.parse(text);

describe('opening hours in Berlin', () => {
  const open = (opens: string, closes: string, from: string, to: string) =>
    iso(openIntervals(daily(opens, closes), [], 'Europe/Berlin', at(from), at(to)));

  it('are never open in the hour that is skipped', () => {
    expect(open('02:00', '03:00', '2026-03-29T00:00Z', '2026-03-29T20:00Z')).toEqual([]);
  });
  it('begin or end at the gap when they reach into it', () => {
    expect(open('02:30', '04:00', '2026-03-29T00:00Z', '2026-03-29T20:00Z')).toEqual([
      ['2026-03-29T01:00:00.000Z', '2026-03-29T02:00:00.000Z'],
    ]);
    expect(open('01:00', '02:30', '2026-03-29T00:00Z', '2026-03-29T20:00Z')).toEqual([
      ['2026-03-29T00:00:00.000Z', '2026-03-29T01:00:00.000Z'],
    ]);
  });
  it('last two hours in the hour that comes twice', () => {
    expect(open('02:00', '03:00', '2026-10-24T22:00Z', '2026-10-25T20:00Z')).toEqual([
      ['2026-10-25T00:00:00.000Z', '2026-10-25T02:00:00.000Z'],
    ]);
  });
  it('go by the clock on the wall when they end within that hour', () => {
    expect(open('01:00', '02:30', '2026-10-24T22:00Z', '2026-10-25T20:00Z')).toEqual([
      ['2026-10-24T23:00:00.000Z', '2026-10-25T00:30:00.000Z'],
      ['2026-10-25T01:00:00.000Z', '2026-10-25T01:30:00.000Z'],
    ]);
  });
  it('join across midnight', () => {
    const hours: WeeklyOpening[] = [
      { weekday: 6, opens: '20:00', closes: '24:00' },
      { weekday: 7, opens: '00:00', closes: '02:00' },
    ];
    expect(
      iso(openIntervals(hours, [], 'Europe/Berlin', at('2026-11-20T00:00Z'), at('2026-11-24T00:00Z'))),
    ).toEqual([['2026-11-21T19:00:00.000Z', '2026-11-22T01:00:00.000Z']]);
  });
});

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Asia/Kathmandu',
  'America/Santiago',
  'Africa/Casablanca',
  'Pacific/Apia',
  'America/Havana',
  'UTC',
];
const FROM = Date.UTC(2011, 0, 1) / MINUTE;
const TO = Date.UTC(2030, 0, 1) / MINUTE;
const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
const text = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const opening = fc
  .tuple(fc.integer({ min: 1, max: 7 }), minute, fc.integer({ min: 1, max: 24 * 60 }))
  .filter(([, opens, closes]) => opens < closes)
  .map(([weekday, opens, closes]): WeeklyOpening => ({ weekday, opens: text(opens), closes: text(closes) }));

/** Starts near the zone's own changes, where faults live. */
const nearChange = (zone: string, start: number, offset: number) => {
  const next = Temporal.Instant.fromEpochMilliseconds(start * MINUTE)
    .toZonedDateTimeISO(zone)
    .getTimeZoneTransition('next');
  return next ? next.epochMilliseconds + offset * MINUTE : start * MINUTE;
};

it('in every zone: open exactly when the wall clock shows a time within an opening, sorted and apart', () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1e9);
  const run = fc.property(
    fc.constantFrom(...ZONES),
    fc.array(opening, { minLength: 1, maxLength: 5 }),
    fc.integer({ min: FROM, max: TO }),
    fc.integer({ min: -1500, max: 200 }),
    fc.integer({ min: 1, max: 3 * 24 * 60 }),
    fc.boolean(),
    (zone, hours, near, offset, length, holiday) => {
      const from = nearChange(zone, near, offset);
      const to = from + length * MINUTE;
      const closed = Temporal.Instant.fromEpochMilliseconds(from)
        .toZonedDateTimeISO(zone)
        .toPlainDate()
        .toString();
      const holidays = holiday ? [{ date: closed, name: 'Holiday' }] : [];
      const found = openIntervals(hours, holidays, zone, from, to);
      found.forEach(({ start, end }, index) => {
        expect(start).toBeLessThan(end);
        expect(start).toBeGreaterThan(found[index - 1]?.end ?? from - 1);
        expect(end).toBeLessThanOrEqual(to);
      });
      for (let instant = from; instant < to; instant += 15 * MINUTE) {
        const wall = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
        const shown = text(wall.hour * 60 + wall.minute);
        const shouldBeOpen =
          !(holiday && wall.toPlainDate().toString() === closed) &&
          hours.some(
            ({ weekday, opens, closes }) => weekday === wall.dayOfWeek && opens <= shown && shown < closes,
          );
        const isOpen = found.some(({ start, end }) => start <= instant && instant < end);
        expect(isOpen, `${wall} with ${JSON.stringify(hours)}, seed ${seed}`).toBe(shouldBeOpen);
      }
    },
  );
  fc.assert(run, { seed, numRuns: 300 });
});

const hours: OpeningHours = {
  visitor: [],
  member: [{ weekday: 1, opens: '10:00', closes: '18:00' }],
  host: [{ weekday: 1, opens: '08:00', closes: '11:00' }],
  steward: 'always',
  holidays: [{ date: '2026-11-23', name: 'Stocktaking' }],
};

describe('roles', () => {
  const from = at('2026-11-16T00:00Z');
  const ofRoles = (...roles: Parameters<typeof openIntervalsOfRoles>[1]) =>
    iso(openIntervalsOfRoles(hours, roles, 'UTC', from, from + 14 * DAY));

  it('add up, and a trainer has a member’s hours', () => {
    expect(ofRoles('member', 'host')).toEqual([['2026-11-16T08:00:00.000Z', '2026-11-16T18:00:00.000Z']]);
    expect(ofRoles('trainer')).toEqual(ofRoles('member'));
    expect(ofRoles('visitor')).toEqual([]);
    expect(ofRoles()).toEqual([]);
  });
  it('that may always come in do so on holidays too', () => {
    expect(ofRoles('steward', 'member')).toEqual([['2026-11-16T00:00:00.000Z', '2026-11-30T00:00:00.000Z']]);
  });
});

describe('whether it is open now', () => {
  const state = (now: string, of = hours.member) => openState(of, hours.holidays, 'UTC', at(now));
  it('tells until when', () => {
    expect(state('2026-11-16T10:00Z')).toEqual({ open: true, changesAt: at('2026-11-16T18:00Z') });
  });
  it('tells from when, past a holiday', () => {
    expect(state('2026-11-16T18:00Z')).toEqual({ open: false, changesAt: at('2026-11-30T10:00Z') });
  });
  it('tells when it never changes', () => {
    expect(state('2026-11-16T18:00Z', 'always')).toEqual({ open: true, changesAt: null });
    expect(state('2026-11-16T18:00Z', [])).toEqual({ open: false, changesAt: null });
  });
});
