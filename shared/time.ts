import { z } from 'zod';

const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

/** An instant with its offset, between the years 2000 and 2199. */
export const instant = z.iso.datetime({ offset: true }).refine((text) => {
  const milliseconds = Date.parse(text);
  return milliseconds >= EARLIEST && milliseconds < LATEST;
}, 'must lie between the years 2000 and 2199');

/** An instant with the workshop's wall time and offset, so that a client needs no zone data: `2026-11-22T18:00:00+01:00`. */
export const zonedInstant = z.iso.datetime({ offset: true });

/** A calendar day, `2026-11-22`. */
export const calendarDate = z.iso
  .date()
  .refine((text) => text >= '2000-01-01' && text < '2200-01-01', 'must lie between the years 2000 and 2199');

/** A wall-clock time, `18:30`. */
export const wallTime = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, 'must look like 18:30');

/** A closing time: a wall-clock time, or `24:00` for the end of the day. */
export const closingTime = z.union([wallTime, z.literal('24:00')]);

/** An IANA time zone, as the runtime knows it; never an offset. */
export const timeZone = z
  .string()
  .max(64)
  .refine((name) => {
    if (!/^[A-Za-z]/.test(name)) return false;
    try {
      new Intl.DateTimeFormat('en', { timeZone: name });
      return true;
    } catch {
      return false;
    }
  }, 'is not a time zone such as Europe/Berlin');

/** A half-open interval `[start, end)`: back to back is allowed. */
export const interval = z.strictObject({ start: instant, end: instant });
export type Interval = z.infer<typeof interval>;
