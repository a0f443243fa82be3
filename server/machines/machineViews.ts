import type { MachineSummary } from '../../shared/machines/views.ts';
import { isAllowed } from '../authorisation/policy.ts';
import { availabilityOf, currentOutage } from '../bookings/availability.ts';
import { outageViews, type Viewer } from '../bookings/bookingViews.ts';
import type { KnownOutage } from '../bookings/queries.ts';
import type { Parts } from '../parts.ts';
import type { Workshop } from '../workshops/queries.ts';
import type { Machine } from './queries.ts';

/** A machine with its answer to "can I use it now?" for the viewer. */
export function machineSummaryOf(
  { views, texts }: Pick<Parts, 'views' | 'texts'>,
  machine: Machine,
  { workshopId, name: workshopName, timeZone }: Workshop,
  viewer: Viewer,
): MachineSummary {
  const { requester, now } = viewer;
  const { revision: _, ...known } = machine;
  const reasonOf = ({ reasonId }: KnownOutage) =>
    isAllowed(views, requester, 'booking.readHolder', { workshopId }, now)
      ? (texts.of([reasonId]).get(reasonId) ?? null)
      : null;
  const outage = currentOutage(views, machine.machineId, now);
  return {
    ...known,
    workshopName,
    timeZone,
    outage: outage
      ? (outageViews({ views, texts }, [outage], timeZone, { requester, now })[0] ?? null)
      : null,
    availability: availabilityOf(views, machine.machineId, requester, now, reasonOf),
  };
}
