import type { BookingView } from '../../shared/bookings/views.ts';
import { zonedText } from '../../shared/workshops/zonedText.ts';
import { isAllowed } from '../authorisation/policy.ts';
import type { Requester } from '../http/route.ts';
import { machineById } from '../machines/queries.ts';
import type { Parts } from '../parts.ts';
import { workshopById } from '../workshops/queries.ts';
import type { KnownBooking } from './knownBooking.ts';

export type ReadingParts = Pick<Parts, 'views' | 'names' | 'texts'>;

/** Who looks, and when (UTC milliseconds). */
export interface Viewer {
  requester: Requester;
  now: number;
}

/** Remembers an answer for each key while one request is answered. */
export function once<Answer>(find: (key: string) => Answer): (key: string) => Answer {
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
export const belongsTo =
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
  const nameOf = names.of(
    new Set(
      shown.flatMap(({ memberId, supervisorId }) => [memberId, ...(supervisorId ? [supervisorId] : [])]),
    ),
  );
  const bodyOf = texts.of(
    shown.flatMap(({ purposeId, overridden }) => [purposeId ?? [], overridden?.reasonId ?? []].flat()),
  );
  const person = (memberId: string) => ({ memberId, name: nameOf.get(memberId) ?? null });
  const isShown = new Set(shown);

  return bookings.map((booking) => {
    const { bookingId, machineId, workshopId, memberId, purposeId, supervisorId, overridden } = booking;
    const timeZone = workshop(workshopId)?.timeZone ?? 'UTC';
    const open = isShown.has(booking);
    const wall = (instant: number | null) => (instant === null ? null : zonedText(instant, timeZone));
    return {
      bookingId,
      machineId,
      machineName: machine(machineId)?.name ?? '',
      machineKind: machine(machineId)?.kind ?? 'other',
      workshopId,
      workshopName: workshop(workshopId)?.name ?? '',
      timeZone,
      start: zonedText(booking.start, timeZone),
      end: zonedText(booking.end, timeZone),
      status: booking.status,
      mine: isMine(booking),
      holder: open ? person(memberId) : null,
      supervisor: open && supervisorId !== null ? person(supervisorId) : null,
      purpose: open && purposeId !== null ? (bodyOf.get(purposeId) ?? null) : null,
      awaits: open ? booking.awaits : [],
      answerBy: open ? wall(booking.answerBy) : null,
      startedAt: wall(booking.startedAt),
      stoppedAt: wall(booking.stoppedAt),
      estimated: booking.estimated,
      condition: open ? booking.condition : null,
      missing: open ? booking.missing : [],
      renewals: booking.renewals,
      seriesId: open ? booking.seriesId : null,
      overridden:
        open && overridden !== null
          ? { rules: overridden.rules, reason: bodyOf.get(overridden.reasonId) ?? null }
          : null,
      late: open && booking.late,
      marks: open ? booking.marks : [],
      over: booking.end <= now && booking.status !== 'started',
      revision: booking.revision,
    };
  });
}
