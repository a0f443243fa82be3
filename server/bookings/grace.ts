import { type Booking, type CompletedBooking, runningBookings, type StartedBooking } from './agenda.ts';
import { type Calendar, endOfOutage } from './calendar.ts';
import type { Stretch } from './freed.ts';
import type { CalendarFacts } from './slot.ts';

const MINUTE = 60_000;

/**
 * When a booking that nobody has started is missed: the grace after its start, without the time in which nobody could
 * have started it (no server ran, every place was in use, the machine was out); at its end at the latest. Null where
 * it cannot be missed: an outage covers its start, or nobody could have started it before its end. UTC milliseconds.
 */
export function missedAt(
  booking: Booking,
  calendar: Calendar,
  facts: CalendarFacts,
  downtime: readonly Stretch[],
): number | null {
  const { start, end, bookingId } = booking;
  const out = outages(calendar, facts);
  if (out.some((one) => one.start <= start && start < one.end)) return null;
  const blocked = [...downtime, ...out, ...inFullUse(calendar, facts, bookingId)].sort(
    (one, other) => one.start - other.start,
  );
  const grace = facts.machine.rules.graceMinutes * MINUTE;
  let at = Math.min(start + grace, end);
  let counted = start;
  for (const one of blocked) {
    if (one.start >= at) break;
    if (one.end <= counted) continue;
    at += one.end - Math.max(one.start, counted);
    counted = one.end;
  }
  return at <= end ? at : null;
}

function outages({ outages: own }: Calendar, { now, dependenciesOut }: CalendarFacts): Stretch[] {
  return [
    ...own.map((outage) => ({ start: outage.start, end: endOfOutage(outage, now) })),
    ...dependenciesOut.map(({ from, until }) => ({ start: from, end: until })),
  ];
}

/** Stretches in which others used every place of the machine, however long they were meant to. */
function inFullUse({ agenda }: Calendar, { machine }: CalendarFacts, except: string): Stretch[] {
  const ended = agenda.byEnd.filter((one): one is CompletedBooking => one.status === 'completed');
  const sessions = [...ended, ...runningBookings(agenda)].filter(({ bookingId }) => bookingId !== except);
  if (sessions.length < machine.capacity) return [];
  const turns = sessions
    .flatMap((session) => [
      { at: session.startedAt, change: 1 },
      { at: endOfUse(session), change: -1 },
    ])
    .sort((one, other) => one.at - other.at || one.change - other.change);
  const full: Stretch[] = [];
  let running = 0;
  let since: number | null = null;
  for (const { at, change } of turns) {
    running += change;
    if (since === null && running >= machine.capacity) since = at;
    else if (since !== null && running < machine.capacity) {
      full.push({ start: since, end: at });
      since = null;
    }
  }
  if (since !== null) full.push({ start: since, end: Number.POSITIVE_INFINITY });
  return full;
}

const endOfUse = (session: CompletedBooking | StartedBooking): number =>
  session.status === 'completed' ? session.stoppedAt : Number.POSITIVE_INFINITY;
