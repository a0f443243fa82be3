import type { Objection } from '../../shared/bookings/rules.ts';

const MINUTE = 60_000;
/** Clocks of phones go ahead of ours. */
const AHEAD = 5 * MINUTE;
const YEAR = 366 * 24 * 60 * MINUTE;

/** What stands against a time at which something is said to have been done. */
export function objectionsToTime(at: string, now: number): Objection[] {
  const instant = Date.parse(at);
  if (instant > now + AHEAD) return [{ rule: 'future', message: 'That has not happened yet.' }];
  if (instant < now - YEAR) return [{ rule: 'longAgo', message: 'That is more than a year ago.' }];
  return [];
}
