import type { ViewsReader } from '../views/reader.ts';
import { bookings } from './projection.ts';

const HOUR = 3_600_000;

/**
 * How long a machine was in use between two instants (UTC milliseconds), in hours: the length of its sessions, side by
 * side ones added up. `assumed`: nobody checks in, so what was booked counts as used.
 */
export function hoursOfUse(
  views: ViewsReader,
  machineId: string,
  { from, to, assumed }: { from: number; to: number; assumed: boolean },
): number {
  const statuses = assumed ? "'placed', 'started', 'completed'" : "'started', 'completed'";
  // What runs past its planned end is still in use.
  const where = `where machineId = ? and (endsAt > ? or status = 'started') and startsAt < ? and status in (${statuses})`;
  let milliseconds = 0;
  for (const row of views.all(bookings, where, machineId, from, to)) {
    const start = Math.max(from, row.startedAt ?? row.startsAt);
    const end = row.status === 'started' ? to : Math.min(to, row.stoppedAt ?? row.endsAt);
    milliseconds += Math.max(0, end - start);
  }
  return milliseconds / HOUR;
}
