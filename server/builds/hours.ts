import type { BuildMinutes } from '../../shared/builds/views.ts';
import { bookingById } from '../bookings/queries.ts';
import { dayAt } from '../bookings/zoneClock.ts';
import type { ViewsReader } from '../views/reader.ts';
import { workOn } from '../work/queries.ts';
import { workshopById } from '../workshops/queries.ts';
import { type BuildSession, buildById, sessionsOfBuild } from './queries.ts';

const MINUTE = 60_000;

/** A session as its booking knows it, corrections included; instants in UTC milliseconds. */
export interface TimedSession extends BuildSession {
  memberId: string;
  from: number;
  /** Null: it runs. */
  to: number | null;
  plannedEnd: number;
  minutes: number;
  /** Of the booking. */
  revision: number;
}

/** Sessions of a build that began, in order; one that was started by mistake never did, or lasted no time. */
export function timedSessionsOf(views: ViewsReader, buildId: string, now: number): TimedSession[] {
  return sessionsOfBuild(views, buildId)
    .flatMap((session) => {
      const booking = bookingById(views, session.bookingId);
      if (!booking || booking.startedAt === null) return [];
      const from = booking.startedAt;
      const to = booking.status === 'started' ? null : (booking.stoppedAt ?? booking.end);
      if (to !== null && to <= from) return [];
      const minutes = Math.max(0, (to ?? now) - from) / MINUTE;
      const { memberId, end: plannedEnd, revision } = booking;
      return [{ ...session, memberId, from, to, plannedEnd, minutes, revision }];
    })
    .sort((one, other) => one.from - other.from);
}

/** Minutes that somebody was at work; the instant in UTC milliseconds. */
interface TimeSpent {
  memberId: string;
  from: number;
  minutes: number;
}

const rounded = (minutes: number) => Math.round(minutes * 10) / 10;
const sum = (values: Iterable<number>) => [...values].reduce((one, other) => one + other, 0);

/** Minutes that stretches cover together: who stands beside two machines at once is there once. */
function covered(stretches: readonly TimeSpent[]): number {
  let [minutes, reached] = [0, -Infinity];
  for (const { from, minutes: long } of stretches.toSorted((one, other) => one.from - other.from)) {
    const to = from + long * MINUTE;
    minutes += Math.max(0, to - Math.max(from, reached)) / MINUTE;
    reached = Math.max(reached, to);
  }
  return minutes;
}

/**
 * Minutes of hands: what people noted and what they spent beside machines is often the same time, so for each person and
 * day on the clock of the workshop that builds the longer of the two counts.
 */
export function minutesOfHands(
  noted: readonly TimeSpent[],
  attended: readonly TimeSpent[],
  timeZone: string,
): number {
  const byDay = (spent: readonly TimeSpent[]) =>
    Map.groupBy(spent, ({ memberId, from }) => `${memberId} ${dayAt(timeZone, from)}`);
  const [one, other] = [byDay(noted), byDay(attended)];
  const keys = new Set([...one.keys(), ...other.keys()]);
  const longer = (key: string) =>
    Math.max(sum((one.get(key) ?? []).map(({ minutes }) => minutes)), covered(other.get(key) ?? []));
  return rounded(sum([...keys].map(longer)));
}

/** Minutes of machines and of hands. */
export function minutesOf(
  views: ViewsReader,
  buildId: string,
  sessions: readonly TimedSession[],
): BuildMinutes {
  const timeZone = workshopById(views, buildById(views, buildId)?.workshopId ?? '')?.timeZone ?? 'UTC';
  const noted = workOn(views, 'build', buildId).map(({ at, ...work }) => ({ ...work, from: at }));
  const attended = sum(sessions.map(({ minutes }) => minutes));
  return {
    machines: rounded(attended),
    noted: rounded(sum(noted.map(({ minutes }) => minutes))),
    attended: rounded(attended),
    hands: minutesOfHands(noted, sessions, timeZone),
  };
}
