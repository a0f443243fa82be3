import type { HoursOfRole, OpeningHours, WeeklyOpening } from '../../shared/workshops/openingHours.ts';

/** The roles that hours are kept for, in the order in which they are shown. */
export const hourRoles = ['visitor', 'member', 'host', 'steward'] as const;
export type HourRole = (typeof hourRoles)[number];

/** Consecutive weekdays (1 is Monday) with the same times; no times: closed. */
export interface DaysAlike {
  from: number;
  to: number;
  times: { opens: string; closes: string }[];
}

/** Roles with the same hours, and their week; `always` and `never` in one word. */
export interface RolesAlike {
  roles: HourRole[];
  week: 'always' | 'never' | DaysAlike[];
}

const timesOn = (openings: readonly WeeklyOpening[], weekday: number) =>
  openings
    .filter((opening) => opening.weekday === weekday)
    .map(({ opens, closes }) => ({ opens, closes }))
    .sort((left, right) => left.opens.localeCompare(right.opens));

const same = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right);

/** A week as few lines as it takes. */
export function weekOf(hours: HoursOfRole): RolesAlike['week'] {
  if (hours === 'always') return 'always';
  if (hours.length === 0) return 'never';
  const lines: DaysAlike[] = [];
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    const times = timesOn(hours, weekday);
    const last = lines.at(-1);
    if (last && same(last.times, times)) last.to = weekday;
    else lines.push({ from: weekday, to: weekday, times });
  }
  return lines;
}

/** The hours of all roles, those that are the same told once. */
export function hoursInGroups(hours: OpeningHours): RolesAlike[] {
  const groups: RolesAlike[] = [];
  for (const role of hourRoles) {
    const week = weekOf(hours[role]);
    const alike = groups.find((group) => same(group.week, week));
    if (alike) alike.roles.push(role);
    else groups.push({ roles: [role], week });
  }
  return groups;
}

const evenings = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '17:00', closes: '21:00' }));

/** What a new workshop starts with; its steward changes it next. */
export const firstHours: OpeningHours = {
  visitor: [...evenings, { weekday: 6, opens: '10:00', closes: '16:00' }],
  member: [...evenings, { weekday: 6, opens: '10:00', closes: '16:00' }],
  host: 'always',
  steward: 'always',
  holidays: [],
};
