import type { TimelineView } from '../../shared/bookings/timeline.ts';
import type { BookingView } from '../../shared/bookings/views.ts';
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

/** Live bookings in the order they start; cancelled ones have given their slot back. */
export const placedBookings = (views: readonly BookingView[]): PlacedBooking[] =>
  views
    .filter((view) => view.status === 'placed')
    .map((view) => ({ view, start: Date.parse(view.start), end: Date.parse(view.end) }))
    .sort((left, right) => left.start - right.start);

export const placedOutages = (views: readonly OutageView[]): PlacedOutage[] =>
  views.map((view) => ({
    view,
    start: Date.parse(view.start),
    end: view.end === null ? FOREVER : Date.parse(view.end),
  }));

const boardRow = (
  key: string,
  machine: BoardMachine,
  days: readonly WallDay[],
  track: Track,
  bookings: readonly PlacedBooking[],
  outages: readonly PlacedOutage[],
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
    lanes,
    laneCount: laneCount(lanes, machine.capacity),
  };
};

/** The row of one machine of a workshop's timeline. */
export const machineRow = (
  machine: TimelineView['machines'][number],
  days: readonly WallDay[],
  track: Track,
): BoardRow =>
  boardRow(
    machine.machineId,
    machine,
    days,
    track,
    placedBookings(machine.bookings),
    placedOutages(machine.outages),
  );

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
  bookings: readonly PlacedBooking[],
  outages: readonly PlacedOutage[],
  days: readonly WallDay[],
  timeZone: string,
): Board => {
  const tracks = stackedTracks(days);
  const rows = days.flatMap((day, index) => {
    const track = tracks[index];
    return track ? [boardRow(day.date, machine, [day], track, bookings, outages)] : [];
  });
  const length = tracks.at(0)?.length ?? 0;
  return { layout: 'days', timeZone, days, rows, ticks: ticksOfStack(days, tracks), length };
};
