import type { CalendarEvent } from '../../shared/schemasOfEvents.ts';
import { type Decision, refused } from '../commands/decider.ts';
import type { Booking } from './agenda.ts';

export type CalendarDecision = Decision<CalendarEvent>;

export const iso = (instant: number): string => new Date(instant).toISOString();

/** What every event about a booking says of it. */
export const whose = ({ bookingId, workshopId, memberId }: Booking, machineId: string) => ({
  bookingId,
  machineId,
  workshopId,
  memberId,
});

/** Nothing can be done with a booking that the calendar has let go of. */
export const forgotten = (): CalendarDecision => refused({ rule: 'ended', message: 'This booking is over.' });
