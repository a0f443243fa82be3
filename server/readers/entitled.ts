import type { GrantContent } from '../../shared/readers/views.ts';
import type { Badges } from '../accounts/badges.ts';
import type { GrantKeys } from '../accounts/grantKeys.ts';
import { againstStarting, entitlement } from '../bookings/entitlement.ts';
import { bookingsWithin } from '../bookings/queries.ts';
import { EARLY_START } from '../bookings/starting.ts';
import { uuidv5 } from '../commands/identity.ts';
import { memberIdsIn } from '../members/queries.ts';
import type { ViewsReader } from '../views/reader.ts';
import type { Reader } from './queries.ts';

/** A reader that has not been online for so long lets nobody start any more. Milliseconds. */
export const GRANTED_FOR = 12 * 3_600_000;
const SECOND = 1_000;

interface Window {
  memberId: string;
  bookingId: string | null;
  from: number;
  until: number;
}

/** When whom a machine's reader may let start in the next hours: with a booking, or as a walk-up from now on. */
function windowsOf(
  views: ViewsReader,
  machineId: string,
  workshopId: string,
  members: string[],
  now: number,
) {
  const end = now + GRANTED_FOR;
  const windows: Window[] = [];
  const booked = bookingsWithin(views, machineId, { start: now, end });
  for (const booking of booked) {
    const { bookingId, memberId, status, start } = booking;
    const counts =
      status === 'started' || (status === 'placed' && againstStarting(views, booking, now).length === 0);
    if (!counts) continue;
    windows.push({ memberId, bookingId, from: Math.max(now, start - EARLY_START), until: booking.end });
  }
  for (const memberId of members) {
    const how = { via: 'reader', accompanied: false } as const;
    const found = entitlement(views, { machineId, workshopId, memberId }, now, how);
    if (found.granted && found.bookingId === null)
      windows.push({ memberId, bookingId: null, from: now, until: found.until });
  }
  return windows;
}

/**
 * The signed grants of a reader: whoever may start one of its machines within twelve hours, as far as is known now.
 * Machines that are never used alone are left out where nobody has booked them: offline nobody looks who else is there.
 */
export function grantsFor(
  { views, badges, keys }: { views: ViewsReader; badges: Pick<Badges, 'numbersOf'>; keys: GrantKeys },
  reader: Reader,
  now: number,
): string[] {
  const { readerId, workshopId } = reader;
  const known = Map.groupBy(
    badges.numbersOf(memberIdsIn(views, workshopId, now)),
    ({ memberId }) => memberId,
  );
  return reader.machineIds.flatMap((machineId) =>
    windowsOf(views, machineId, workshopId, [...known.keys()], now).flatMap((window) =>
      (known.get(window.memberId) ?? []).map(({ number }) => {
        const badge = keys.badgeHash(readerId, number);
        const about = [machineId, badge, window.bookingId, window.from, window.until].join(' ');
        const content: GrantContent = {
          v: 1,
          id: uuidv5(about, readerId),
          reader: readerId,
          machine: machineId,
          member: window.memberId,
          badge,
          booking: window.bookingId,
          from: Math.floor(window.from / SECOND),
          until: Math.floor(window.until / SECOND),
          exp: Math.floor((now + GRANTED_FOR) / SECOND),
        };
        return keys.sign(content);
      }),
    ),
  );
}
