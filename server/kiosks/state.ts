import type { KioskMachine } from '../../shared/kiosks/views.ts';
import { zonedText } from '../../shared/workshops/zonedText.ts';
import { currentOutage } from '../bookings/availability.ts';
import { endOfOutage } from '../bookings/calendar.ts';
import { asDecided } from '../bookings/outages/queries.ts';
import { bookingsWithin, runningOn } from '../bookings/queries.ts';
import { type Machine, machinesOf } from '../machines/queries.ts';
import type { ViewsReader } from '../views/reader.ts';
import type { Workshop } from '../workshops/queries.ts';

/** How far ahead the next booking is of interest to somebody who stands there. Milliseconds. */
const LOOKED_AHEAD = 12 * 3_600_000;

/** What every machine of a workshop is doing, for everybody's eyes. Tools are not shown: they lie on a shelf. */
export function kioskMachines(
  views: ViewsReader,
  { workshopId, timeZone }: Workshop,
  now: number,
): KioskMachine[] {
  return machinesOf(views, workshopId)
    .filter(({ retired, kind }) => !retired && kind !== 'tool' && kind !== 'kit')
    .map((machine) => {
      const { machineId, name, kind } = machine;
      return { machineId, name, kind, state: stateOf(views, machine, timeZone, now) };
    });
}

function stateOf(
  views: ViewsReader,
  { machineId, capacity }: Machine,
  timeZone: string,
  now: number,
): KioskMachine['state'] {
  const wall = (instant: number) => zonedText(instant, timeZone);
  const outage = currentOutage(views, machineId, now);
  if (outage) {
    const until = endOfOutage(asDecided(outage), now);
    return { is: 'out', kind: outage.kind, until: Number.isFinite(until) ? wall(until) : null };
  }
  const running = runningOn(views, machineId);
  const earliest = (ends: readonly { end: number }[]) => Math.min(...ends.map(({ end }) => end));
  if (running.length >= capacity) return { is: 'inUse', until: wall(earliest(running)) };
  const taken = bookingsWithin(views, machineId, { start: now, end: now + LOOKED_AHEAD });
  const current = taken.filter(({ start, status }) => start <= now && status !== 'completed');
  if (current.length >= capacity) return { is: 'booked', until: wall(earliest(current)) };
  const next = taken.find(({ start }) => start > now);
  return { is: 'free', until: next ? wall(next.start) : null };
}
