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

/** Sessions of a build that began, in order; one that was started by mistake never did. */
export function timedSessionsOf(views: ViewsReader, buildId: string, now: number): TimedSession[] {
  return sessionsOfBuild(views, buildId)
    .flatMap((session) => {
      const booking = bookingById(views, session.bookingId);
      if (!booking || booking.startedAt === null) return [];
      const from = booking.startedAt;
      const to = booking.status === 'started' ? null : (booking.stoppedAt ?? booking.end);
      const minutes = Math.max(0, (to ?? now) - from) / MINUTE;
      const { memberId, end: plannedEnd, revision } = booking;
      return [{ ...session, memberId, from, to, plannedEnd, minutes, revision }];
    })
    .sort((one, other) => one.from - other.from);
}

/**
 * Minutes of machines, and of hands: what people noted and what they spent beside machines is often the same time, so
 * for each person and day (by the clock of the workshop that builds) the longer of the two counts.
 */
export function minutesOf(
  views: ViewsReader,
  buildId: string,
  sessions: readonly TimedSession[],
): BuildMinutes {
  const timeZone = workshopById(views, buildById(views, buildId)?.workshopId ?? '')?.timeZone ?? 'UTC';
  const dayOf = (instant: number): number => dayAt(timeZone, instant);
  const noted = new Map<string, number>();
  const attended = new Map<string, number>();
  const add = (sums: Map<string, number>, key: string, minutes: number) =>
    sums.set(key, (sums.get(key) ?? 0) + minutes);
  for (const { memberId, at, minutes } of workOn(views, 'build', buildId)) {
    add(noted, `${memberId} ${dayOf(at)}`, minutes);
  }
  for (const { memberId, from, minutes } of sessions) add(attended, `${memberId} ${dayOf(from)}`, minutes);
  const sum = (values: Iterable<number>) => [...values].reduce((one, other) => one + other, 0);
  const keys = new Set([...noted.keys(), ...attended.keys()]);
  const longer = [...keys].map((key) => Math.max(noted.get(key) ?? 0, attended.get(key) ?? 0));
  const rounded = (minutes: number) => Math.round(minutes * 10) / 10;
  return {
    machines: rounded(sum(sessions.map(({ minutes }) => minutes))),
    noted: rounded(sum(noted.values())),
    attended: rounded(sum(attended.values())),
    hands: rounded(sum(longer)),
  };
}
