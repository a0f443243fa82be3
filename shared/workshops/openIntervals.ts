import type { Role } from '../roles.ts';
import type { HoursOfRole, OpeningHours } from './openingHours.ts';

// Server only: `Temporal` is not in every browser that the program serves.

/** A half-open stretch of time, UTC milliseconds since 1970. */
export interface Stretch {
  start: number;
  end: number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;

/** A stretch of time with one offset from UTC; `offset` in milliseconds, wall time = UTC + offset. */
interface OffsetSegment extends Stretch {
  offset: number;
}

/**
 * When the doors are open: every instant whose time on the workshop's wall clock lies within an opening of that
 * weekday. So a skipped hour is never open, and a doubled hour counts twice. Merged, in order, cut to [from, to).
 */
export function openIntervals(
  hours: HoursOfRole,
  holidays: OpeningHours['holidays'],
  timeZone: string,
  fromMs: number,
  toMs: number,
): Stretch[] {
  if (fromMs >= toMs) return [];
  if (hours === 'always') return [{ start: fromMs, end: toMs }];
  if (hours.length === 0) return [];
  const week: Stretch[][] = [[], [], [], [], [], [], []];
  for (const { weekday, opens, closes } of hours) {
    week[weekday - 1]?.push({ start: minutesOf(opens) * MINUTE, end: minutesOf(closes) * MINUTE });
  }
  const closedDays = new Set(holidays.map(({ date }) => Date.parse(date) / DAY));
  const open: Stretch[] = [];
  for (const segment of offsetSegments(timeZone, fromMs, toMs)) {
    // Within one offset, wall time is UTC moved by a constant: days and weekdays are plain arithmetic.
    const lastDay = Math.floor((segment.end - 1 + segment.offset) / DAY);
    for (let day = Math.floor((segment.start + segment.offset) / DAY); day <= lastDay; day++) {
      if (closedDays.has(day)) continue;
      const midnight = day * DAY - segment.offset;
      for (const opening of week[mondayFirst(day)] ?? []) {
        const start = Math.max(midnight + opening.start, segment.start);
        const end = Math.min(midnight + opening.end, segment.end);
        if (start < end) open.push({ start, end });
      }
    }
  }
  return merged(open);
}

/** When at least one of the roles is let in. A trainer has a member's hours. */
export function openIntervalsOfRoles(
  openingHours: OpeningHours,
  roles: readonly Role[],
  timeZone: string,
  fromMs: number,
  toMs: number,
): Stretch[] {
  const named = new Set(roles.map((role) => (role === 'trainer' ? 'member' : role)));
  const open: Stretch[] = [];
  for (const role of named) {
    open.push(...openIntervals(openingHours[role], openingHours.holidays, timeZone, fromMs, toMs));
  }
  return named.size > 1 ? merged(open) : open;
}

/** Whether it is open at an instant, and when that changes (within 400 days; null when it does not). */
export function openState(
  hours: HoursOfRole,
  holidays: OpeningHours['holidays'],
  timeZone: string,
  nowMs: number,
): { open: boolean; changesAt: number | null } {
  let open = false;
  for (const days of [8, 60, 400]) {
    const horizon = nowMs + days * DAY;
    const first = openIntervals(hours, holidays, timeZone, nowMs, horizon)[0];
    if (!first) continue;
    open = first.start === nowMs;
    const changesAt = open ? first.end : first.start;
    if (changesAt < horizon) return { open, changesAt };
  }
  return { open, changesAt: null };
}

/** Sorts and joins stretches that touch or overlap. */
function merged(stretches: Stretch[]): Stretch[] {
  const inOrder = stretches.toSorted((a, b) => a.start - b.start);
  const joined: Stretch[] = [];
  for (const stretch of inOrder) {
    const last = joined.at(-1);
    if (last && stretch.start <= last.end) last.end = Math.max(last.end, stretch.end);
    else joined.push({ ...stretch });
  }
  return joined;
}

function offsetSegments(timeZone: string, fromMs: number, toMs: number): OffsetSegment[] {
  const segments: OffsetSegment[] = [];
  let zoned = Temporal.Instant.fromEpochMilliseconds(fromMs).toZonedDateTimeISO(timeZone);
  for (let start = fromMs; start < toMs; ) {
    const next = zoned.getTimeZoneTransition('next');
    const end = next ? Math.min(next.epochMilliseconds, toMs) : toMs;
    segments.push({ start, end, offset: zoned.offsetNanoseconds / 1e6 });
    if (next) zoned = next;
    start = end;
  }
  return segments;
}

/** 1970-01-01 was a Thursday. */
const mondayFirst = (day: number) => (((day + 3) % 7) + 7) % 7;

const minutesOf = (wallTime: string) => Number(wallTime.slice(0, 2)) * 60 + Number(wallTime.slice(3, 5));
