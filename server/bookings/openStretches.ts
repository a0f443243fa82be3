import { openIntervalsOfRoles, type Stretch } from '../../shared/workshops/openIntervals.ts';
import type { OpeningHours } from '../../shared/workshops/openingHours.ts';
import type { HoursKey } from './slot.ts';

const DAY = 86_400_000;
const MAXIMUM_REMEMBERED_DAYS = 2_000;

/** Stretches by hours, then by zone, roles and UTC day. Hours are values: nobody changes them. */
const remembered = new WeakMap<OpeningHours, Map<string, Stretch[]>>();

/** Stretches in order, those that touch joined. */
function merged(stretches: Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const { start, end } of stretches.sort((one, other) => one.start - other.start)) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else if (end > start) joined.push({ start, end });
  }
  return joined;
}

const isAlways = (hours: OpeningHours, keys: readonly HoursKey[]) =>
  keys.some((key) => hours[key] === 'always');

/** What of one UTC day (its number since 1970) is open for people with any of these hours. */
function openOnUtcDay(
  hours: OpeningHours,
  keys: readonly HoursKey[],
  timeZone: string,
  utcDay: number,
): Stretch[] {
  const bounds = { start: utcDay * DAY, end: (utcDay + 1) * DAY };
  if (isAlways(hours, keys)) return [bounds];
  const days = remembered.get(hours) ?? new Map<string, Stretch[]>();
  remembered.set(hours, days);
  const name = `${timeZone} ${keys.join()} ${utcDay}`;
  const known = days.get(name);
  if (known) return known;

  const open = openIntervalsOfRoles(hours, keys, timeZone, bounds.start, bounds.end);
  if (days.size >= MAXIMUM_REMEMBERED_DAYS) days.clear();
  days.set(name, open);
  return open;
}

/** Stretches of `[from, to)` in which somebody with any of these hours may come in, joined across days. */
export function openStretches(
  hours: OpeningHours,
  keys: readonly HoursKey[],
  timeZone: string,
  { start: from, end: to }: Stretch,
): Stretch[] {
  if (isAlways(hours, keys)) return from < to ? [{ start: from, end: to }] : [];
  const found: Stretch[] = [];
  for (let utcDay = Math.floor(from / DAY); utcDay * DAY < to; utcDay++) {
    for (const { start, end } of openOnUtcDay(hours, keys, timeZone, utcDay)) {
      found.push({ start: Math.max(start, from), end: Math.min(end, to) });
    }
  }
  return merged(found);
}

/** The first instant of `[start, end)` that is closed, or null when all of it is open. */
export function firstClosed(
  hours: OpeningHours,
  keys: readonly HoursKey[],
  timeZone: string,
  { start, end }: Stretch,
): number | null {
  if (isAlways(hours, keys)) return null;
  let reached = start;
  while (reached < end) {
    const instant = reached;
    const open = openOnUtcDay(hours, keys, timeZone, Math.floor(instant / DAY)).find(
      (stretch) => stretch.start <= instant && instant < stretch.end,
    );
    if (!open) return reached;
    reached = open.end;
  }
  return null;
}
