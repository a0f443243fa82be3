import { markBehindOverdueOutages, settleBookings } from './bookings/duties.ts';
import { tellMaintenanceDue } from './machines/care/duties.ts';
import { mailWeek, tellByTheClock } from './notices/duties.ts';
import type { WeeklyParts } from './notices/weekly.ts';
import type { Duty } from './timers/duty.ts';

/** Every context's periodic duties. */
export const dutiesOf = (parts: Omit<WeeklyParts, 'views'>): readonly Duty[] => [
  settleBookings,
  markBehindOverdueOutages,
  tellMaintenanceDue,
  tellByTheClock,
  mailWeek(parts),
];
