import type { z } from 'zod';
import type { heldStretch, ReservationView } from '../../shared/bookings/views.ts';
import type { OutageView } from '../../shared/machines/views.ts';
import { zonedText } from '../../shared/workshops/zonedText.ts';
import type { Parts } from '../parts.ts';
import { belongsTo, once, type Viewer } from './bookingViews.ts';
import { endOfOutage, type Hold, type Reservation } from './calendar.ts';
import { asDecided, type KnownOutage } from './outages/queries.ts';

/** Outages as the viewer may see them. `end`: returned, or expected back; null when nobody knows (any more). */
export function outageViews(
  parts: Pick<Parts, 'views' | 'texts'>,
  outages: readonly KnownOutage[],
  timeZone: string,
  viewer: Viewer,
): OutageView[] {
  const belongs = once(belongsTo(parts, viewer));
  const bodyOf = parts.texts.of(
    outages.flatMap(({ workshopId, reasonId }) => (reasonId && belongs(workshopId) ? [reasonId] : [])),
  );
  return outages.map((outage) => {
    const end = endOfOutage(asDecided(outage), viewer.now);
    return {
      outageId: outage.outageId,
      kind: outage.kind,
      start: zonedText(outage.start, timeZone),
      end: Number.isFinite(end) ? zonedText(end, timeZone) : null,
      reason: (outage.reasonId && bodyOf.get(outage.reasonId)) || null,
      revision: outage.revision,
    };
  });
}

/** What the workshop keeps for itself, as the viewer may see it: for what, only within the workshop. */
export function reservationViews(
  parts: Pick<Parts, 'views' | 'texts'>,
  reservations: readonly (Reservation & { purposeId: string })[],
  timeZone: string,
  viewer: Viewer,
): ReservationView[] {
  const belongs = once(belongsTo(parts, viewer));
  const bodyOf = parts.texts.of(
    reservations.filter(({ workshopId }) => belongs(workshopId)).map(({ purposeId }) => purposeId),
  );
  return reservations.map(({ reservationId, start, end, purposeId }) => ({
    reservationId,
    start: zonedText(start, timeZone),
    end: zonedText(end, timeZone),
    purpose: bodyOf.get(purposeId) ?? null,
  }));
}

/** Held slots: taken for now, and whether for the viewer. */
export function heldStretches(
  holds: readonly Hold[],
  timeZone: string,
  { requester }: Viewer,
): z.infer<typeof heldStretch>[] {
  return holds.map(({ holdId, memberId, start, end, until }) => ({
    holdId,
    start: zonedText(start, timeZone),
    end: zonedText(end, timeZone),
    until: zonedText(until, timeZone),
    mine: requester.kind === 'member' && requester.memberId === memberId,
  }));
}
