import { authorise } from '../authorisation/policy.ts';
import { HttpProblem } from '../http/problem.ts';
import type { Requester } from '../http/route.ts';
import type { ViewsReader } from '../views/reader.ts';
import type { KnownBooking } from './knownBooking.ts';
import { bookingById } from './queries.ts';

/**
 * The booking of a request that changes it: one's own, or anybody's where one is a steward.
 * @throws {HttpProblem} not-found (also for a booking of another machine), not-signed-in, forbidden
 */
export function enterBooking(
  views: ViewsReader,
  request: { params: { machineId: string; bookingId: string }; requester: Requester; now: number },
): KnownBooking {
  const { requester, now } = request;
  const booking = bookingOf(views, request.params);
  const own = requester.kind === 'member' && requester.memberId === booking.memberId;
  const { workshopId } = booking;
  authorise(views, requester, own ? 'booking.change' : 'booking.changeAny', { workshopId, own }, now);
  return booking;
}

/** @throws {HttpProblem} not-found */
export function bookingOf(
  views: ViewsReader,
  { machineId, bookingId }: { machineId: string; bookingId: string },
): KnownBooking {
  const booking = bookingById(views, bookingId);
  if (booking?.machineId !== machineId) throw new HttpProblem('not-found', 'There is no such booking.');
  return booking;
}
