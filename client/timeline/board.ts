import type { TimelineView } from '../../shared/bookings/timeline.ts';
import type { BookingView, MachineCalendarView } from '../../shared/bookings/views.ts';
import type { OutageView } from '../../shared/machines/views.ts';
import { laneCount, lanesOf } from './lanes.ts';
import { ticksOfStack, ticksOfStrip } from './ticks.ts';
import { stackedTracks, stripTrack, type Tick, type Track } from './track.ts';
import type { Span, WallDay } from './wallDay.ts';

const FOREVER = Date.UTC(2200, 0, 1);

/** A booking with its instants read once. */
export interface PlacedBooking extends Span {
  view: BookingView;
}

/** An outage with its instants read once; one without an end lasts until it is returned. */
export interface PlacedOutage extends Span {
  view: OutageView;
}

/** What keeps a machine from others without being booked: reserved for the workshop, or held for somebody who waited. */
export interface PlacedTaken extends Span {
  kind: 'reserved' | 'held';
  key: string;
  /** Of a reservation: what for, where the viewer may read it. */
  purpose: string | null;
  /** Held for the viewer. */
  mine: boolean;
}

/** What a board needs to know of a machine. */
export interface BoardMachine {
  machineId: string;
  name: string;
  kind: string;
  capacity: number;
  mayRunUnattended: boolean;
}

/** One row of a board: a machine, or one day of one machine. */
export interface BoardRow {
  key: string;
  machine: BoardMachine;
  days: readonly WallDay[];
  track: Track;
  bookings: readonly PlacedBooking[];
  outages: readonly PlacedOutage[];
  taken: readonly PlacedTaken[];
  lanes: readonly number[];
  laneCount: number;
}

/** All that a timeline draws, before any pixel. */
export interface Board {
  /** Machines side by side over a strip of days, or the days of one machine under one another. */
  layout: 'machines' | 'days';
  timeZone: string;
  days: readonly WallDay[];
  rows: readonly BoardRow[];
  ticks: readonly Tick[];
  /** Axis milliseconds. */
  length: number;
}

/** Statuses in which a booking has its time; in the others it has given it back. */
const OCCUPYING: readonly string[] = ['pending', 'placed', 'started', 'completed'];

/** Bookings that have their time, in the order they start. */
export const placedBookings = (views: readonly BookingView[]): PlacedBooking[] =>
  views
    .filter((view) => OCCUPYING.includes(view.status))
    .map((view) => ({ view, start: Date.parse(view.start), end: Date.parse(view.end) }))
    .sort((left, right) => left.start - right.start);

export const placedOutages = (views: readonly OutageView[]): PlacedOutage[] =>
  views.map((view) => ({
    view,
    start: Date.parse(view.start),
    end: view.end === null ? FOREVER : Date.parse(view.end),
  }));

export const placedTaken = ({
  reservations,
  held,
}: Pick<MachineCalendarView, 'reservations' | 'held'>): PlacedTaken[] => [
  ...reservations.map(({ reservationId, start, end, purpose }) => ({
    kind: 'reserved' as const,
    key: reservationId,
    purpose,
    mine: false,
    start: Date.parse(start),
    end: Date.parse(end),
  })),
  ...held.map(({ holdId, start, end, mine }) => ({
    kind: 'held' as const,
    key: holdId,
    purpose: null,
    mine,
    start: Date.parse(start),
    end: Date.parse(end),
  })),
];

/** What stands on a machine's row, whatever part of it a row shows. */
export interface Occupying {
  bookings: readonly PlacedBooking[];
  outages: readonly PlacedOutage[];
  taken: readonly PlacedTaken[];
}

export const occupyingOf = (
  machine: Pick<MachineCalendarView, 'bookings' | 'outages' | 'reservations' | 'held'>,
): Occupying => ({
  bookings: placedBookings(machine.bookings),
  outages: placedOutages(machine.outages),
  taken: placedTaken(machine),
});

const boardRow = (
  key: string,
  machine: BoardMachine,
  days: readonly WallDay[],
  track: Track,
  { bookings, outages, taken }: Occupying,
): BoardRow => {
  const from = days.at(0)?.start ?? 0;
  const to = days.at(-1)?.end ?? 0;
  const shown = bookings.filter((booking) => booking.end > from && booking.start < to);
  const lanes = lanesOf(shown);
  return {
    key,
    machine,
    days,
    track,
    bookings: shown,
    outages: outages.filter((outage) => outage.end > from && outage.start < to),
    taken: taken.filter((one) => one.end > from && one.start < to),
    lanes,
    laneCount: laneCount(lanes, machine.capacity),
  };
};

/** The row of one machine of a workshop's timeline. */
export const machineRow = (
  machine: TimelineView['machines'][number],
  days: readonly WallDay[],
  track: Track,
): BoardRow => boardRow(machine.machineId, machine, days, track, occupyingOf(machine));

/** Machines of a workshop over a strip of days. */
export const boardOfMachines = (
  machines: TimelineView['machines'],
  days: readonly WallDay[],
  timeZone: string,
): Board => {
  const track = stripTrack(days);
  const rows = machines.map((machine) => machineRow(machine, days, track));
  return { layout: 'machines', timeZone, days, rows, ticks: ticksOfStrip(days, track), length: track.length };
};

/** The days of one machine, one under the other on one clock face. */
export const boardOfDays = (
  machine: BoardMachine,
  occupying: Occupying,
  days: readonly WallDay[],
  timeZone: string,
): Board => {
  const tracks = stackedTracks(days);
  const rows = days.flatMap((day, index) => {
    const track = tracks[index];
    return track ? [boardRow(day.date, machine, [day], track, occupying)] : [];
  });
  const length = tracks.at(0)?.length ?? 0;
  return { layout: 'days', timeZone, days, rows, ticks: ticksOfStack(days, tracks), length };
};
