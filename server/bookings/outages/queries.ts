import { type OutageKind, outageKind } from '../../../shared/bookings/events.ts';
import type { ViewsReader } from '../../views/reader.ts';
import { endOfOutage, type Outage } from '../calendar.ts';
import { type OutageRow, outages } from './projection.ts';

/** An outage as the views have it; instants in UTC milliseconds. */
export type KnownOutage = Omit<OutageRow, 'startsAt' | 'kind'> & { start: number; kind: OutageKind };

export function outageById(views: ViewsReader, outageId: string): KnownOutage | null {
  const row = views.byKey(outages, outageId);
  return row ? outageOf(row) : null;
}

/**
 * Outages of a machine that share an instant with `[start, end)`, by start. One that is not returned reaches to its
 * expected end while that lies ahead of `now`, else it has no end yet.
 */
export function outagesWithin(
  views: ViewsReader,
  machineId: string,
  { start, end }: { start: number; end: number },
  now: number,
): KnownOutage[] {
  const where = 'where machineId = ? and startsAt < ? and (returnedAt is null or returnedAt > ?)';
  return views
    .all(outages, `${where} order by startsAt, outageId`, machineId, end, start)
    .map(outageOf)
    .filter((outage) => {
      const until = endOfOutage(asDecided(outage), now);
      return until > start && until > outage.start;
    });
}

/** Outages of a machine that nobody has ended, planned ones too, by start. */
export function standingOutagesOf(views: ViewsReader, machineId: string): KnownOutage[] {
  const where = 'where machineId = ? and returnedAt is null order by startsAt, outageId';
  return views.all(outages, where, machineId).map(outageOf);
}

/** Outages that should be over by now, and from which nobody has returned the machine. */
export function overdueOutages(views: ViewsReader, now: number): KnownOutage[] {
  return views.all(outages, 'where returnedAt is null and expectedEnd <= ?', now).map(outageOf);
}

/** The outage as the rules see it. */
export function asDecided({ outageId, workshopId, kind, start, ...outage }: KnownOutage): Outage {
  const { expectedEnd, returnedAt, revision } = outage;
  return returnedAt === null
    ? { status: 'declared', outageId, workshopId, kind, start, expectedEnd, revision }
    : { status: 'returned', outageId, kind, start, end: returnedAt, revision };
}

const outageOf = ({ startsAt, ...row }: OutageRow): KnownOutage => ({
  ...row,
  kind: outageKind.parse(row.kind),
  start: startsAt,
});
