import type { BookingView } from '../../shared/bookings/views.ts';
import type { OutageView } from '../../shared/machines/views.ts';
import { zonedText } from '../../shared/workshops/zonedText.ts';
import { isAllowed } from '../authorisation/policy.ts';
import type { Requester } from '../http/route.ts';
import { machineById } from '../machines/queries.ts';
import type { Parts } from '../parts.ts';
import { workshopById } from '../workshops/queries.ts';
import { endOfOutage } from './calendar.ts';
import { asDecided, type KnownBooking, type KnownOutage } from './queries.ts';

export type ReadingParts = Pick<Parts, 'views' | 'names' | 'texts'>;

/** Who looks, and when (UTC milliseconds). */
export interface Viewer {
  requester: Requester;
  now: number;
}

/** Remembers an answer for each key while one request is answered. */
function once<Answer>(find: (key: string) => Answer): (key: string) => Answer {
  const known = new Map<string, Answer>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const answer = find(key);
    known.set(key, answer);
    return answer;
  };
}

/** Whether the viewer belongs to a workshop: only then names, purposes and reasons are shown. */
const belongsTo =
  ({ views }: Pick<Parts, 'views'>, { requester, now }: Viewer) =>
  (workshopId: string) =>
    isAllowed(views, requester, 'booking.readHolder', { workshopId }, now);

/** Bookings as the viewer may see them; wall times of their workshops. Holder and purpose for its people only. */
export function bookingViews(
  parts: ReadingParts,
  bookings: readonly KnownBooking[],
  viewer: Viewer,
): BookingView[] {
  const { views, names, texts } = parts;
  const { requester, now } = viewer;
  const belongs = once(belongsTo(parts, viewer));
  const machine = once((machineId) => machineById(views, machineId));
  const workshop = once((workshopId) => workshopById(views, workshopId));
  const isMine = ({ memberId }: KnownBooking) =>
    requester.kind === 'member' && requester.memberId === memberId;
  const shown = bookings.filter((booking) => isMine(booking) || belongs(booking.workshopId));
  const nameOf = names.of(new Set(shown.map(({ memberId }) => memberId)));
  const bodyOf = texts.of(shown.flatMap(({ purposeId }) => purposeId ?? []));
  const isShown = new Set(shown);

  return bookings.map((booking) => {
    const { bookingId, machineId, workshopId, memberId, start, end, status, purposeId, revision } = booking;
    const timeZone = workshop(workshopId)?.timeZone ?? 'UTC';
    const open = isShown.has(booking);
    return {
      bookingId,
      machineId,
      machineName: machine(machineId)?.name ?? '',
      workshopId,
      workshopName: workshop(workshopId)?.name ?? '',
      timeZone,
      start: zonedText(start, timeZone),
      end: zonedText(end, timeZone),
      status,
      mine: isMine(booking),
      holder: open ? { memberId, name: nameOf.get(memberId) ?? null } : null,
      purpose: open && purposeId !== null ? (bodyOf.get(purposeId) ?? null) : null,
      marks: open ? booking.marks : [],
      over: end <= now,
      revision,
    };
  });
}

/** Outages as the viewer may see them. `end`: returned, or expected back; null when nobody knows (any more). */
export function outageViews(
  parts: Pick<Parts, 'views' | 'texts'>,
  outages: readonly KnownOutage[],
  timeZone: string,
  viewer: Viewer,
): OutageView[] {
  const belongs = once(belongsTo(parts, viewer));
  const bodyOf = parts.texts.of(
    outages.filter(({ workshopId }) => belongs(workshopId)).map(({ reasonId }) => reasonId),
  );
  return outages.map((outage) => {
    const end = endOfOutage(asDecided(outage), viewer.now);
    return {
      outageId: outage.outageId,
      start: zonedText(outage.start, timeZone),
      end: Number.isFinite(end) ? zonedText(end, timeZone) : null,
      reason: bodyOf.get(outage.reasonId) ?? null,
      revision: outage.revision,
    };
  });
}
