import type { KitPieceView, ToolView } from '../../shared/loans/views.ts';
import { isBorrowed } from '../../shared/machines/words.ts';
import { zonedText } from '../../shared/workshops/zonedText.ts';
import { currentOutage } from '../bookings/availability.ts';
import type { Viewer } from '../bookings/bookingViews.ts';
import type { KnownBooking } from '../bookings/knownBooking.ts';
import { bookingsWithin, runningOn } from '../bookings/queries.ts';
import { withoutWithdrawn } from '../files/queries.ts';
import { kitsWith, type Machine } from '../machines/queries.ts';
import type { ViewsReader } from '../views/reader.ts';
import { workshopById } from '../workshops/queries.ts';
import { missingOf } from './queries.ts';

const DAY = 86_400_000;
/** How far ahead somebody's reservation is worth telling. */
const TOLD_AHEAD = 62 * DAY;

/** What is with somebody now: the loans of a tool itself, or of the kit that it went along with. */
function awayWith(views: ViewsReader, machine: Machine): KnownBooking[] {
  const own = runningOn(views, machine.machineId);
  if (own.length >= machine.capacity || machine.kind !== 'tool') {
    return own.length >= machine.capacity ? own : [];
  }
  return kitsWith(views, machine).flatMap(({ machineId }) => runningOn(views, machineId));
}

function contentsOf(views: ViewsReader, { machineId, kind, contents }: Machine): KitPieceView[] {
  const missing = missingOf(views, machineId);
  const isOut = kind === 'kit' && runningOn(views, machineId).length > 0;
  return contents.map((piece) => ({
    ...piece,
    missing: missing.includes(piece.name),
    lentAlone: !isOut && piece.toolId !== null && runningOn(views, piece.toolId).length > 0,
  }));
}

/** Reservations of others that begin next, or that nobody has collected yet, by start. */
export const reservedNext = (
  views: ViewsReader,
  machineId: string,
  now: number,
  memberId: string | null,
): KnownBooking[] =>
  bookingsWithin(views, machineId, { start: now, end: now + TOLD_AHEAD }).filter(
    (booking) =>
      booking.status !== 'started' && booking.status !== 'completed' && booking.memberId !== memberId,
  );

/** Tools and kits as a viewer sees them: on the shelf or when back, and what a kit lacks. Others' names are not among it. */
export function toolViews(views: ViewsReader, machines: readonly Machine[], viewer: Viewer): ToolView[] {
  const { requester, now } = viewer;
  const memberId = requester.kind === 'member' ? requester.memberId : null;
  return machines.flatMap((machine) => {
    const { machineId, workshopId, kind, retired, tier, lentBy } = machine;
    const workshop = workshopById(views, workshopId);
    if (!workshop || !isBorrowed(kind)) return [];
    const { timeZone } = workshop;
    const away = awayWith(views, machine);
    const outage = currentOutage(views, machineId, now);
    const due = away.length === 0 ? null : Math.min(...away.map(({ end }) => end));
    const next = reservedNext(views, machineId, now, memberId)[0];
    const back = due ?? outage?.expectedEnd ?? null;
    const { labelCode, name, maker, model, area } = machine;
    const contents = contentsOf(views, machine);
    return [
      {
        machineId,
        workshopId,
        workshopName: workshop.name,
        timeZone,
        labelCode,
        name,
        kind,
        maker,
        model,
        area,
        photographs: withoutWithdrawn(views, machine.photographs),
        tier,
        lentByMe: lentBy !== null && lentBy === memberId,
        state: retired ? ('atHome' as const) : away.length > 0 ? 'out' : outage ? 'outOfOrder' : 'in',
        back: back === null ? null : zonedText(back, timeZone),
        overdue: due !== null && due <= now,
        withMe: memberId !== null && away.some((loan) => loan.memberId === memberId),
        nextReserved: next ? zonedText(next.start, timeZone) : null,
        contents,
        missing: contents.filter((piece) => piece.missing).map((piece) => piece.name),
      },
    ];
  });
}
