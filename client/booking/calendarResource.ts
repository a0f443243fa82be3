import { z } from 'zod';
import { bookingView, workshopDay } from '../../shared/bookings/views.ts';
import { outageView } from '../../shared/machines/views.ts';

/** What `GET /api/machines/{machineId}/calendar` tells that is needed here; it says more about the machine. */
export const machineCalendar = z.object({
  days: z.array(workshopDay),
  bookings: z.array(bookingView),
  outages: z.array(outageView),
});
export type MachineCalendar = z.infer<typeof machineCalendar>;

/** `from` is a date of the workshop, `2026-11-22`; 1 to 42 days. */
export const calendarPath = (machineId: string, from: string, days: number): string =>
  `/api/machines/${machineId}/calendar?from=${from}&days=${days}`;
