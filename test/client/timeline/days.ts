import { type WallDay, wallDay } from '../../../client/timeline/wallDay.ts';
import type { WorkshopDay } from '../../../shared/bookings/views.ts';

/** Berlin: 29 March 2026 has 23 hours, 25 October 2026 has 25. Open from nine to twenty-two. */
export const berlinDay = (date: string, startOffset: string, endOffset: string): WorkshopDay => {
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return {
    date,
    start: `${date}T00:00:00${startOffset}`,
    end: `${next}T00:00:00${endOffset}`,
    open: [{ start: `${date}T09:00:00${endOffset}`, end: `${date}T22:00:00${endOffset}` }],
    holiday: null,
  };
};

const read = (day: WorkshopDay): WallDay => wallDay(day, 'Europe/Berlin');

export const ordinaryDay = read(berlinDay('2026-11-22', '+01:00', '+01:00'));
export const shortDay = read(berlinDay('2026-03-29', '+01:00', '+02:00'));
export const longDay = read(berlinDay('2026-10-25', '+02:00', '+01:00'));
