import type { WorkshopDay } from '../../shared/bookings/views.ts';
import type { OpeningHours } from '../../shared/workshops/openingHours.ts';
import { zonedText } from '../../shared/workshops/zonedText.ts';
import { openStretches } from './openStretches.ts';
import type { HoursKey } from './slot.ts';

interface Place {
  timeZone: string;
  openingHours: OpeningHours;
}

/** Today on the workshop's calendar, `2026-11-22`. */
export function today(timeZone: string, now: number): string {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The workshop's calendar days from a date on, and the instants (UTC milliseconds) where they begin and end. */
export function workshopDays(
  { timeZone, openingHours }: Place,
  hours: readonly HoursKey[],
  from: string,
  count: number,
): { days: WorkshopDay[]; start: number; end: number } {
  const first = Temporal.PlainDate.from(from);
  const midnight = (index: number) => first.add({ days: index }).toZonedDateTime(timeZone).epochMilliseconds;
  const days = Array.from({ length: count }, (_, index): WorkshopDay => {
    const date = first.add({ days: index }).toString();
    const bounds = { start: midnight(index), end: midnight(index + 1) };
    return {
      date,
      start: zonedText(bounds.start, timeZone),
      end: zonedText(bounds.end, timeZone),
      open: openStretches(openingHours, hours, timeZone, bounds).map(({ start, end }) => ({
        start: zonedText(start, timeZone),
        end: zonedText(end, timeZone),
      })),
      holiday: openingHours.holidays.find((holiday) => holiday.date === date)?.name ?? null,
    };
  });
  return { days, start: midnight(0), end: midnight(count) };
}
