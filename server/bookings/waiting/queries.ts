import type { ViewsReader } from '../../views/reader.ts';
import type { Hold, Reservation } from '../calendar.ts';
import { type HoldRow, holds, type ReservationRow, reservations, type WaitRow, waits } from './projection.ts';

/** The line before a machine, the first first. */
export function waitingFor(views: ViewsReader, machineId: string): WaitRow[] {
  return views.all(waits, 'where machineId = ? order by place', machineId);
}

/** What a member waits for. */
export function waitsOf(views: ViewsReader, memberId: string): WaitRow[] {
  return views.all(waits, 'where memberId = ? order by wantedFrom, waitId', memberId);
}

/** Holds of a machine that are still in force and touch `[start, end)`. */
export function holdsWithin(
  views: ViewsReader,
  machineId: string,
  { start, end }: { start: number; end: number },
  now: number,
): Hold[] {
  const where = 'where machineId = ? and endsAt > ? and startsAt < ? and until > ?';
  return views.all(holds, `${where} order by startsAt, holdId`, machineId, start, end, now).map(holdOf);
}

/** Slots held for a member now. */
export function holdsOf(views: ViewsReader, memberId: string, now: number): (Hold & { machineId: string })[] {
  return views
    .all(holds, 'where memberId = ? and until > ? order by until, holdId', memberId, now)
    .map((row) => ({ ...holdOf(row), machineId: row.machineId }));
}

/** What the workshop keeps for itself of a machine in `[start, end)`, with its purpose. */
export function reservationsWithin(
  views: ViewsReader,
  machineId: string,
  { start, end }: { start: number; end: number },
): (Reservation & { purposeId: string; changedAt: number })[] {
  const where = 'where machineId = ? and endsAt > ? and startsAt < ?';
  return views
    .all(reservations, `${where} order by startsAt, reservationId`, machineId, start, end)
    .map(reservationOf);
}

/** Machines with a hold that ran out, or a wish that came to nothing. */
export function machinesWithHoldDue(views: ViewsReader, now: number): string[] {
  const ranOut = views.all(holds, 'where until <= ?', now);
  const inVain = views.all(
    waits,
    'where wantedTo - minutes * 60000 < ? and waitId not in (select waitId from holds)',
    now,
  );
  return [...ranOut, ...inVain].map(({ machineId }) => machineId);
}

const holdOf = ({ startsAt, endsAt, machineId: _, ...row }: HoldRow): Hold => ({
  ...row,
  start: startsAt,
  end: endsAt,
});

const reservationOf = ({ startsAt, endsAt, machineId: _, ...row }: ReservationRow) => ({
  ...row,
  start: startsAt,
  end: endsAt,
});
