import type { LoanView } from '../../shared/loans/views.ts';
import { zonedText } from '../../shared/workshops/zonedText.ts';
import { bookingViews, type ReadingParts, type Viewer } from '../bookings/bookingViews.ts';
import { hoursOf } from '../bookings/facts.ts';
import type { KnownBooking } from '../bookings/knownBooking.ts';
import { bookingsWithin } from '../bookings/queries.ts';
import { waitingFor } from '../bookings/waiting/queries.ts';
import { type Machine, machineById } from '../machines/queries.ts';
import type { ViewsReader } from '../views/reader.ts';
import { workshopById } from '../workshops/queries.ts';
import { type Doors, dueTimes } from './handover.ts';
import { toolViews } from './toolViews.ts';

const MINUTE = 60_000;
const FAR_AHEAD = 366 * 86_400_000;

/** The doors of a tool's workshop as they are open to a member. */
export function doorsFor(views: ViewsReader, memberId: string, { workshopId }: Machine, now: number): Doors {
  const workshop = workshopById(views, workshopId);
  return {
    timeZone: workshop?.timeZone ?? 'UTC',
    openingHours: workshop?.openingHours ?? {
      visitor: [],
      member: [],
      host: [],
      steward: [],
      holidays: [],
    },
    hours: hoursOf(views, memberId, workshopId, now),
  };
}

/** From when on somebody else has it, after an instant; null where nobody has reserved it. */
export const takenAfter = (
  views: ViewsReader,
  machineId: string,
  after: number,
  except: string | null,
): number | null =>
  bookingsWithin(views, machineId, { start: after, end: after + FAR_AHEAD }).find(
    ({ bookingId, status }) => bookingId !== except && status !== 'completed',
  )?.start ?? null;

/** How long a tool is lent at a time, milliseconds; null: any time. */
export const longestLoan = ({ rules }: Machine): number | null =>
  rules.maximumDurationMinutes === null ? null : rules.maximumDurationMinutes * MINUTE;

/** Until when a renewal would reach; null where the rules allow none. */
function renewedUntil(
  views: ViewsReader,
  { bookingId, memberId, status, renewals, end }: KnownBooking,
  machine: Machine,
  now: number,
): number | null {
  if (status !== 'started' || renewals >= machine.rules.renewals) return null;
  const before = takenAfter(views, machine.machineId, end, bookingId);
  const reach = { longest: longestLoan(machine), before };
  return dueTimes(doorsFor(views, memberId, machine, now), end, reach).findLast((due) => due > now) ?? null;
}

/** Loans and reservations of tools, in the order given; bookings of machines are left out. */
export function loanViews(
  parts: ReadingParts,
  bookings: readonly KnownBooking[],
  viewer: Viewer,
): LoanView[] {
  const { views } = parts;
  const { now } = viewer;
  const lent = bookings.flatMap((booking) => {
    const machine = machineById(views, booking.machineId);
    const tool = machine && toolViews(views, [machine], viewer)[0];
    return machine && tool ? [{ booking, machine, tool }] : [];
  });
  const shown = bookingViews(
    parts,
    lent.map(({ booking }) => booking),
    viewer,
  );
  return lent.flatMap(({ booking, machine, tool }, index) => {
    const view = shown[index];
    if (!view) return [];
    const waitedFor = waitingFor(views, machine.machineId).some(
      ({ memberId }) => memberId !== booking.memberId,
    );
    const until = waitedFor ? null : renewedUntil(views, booking, machine, now);
    return [
      {
        booking: view,
        tool,
        overdue: booking.status === 'started' && booking.end <= now,
        renewedUntil: until === null ? null : zonedText(until, tool.timeZone),
        waitedFor,
      },
    ];
  });
}
