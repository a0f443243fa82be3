import type { OutageKind } from '../../shared/bookings/events.ts';
import type { CalendarEvent } from '../../shared/schemasOfEvents.ts';
import { type Agenda, blankAgenda, copyOfAgenda, dropEndedBefore } from './agenda.ts';
import { takeBookingEvent } from './evolveBooking.ts';

interface WhatEveryOutageHas {
  outageId: string;
  kind: OutageKind;
  start: number;
  revision: number;
}
interface DeclaredOutage extends WhatEveryOutageHas {
  status: 'declared';
  workshopId: string;
  /** A hope; null when nobody knows. */
  expectedEnd: number | null;
}
interface ReturnedOutage extends WhatEveryOutageHas {
  status: 'returned';
  end: number;
}
export type Outage = DeclaredOutage | ReturnedOutage;

/** A wish for so many minutes in a row somewhere in `[from, to)`; first come, first in line. */
export interface Wait {
  waitId: string;
  workshopId: string;
  memberId: string;
  from: number;
  to: number;
  minutes: number;
  revision: number;
}

/** A slot that only its holder can have until `until`; past it the hold is over, whether or not anybody wrote it down. */
export interface Hold {
  holdId: string;
  waitId: string;
  workshopId: string;
  memberId: string;
  start: number;
  end: number;
  until: number;
  revision: number;
}

/** The workshop keeps the whole machine for itself. */
export interface Reservation {
  reservationId: string;
  workshopId: string;
  start: number;
  end: number;
  revision: number;
}

/** Bookings, outages and whatever else takes the time of one machine; times in UTC milliseconds. */
export interface Calendar {
  status: 'written';
  agenda: Agenda;
  outages: Outage[];
  /** In the order of the line. A wish whose slot is held stays here until the hold is taken. */
  waiting: Wait[];
  holds: Hold[];
  reservations: Reservation[];
  /** Last reading of each meter, by its name. */
  meters: Record<string, number>;
  /** Time of the newest event. */
  newest: number;
}
export type CalendarState = { status: 'empty' } | Calendar;

export const DAY = 86_400_000;
/** How long the calendar remembers what is over; older bookings are answered by a query. */
export const KEPT_AFTER_END = 14 * DAY;

export const blankCalendar = (): Calendar => ({
  status: 'written',
  agenda: blankAgenda(),
  outages: [],
  waiting: [],
  holds: [],
  reservations: [],
  meters: {},
  newest: 0,
});

/**
 * When the machine is, or is expected, back. An outage counts until somebody returns the machine: past its expected
 * end nobody knows.
 */
export function endOfOutage(outage: Outage, now: number): number {
  if (outage.status === 'returned') return outage.end;
  return outage.expectedEnd !== null && outage.expectedEnd > now
    ? outage.expectedEnd
    : Number.POSITIVE_INFINITY;
}

/**
 * Takes an event in. It changes the calendar that it is given and gives it back: a calendar of thousands of bookings
 * is not copied for each of 100,000 events. Whoever holds a state must own it alone, as the command handler does.
 */
export function evolveCalendar(
  state: CalendarState,
  event: CalendarEvent,
  { revision, at }: { revision: number; at: number },
): Calendar {
  const calendar = state.status === 'empty' ? blankCalendar() : state;
  take(calendar, event, revision);
  calendar.newest = Math.max(calendar.newest, at);
  forget(calendar, calendar.newest - KEPT_AFTER_END);
  return calendar;
}

/** Lets go of what ended before `instant`. Changes the calendar. */
function forget(calendar: Calendar, instant: number): void {
  dropEndedBefore(calendar.agenda, instant);
  if (calendar.outages.some((outage) => outage.status === 'returned' && outage.end < instant)) {
    calendar.outages = calendar.outages.filter(
      (outage) => outage.status === 'declared' || outage.end >= instant,
    );
  }
  if (calendar.reservations.some(({ end }) => end < instant)) {
    calendar.reservations = calendar.reservations.filter(({ end }) => end >= instant);
  }
  if (calendar.waiting.some(({ to }) => to < instant)) {
    calendar.waiting = calendar.waiting.filter(({ to }) => to >= instant);
  }
}

/** A calendar that can be changed without changing this one. */
export function copyOf(calendar: Calendar): Calendar {
  const { agenda, outages, waiting, holds, reservations, meters } = calendar;
  return {
    ...calendar,
    agenda: copyOfAgenda(agenda),
    outages: [...outages],
    waiting: [...waiting],
    holds: [...holds],
    reservations: [...reservations],
    meters: { ...meters },
  };
}

/** Takes an event in without regard to time. Changes the calendar. */
export function take(calendar: Calendar, event: CalendarEvent, revision: number): void {
  const { outages, waiting, holds, reservations } = calendar;
  switch (event.type) {
    case 'OutageDeclared': {
      const { outageId, workshopId, kind, start, end } = event.data;
      const expectedEnd = end === null ? null : Date.parse(end);
      const from = Date.parse(start);
      outages.push({ status: 'declared', outageId, workshopId, kind, start: from, expectedEnd, revision });
      return;
    }
    case 'OutageEnded': {
      const index = outages.findIndex(({ outageId }) => outageId === event.data.outageId);
      const outage = outages[index];
      if (outage) {
        const { outageId, kind, start } = outage;
        const end = Date.parse(event.data.end);
        outages[index] = { status: 'returned', outageId, kind, start, end, revision };
      }
      return;
    }
    case 'WaitingJoined': {
      const { waitId, workshopId, memberId, from, to, minutes } = event.data;
      const span = { from: Date.parse(from), to: Date.parse(to) };
      waiting.push({ waitId, workshopId, memberId, ...span, minutes, revision });
      return;
    }
    case 'WaitingLeft':
      calendar.waiting = waiting.filter(({ waitId }) => waitId !== event.data.waitId);
      return;
    case 'SlotHeld': {
      const { holdId, waitId, workshopId, memberId, start, end, until } = event.data;
      const times = { start: Date.parse(start), end: Date.parse(end), until: Date.parse(until) };
      holds.push({ holdId, waitId, workshopId, memberId, ...times, revision });
      return;
    }
    case 'HoldEnded':
      calendar.holds = holds.filter(({ holdId }) => holdId !== event.data.holdId);
      // Whoever was offered a slot has had their turn, whatever they made of it; not where it was taken from them.
      if (event.data.why !== 'ruledOut') {
        calendar.waiting = waiting.filter(({ waitId }) => waitId !== event.data.waitId);
      }
      return;
    case 'TimeReserved': {
      const { reservationId, workshopId, start, end } = event.data;
      const times = { start: Date.parse(start), end: Date.parse(end) };
      reservations.push({ reservationId, workshopId, ...times, revision });
      return;
    }
    case 'ReservationLifted':
      calendar.reservations = reservations.filter(
        ({ reservationId }) => reservationId !== event.data.reservationId,
      );
      return;
    case 'UseStopped':
      for (const { name, value } of event.data.readings) calendar.meters[name] = value;
      takeBookingEvent(calendar.agenda, event, revision);
      return;
    default:
      takeBookingEvent(calendar.agenda, event, revision);
  }
}
