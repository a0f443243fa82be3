import { describe, expect, it } from 'vitest';
import { collectable, dueAfter } from '../../../client/borrow/loanDays.ts';
import type { LoanDaysView } from '../../../shared/loans/views.ts';

const day = (date: number, collect = true) => ({
  date: `2026-06-${date}`,
  holiday: null,
  collect: collect ? `2026-06-${date}T10:00:00+02:00` : null,
  due: `2026-06-${date}T10:00:00+02:00`,
  closes: `2026-06-${date}T18:00:00+02:00`,
});
const view: LoanDaysView = {
  machineId: '0b7e4d1c-52a9-4f0e-9c3d-000000000003',
  timeZone: 'Europe/Berlin',
  days: [
    day(16),
    day(17, false),
    day(18),
    { ...day(19, false), due: null, closes: null },
    day(20),
    day(21),
    day(22),
  ],
  longestMinutes: 3 * 1_440,
  taken: [{ start: '2026-06-17T10:00:00+02:00', end: '2026-06-18T10:00:00+02:00' }],
};
const dates = (instants: readonly string[]) => instants.map((text) => text.slice(8, 13));

describe('the days of a loan', () => {
  it('begin where nobody has the tool', () => {
    expect(collectable(view).map(({ date }) => date.slice(8))).toEqual(['16', '18', '20', '21', '22']);
  });

  it('end at closing the same day, or until somebody else has it', () => {
    expect(dates(dueAfter(view, '2026-06-16T10:00:00+02:00'))).toEqual(['16T18', '17T10']);
  });

  it('end on an open day, as long as the tool is lent', () => {
    expect(dates(dueAfter(view, '2026-06-18T10:00:00+02:00'))).toEqual(['18T18', '20T10', '21T10']);
  });
});
