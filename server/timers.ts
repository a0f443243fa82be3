import { settleBookings } from './bookings/duties.ts';
import { tellMaintenanceDue } from './machines/care/duties.ts';
import type { Duty } from './timers/duty.ts';

/** Every context's periodic duties. */
export const duties: readonly Duty[] = [settleBookings, tellMaintenanceDue];
