import type { OpeningHours, WeeklyOpening } from '../../shared/workshops/openingHours.ts';
import type { HourRole } from './week.ts';

/** Hours of one role, changed: everything else stays. */
export const withHours = (hours: OpeningHours, role: HourRole, to: OpeningHours[HourRole]): OpeningHours => ({
  ...hours,
  [role]: to,
});

const inOrder = (openings: readonly WeeklyOpening[]) =>
  [...openings].sort((left, right) => left.weekday - right.weekday || left.opens.localeCompare(right.opens));

/** One more opening on a weekday: after the last one there, else a usual evening. */
export function withOpening(openings: readonly WeeklyOpening[], weekday: number): WeeklyOpening[] {
  const last = inOrder(openings.filter((opening) => opening.weekday === weekday)).at(-1);
  const late = last && last.closes < '22:00';
  const opens = last ? (late ? last.closes : '08:00') : '17:00';
  return inOrder([...openings, { weekday, opens, closes: late ? '22:00' : last ? '10:00' : '21:00' }]);
}

export const withoutOpening = (openings: readonly WeeklyOpening[], gone: WeeklyOpening): WeeklyOpening[] =>
  openings.filter((opening) => opening !== gone);

/** One opening with other times. Midnight as a closing time means the end of the day. */
export function changedOpening(
  openings: readonly WeeklyOpening[],
  old: WeeklyOpening,
  part: Partial<Pick<WeeklyOpening, 'opens' | 'closes'>>,
): WeeklyOpening[] {
  const closes = part.closes === '00:00' ? '24:00' : part.closes;
  const changed = { ...old, ...part, ...(closes ? { closes } : {}) };
  return openings.map((opening) => (opening === old ? changed : opening));
}

export const withHoliday = (hours: OpeningHours, date: string, name: string): OpeningHours => ({
  ...hours,
  holidays: [...hours.holidays.filter((holiday) => holiday.date !== date), { date, name }].sort(
    (left, right) => left.date.localeCompare(right.date),
  ),
});

export const withoutHoliday = (hours: OpeningHours, date: string): OpeningHours => ({
  ...hours,
  holidays: hours.holidays.filter((holiday) => holiday.date !== date),
});
