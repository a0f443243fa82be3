import { isBorrowed } from '../../shared/machines/words.ts';
import { bookingsStarting, type KnownEntry, runningUntil } from '../calendars/queries.ts';
import { lentUntil } from '../items/queries.ts';
import { machineById } from '../machines/queries.ts';
import { competencesEnding, isErased } from '../members/queries.ts';
import type { DueNotice } from '../timers/duty.ts';
import type { ViewsReader } from '../views/reader.ts';
import { workshopById } from '../workshops/queries.ts';

const HOUR = 3_600_000;
/** Time enough to take another induction. */
const COMPETENCE_WARNED = 30 * 24 * HOUR;
/** From this hour of the day before, workshop time, a loan is said to be due tomorrow. */
const TOLD_FROM_HOUR = 8;

/**
 * What the clock alone makes news at `now` (UTC milliseconds): bookings that start within the hour, loans due tomorrow
 * or overdue, competences that run out within a month. The same again until it is over: keys derive from booking and
 * time, so a booking that was moved is told anew and nothing else twice.
 */
export function timedNotices(views: ViewsReader, now: number): DueNotice[] {
  const soon = bookingsStarting(views, { start: now, end: now + HOUR })
    .filter((entry) => !isLoan(views, entry))
    .flatMap((entry) => noticeOf('BookingStartsSoon', entry, entry.start));
  const due = runningUntil(views, now + 48 * HOUR)
    .filter((entry) => isLoan(views, entry))
    .flatMap((entry) => {
      if (entry.end <= now) return noticeOf('LoanOverdue', entry, entry.end);
      return isDueTomorrow(views, entry, now) ? noticeOf('LoanDueTomorrow', entry, entry.end) : [];
    });
  return [...soon, ...due, ...thingsDue(views, now), ...endingCompetences(views, now)].filter(
    ({ memberId }) => !isErased(views, memberId),
  );
}

/** Things that somebody has from a workshop or from another member, beside the tools that are borrowed at the desk. */
function thingsDue(views: ViewsReader, now: number): DueNotice[] {
  return lentUntil(views, now + 48 * HOUR).flatMap(({ itemId, memberId, workshopId, until }) => {
    const isLate = until <= now;
    if (!isLate && !isDueTomorrow(views, { workshopId, end: until }, now)) return [];
    const kind = isLate ? 'LoanOfThingOverdue' : 'LoanOfThingDueTomorrow';
    const params = { itemId, workshopId, until: new Date(until).toISOString() };
    return [{ key: `${itemId}:${memberId}:${until}`, memberId, kind, params }];
  });
}

/** Said once for each end: a competence that is granted for longer is told anew when that runs out. */
function endingCompetences(views: ViewsReader, now: number): DueNotice[] {
  return competencesEnding(views, { start: now, end: now + COMPETENCE_WARNED }).map(
    ({ memberId, competenceId, workshopId, until }) => ({
      key: `${competenceId}:${until}`,
      memberId,
      kind: 'CompetenceEndsSoon',
      params: { competenceId, workshopId, until: new Date(until).toISOString() },
    }),
  );
}

function noticeOf(kind: string, entry: KnownEntry, moment: number): DueNotice[] {
  const { entryId: bookingId, memberId, machineId, workshopId } = entry;
  if (memberId === null) return [];
  const times = { start: new Date(entry.start).toISOString(), end: new Date(entry.end).toISOString() };
  // Of a loan only its end is news.
  const when = kind === 'BookingStartsSoon' ? times : { until: times.end };
  const key = `${bookingId}:${moment}`;
  return [{ key, memberId, kind, params: { bookingId, machineId, workshopId, ...when } }];
}

function isLoan(views: ViewsReader, { machineId }: KnownEntry): boolean {
  const machine = machineById(views, machineId);
  return machine !== null && isBorrowed(machine.kind);
}

function isDueTomorrow(
  views: ViewsReader,
  { workshopId, end }: Pick<KnownEntry, 'workshopId' | 'end'>,
  now: number,
): boolean {
  const timeZone = workshopById(views, workshopId)?.timeZone ?? 'UTC';
  const here = (milliseconds: number) =>
    Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(timeZone);
  const dueOn = here(end).toPlainDate();
  return here(now).hour >= TOLD_FROM_HOUR && here(now).toPlainDate().add({ days: 1 }).equals(dueOn);
}
