import type { MachineSummary, MachineView } from '../../shared/machines/views.ts';
import { isAllowed } from '../authorisation/policy.ts';
import { availabilityOf, currentOutage } from '../bookings/availability.ts';
import type { Viewer } from '../bookings/bookingViews.ts';
import type { KnownOutage } from '../bookings/outages/queries.ts';
import { outageViews } from '../bookings/takenViews.ts';
import { withoutWithdrawn } from '../files/queries.ts';
import type { Parts } from '../parts.ts';
import type { Workshop } from '../workshops/queries.ts';
import type { Machine } from './queries.ts';

/** A machine with its answer to "can I use it now?" for the viewer. */
export function machineSummaryOf(
  { views, texts, names }: Pick<Parts, 'views' | 'texts' | 'names'>,
  machine: Machine,
  { workshopId, name: workshopName, timeZone }: Workshop,
  viewer: Viewer,
): MachineSummary {
  const { requester, now } = viewer;
  const { revision: _, lentBy: _lender, manual: _manual, ...known } = machine;
  const belongs = () => isAllowed(views, requester, 'booking.readHolder', { workshopId }, now);
  const nameOf = (memberId: string) => (belongs() ? (names.of([memberId]).get(memberId) ?? null) : null);
  const reasonOf = ({ reasonId }: KnownOutage) =>
    reasonId !== null && belongs() ? (texts.of([reasonId]).get(reasonId) ?? null) : null;
  const outage = currentOutage(views, machine.machineId, now);
  return {
    ...known,
    photographs: withoutWithdrawn(views, known.photographs),
    workshopName,
    timeZone,
    outage: outage
      ? (outageViews({ views, texts }, [outage], timeZone, { requester, now })[0] ?? null)
      : null,
    availability: availabilityOf(views, machine.machineId, requester, now, { reasonOf, nameOf }),
  };
}

/** Whose it is, where a member lends it: told to those of the workshop. */
export function lenderOf(
  { views, names }: Pick<Parts, 'views' | 'names'>,
  { workshopId, lentBy }: Machine,
  { requester, now }: Viewer,
): MachineView['lentBy'] {
  if (lentBy === null || !isAllowed(views, requester, 'appointments.read', { workshopId }, now)) return null;
  return { memberId: lentBy, name: names.of([lentBy]).get(lentBy) ?? null };
}
