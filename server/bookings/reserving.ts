import { accepted, refused } from '../commands/decider.ts';
import type { Calendar } from './calendar.ts';
import type { LiftReservation, ReserveTime } from './calendarCommands.ts';
import { type CalendarDecision, iso } from './decision.ts';
import type { CalendarFacts } from './slot.ts';

/**
 * Keeps the machine for the workshop: no personal quota is asked, and it stands beside whatever is booked, which is
 * marked. Given again, nothing happens.
 */
export function reserve(
  { reservationId, machineId, workshopId, memberId, start, end, purposeId }: ReserveTime,
  { reservations }: Calendar,
  { now }: CalendarFacts,
): CalendarDecision {
  if (reservations.some((one) => one.reservationId === reservationId)) return accepted();
  if (start >= end) {
    return refused({ rule: 'interval', message: 'A reservation has to start before it ends.' });
  }
  if (end <= now) return refused({ rule: 'past', message: 'This time is already past.' });
  const times = { start: iso(start), end: iso(end) };
  return accepted({
    type: 'TimeReserved',
    data: { reservationId, machineId, workshopId, ...times, purposeId, reservedBy: memberId },
  });
}

export function lift(
  { reservationId, machineId }: LiftReservation,
  { reservations }: Calendar,
  { now }: CalendarFacts,
): CalendarDecision {
  const reservation = reservations.find((one) => one.reservationId === reservationId);
  if (!reservation || reservation.end <= now) {
    return refused({ rule: 'ended', message: 'This reservation is over, or has been lifted already.' });
  }
  const { workshopId } = reservation;
  return accepted({ type: 'ReservationLifted', data: { reservationId, machineId, workshopId } });
}
