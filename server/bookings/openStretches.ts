import type { WeeklyWindow } from '../../shared/machines/bookingRules.ts';
import { openIntervals, openIntervalsOfRoles, type Stretch } from '../../shared/workshops/openIntervals.ts';
import type { OpeningHours, WeeklyOpening } from '../../shared/workshops/openingHours.ts';
import type { HoursKey } from './slot.ts';

const DAY = 86_400_000;
/** How far around what is asked is worked out at once: most questions lie within a month. */
const MARGIN = 45 * DAY;
const LONGEST_SPAN = 800 * DAY;

/** Stretches in order, none of which touch, of all time in `[from, to)`. */
interface Known {
  from: number;
  to: number;
  starts: number[];
  ends: number[];
}

/** By hours or windows, then by zone and roles. Hours and windows are values: nobody changes them. */
const remembered = new WeakMap<object, Map<string, Known>>();

function known(
  owner: object,
  name: string,
  { start, end }: Stretch,
  workOut: (from: number, to: number) => Stretch[],
): Known {
  let byName = remembered.get(owner);
  if (!byName) {
    byName = new Map();
    remembered.set(owner, byName);
  }
  const before = byName.get(name);
  if (before && before.from <= start && end <= before.to) return before;
  let from = Math.min(start - MARGIN, before?.from ?? start);
  let to = Math.max(end + MARGIN, before?.to ?? end);
  if (to - from > LONGEST_SPAN) [from, to] = [start - MARGIN, end + MARGIN];
  const stretches = workOut(from, to);
  const found = {
    from,
    to,
    starts: stretches.map((one) => one.start),
    ends: stretches.map((one) => one.end),
  };
  byName.set(name, found);
  return found;
}

/** Index of the first stretch that ends after an instant. */
function firstEndingAfter({ ends }: Known, instant: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] ?? 0) <= instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

function within(stretches: Known, { start, end }: Stretch): Stretch[] {
  const found: Stretch[] = [];
  for (let index = firstEndingAfter(stretches, start); index < stretches.starts.length; index++) {
    const from = stretches.starts[index] ?? end;
    if (from >= end) break;
    found.push({ start: Math.max(from, start), end: Math.min(stretches.ends[index] ?? end, end) });
  }
  return found;
}

const isAlways = (hours: OpeningHours, keys: readonly HoursKey[]) =>
  keys.some((key) => hours[key] === 'always');

const openAround = (hours: OpeningHours, keys: readonly HoursKey[], timeZone: string, asked: Stretch) =>
  known(hours, `${timeZone} ${keys.join()}`, asked, (from, to) =>
    openIntervalsOfRoles(hours, keys, timeZone, from, to),
  );

/** Stretches of `[start, end)` in which somebody with any of these hours may come in, joined across days. */
export function openStretches(
  hours: OpeningHours,
  keys: readonly HoursKey[],
  timeZone: string,
  asked: Stretch,
): Stretch[] {
  if (isAlways(hours, keys)) return asked.start < asked.end ? [{ ...asked }] : [];
  return within(openAround(hours, keys, timeZone, asked), asked);
}

/** The first instant of `[start, end)` that is closed, or null when all of it is open. */
export function firstClosed(
  hours: OpeningHours,
  keys: readonly HoursKey[],
  timeZone: string,
  asked: Stretch,
): number | null {
  if (isAlways(hours, keys) || asked.start >= asked.end) return null;
  const open = openAround(hours, keys, timeZone, asked);
  const index = firstEndingAfter(open, asked.start);
  const start = open.starts[index];
  const end = open.ends[index];
  if (start === undefined || end === undefined || start > asked.start) return asked.start;
  return end < asked.end ? end : null;
}

/** Windows as openings that end on the day on which they start. */
function asOpenings(windows: readonly WeeklyWindow[]): WeeklyOpening[] {
  return windows.flatMap(({ weekday, from, to }): WeeklyOpening[] => {
    if (from < to) return [{ weekday, opens: from, closes: to }];
    const evening: WeeklyOpening = { weekday, opens: from, closes: '24:00' };
    if (to === '00:00') return [evening];
    return [evening, { weekday: (weekday % 7) + 1, opens: '00:00', closes: to }];
  });
}

const windowsAround = (windows: readonly WeeklyWindow[], timeZone: string, asked: Stretch) =>
  known(windows, timeZone, asked, (from, to) => openIntervals(asOpenings(windows), [], timeZone, from, to));

/** Stretches of `[start, end)` that lie in any of the weekly windows, joined. */
export function stretchesIn(windows: readonly WeeklyWindow[], timeZone: string, asked: Stretch): Stretch[] {
  return windows.length === 0 ? [] : within(windowsAround(windows, timeZone, asked), asked);
}

/** How much of `[start, end)` lies in any of the weekly windows, milliseconds. */
export function timeIn(windows: readonly WeeklyWindow[], timeZone: string, asked: Stretch): number {
  if (windows.length === 0 || asked.start >= asked.end) return 0;
  const covered = windowsAround(windows, timeZone, asked);
  const { starts, ends } = covered;
  let total = 0;
  for (let index = firstEndingAfter(covered, asked.start); index < starts.length; index++) {
    const start = starts[index] ?? asked.end;
    if (start >= asked.end) break;
    total += Math.min(ends[index] ?? 0, asked.end) - Math.max(start, asked.start);
  }
  return total;
}
