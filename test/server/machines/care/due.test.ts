import { describe, expect, it } from 'vitest';
import { dueOf, type Since } from '../../../../server/machines/care/due.ts';

const at = (text: string) => Date.parse(text);
const since = (changes: Partial<Since>): Since => ({
  now: at('2026-11-22T10:00:00.000Z'),
  timeZone: 'Europe/Berlin',
  hoursOfUse: 0,
  readings: null,
  ...changes,
});

describe('a maintenance plan', () => {
  it('by hours is due soon in its last tenth, and due when they are over', () => {
    const plan = { interval: { by: 'hours', hours: 40 } as const, lastDoneAt: null };
    expect(dueOf(plan, since({ hoursOfUse: 35.9 })).state).toBe('later');
    expect(dueOf(plan, since({ hoursOfUse: 36 }))).toMatchObject({ state: 'soon', remaining: 4 });
    expect(dueOf(plan, since({ hoursOfUse: 41.5 }))).toMatchObject({ state: 'due', remaining: -1.5 });
  });

  it('by a meter counts from its last maintenance; nobody knows before it was read', () => {
    const plan = { interval: { by: 'meter', meter: 'Pages', amount: 1000 } as const, lastDoneAt: null };
    expect(dueOf(plan, since({}))).toMatchObject({ state: 'later', dueAtReading: null });
    expect(dueOf(plan, since({ readings: { base: 80_000, last: 80_950 } }))).toMatchObject({
      state: 'soon',
      dueAtReading: 81_000,
      remaining: 50,
    });
    expect(dueOf(plan, since({ readings: { base: 80_000, last: 81_000 } })).state).toBe('due');
  });

  it('by the calendar is due on a day of the workshop, counted from when it was last done', () => {
    const interval = { by: 'calendar', days: 30, from: '2026-10-23' } as const;
    expect(dueOf({ interval, lastDoneAt: null }, since({}))).toMatchObject({
      state: 'due',
      dueOn: '2026-11-22',
    });
    // 23:30 UTC on the 31st is the 1st of November in Berlin.
    const lastDoneAt = at('2026-10-31T23:30:00.000Z');
    expect(dueOf({ interval, lastDoneAt }, since({}))).toMatchObject({
      state: 'later',
      dueOn: '2026-12-01',
      remaining: 9,
    });
  });

  it('by the calendar stands on its own day across leap days and daylight saving', () => {
    const interval = { by: 'calendar', days: 365, from: '2027-03-01' } as const;
    expect(dueOf({ interval, lastDoneAt: null }, since({})).dueOn).toBe('2028-02-29');
    const daily = { by: 'calendar', days: 1, from: '2026-03-28' } as const;
    const now = at('2026-03-28T22:59:00.000Z');
    expect(dueOf({ interval: daily, lastDoneAt: null }, since({ now })).remaining).toBe(1);
    expect(dueOf({ interval: daily, lastDoneAt: null }, since({ now: now + 60_000 })).remaining).toBe(0);
  });
});
