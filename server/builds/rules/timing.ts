import type { Objection } from '../../../shared/bookings/rules.ts';

const DAY = 86_400_000;
/** Clocks of telephones go ahead by as much. */
const AHEAD = 5 * 60_000;
/** What is older is no late news any more, but a slip of the finger. */
const BACK = 366 * DAY;

/** When something happened that is told now: a clock that goes ahead is put right. UTC milliseconds in, instant out. */
export const happenedAt = (at: number | null, now: number): string =>
  new Date(Math.min(at ?? now, now)).toISOString();

/** What stands against the time at which something is said to have happened. */
export function againstTime(at: number | null, now: number): Objection[] {
  if (at === null) return [];
  if (at > now + AHEAD) {
    return [{ rule: 'future', message: 'What has not happened yet cannot be written down.' }];
  }
  return at < now - BACK ? [{ rule: 'tooLongAgo', message: 'That is more than a year ago.' }] : [];
}
