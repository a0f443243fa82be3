import type { BoardRow, PlacedBooking, PlacedOutage, PlacedTaken } from './board.ts';
import { type Gap, gapsOf, outsideOf } from './gaps.ts';
import type { Span } from './wallDay.ts';

const QUARTER = 15 * 60_000;

/** What a row's cell is: the things that arrow keys walk through, in order of time. `key` is its own within the row. */
export type Cell = Span & { key: string } & (
    | { kind: 'booking'; lane: number; booking: PlacedBooking }
    | { kind: 'outage'; outage: PlacedOutage }
    | { kind: 'reserved' | 'held'; taken: PlacedTaken }
    | { kind: 'free'; places: number }
    | { kind: 'closed' }
    | { kind: 'past' }
    | { kind: 'plate' }
  );

const order = {
  plate: 0,
  outage: 1,
  reserved: 2,
  booking: 3,
  held: 4,
  free: 5,
  closed: 6,
  past: 7,
} as const;

/** The row's head is walked to like its cells, left of the first. */
export const PLATE = 'plate';

interface Known {
  until: number;
  cells: readonly Cell[];
}

const known = new WeakMap<BoardRow, Known>();

/** A row's head and cells. They change with the row and with each quarter of an hour, so they are worked out once for both. */
export const cellsOf = (row: BoardRow, now: number): readonly Cell[] => {
  const quarter = Math.ceil(now / QUARTER) * QUARTER;
  const before = known.get(row);
  if (before?.until === quarter) return before.cells;
  const start = row.days.at(0)?.start ?? 0;
  const cells: Cell[] = [{ kind: 'plate', key: PLATE, start, end: start }, ...timeCellsOf(row, now)];
  known.set(row, { until: quarter, cells });
  return cells;
};

/** Every stretch of a row at a moment, in order of start. A row always has at least one. */
export const timeCellsOf = (row: BoardRow, now: number): Cell[] => {
  const from = row.days.at(0)?.start ?? 0;
  const to = row.days.at(-1)?.end ?? 0;
  const clip = <Kind extends Span>(span: Kind) => ({
    start: Math.max(from, span.start),
    end: Math.min(to, span.end),
  });
  const cells: Cell[] = [
    ...row.bookings.map((booking, index) => ({
      kind: 'booking' as const,
      key: booking.view.bookingId,
      ...clip(booking),
      lane: row.lanes[index] ?? 0,
      booking,
    })),
    ...row.outages.map((outage) => ({
      kind: 'outage' as const,
      key: outage.view.outageId,
      ...clip(outage),
      outage,
    })),
    ...row.taken.map((taken) => ({ kind: taken.kind, key: taken.key, ...clip(taken), taken })),
    ...freeCells(row, now, from, to),
    ...closedSpans(row).map((span) => ({ kind: 'closed' as const, key: `closed-${span.start}`, ...span })),
  ];
  if (cells.length === 0) return [{ kind: 'past', key: 'past', start: from, end: to }];
  return cells.sort((left, right) => left.start - right.start || order[left.kind] - order[right.kind]);
};

const freeCells = (row: BoardRow, now: number, from: number, to: number): Cell[] => {
  // A quarter of an hour that has begun can still be seen, but not booked from its start.
  const earliest = Math.max(from, Math.ceil(now / QUARTER) * QUARTER);
  if (earliest >= to) return [];
  return freeGaps(row, earliest, to).map((gap) => ({
    kind: 'free' as const,
    key: `free-${gap.end}`,
    ...gap,
  }));
};

/** Free stretches of a row from an instant on. */
export const freeGaps = (row: BoardRow, from: number, to: number): Gap[] =>
  gapsOf(
    {
      capacity: row.machine.capacity,
      bookings: [...row.bookings, ...row.taken.filter(({ kind, mine }) => kind === 'held' && !mine)],
      outages: [...row.outages, ...row.taken.filter(({ kind }) => kind === 'reserved')],
      open: row.days.flatMap((day) => day.open),
      mayRunUnattended: row.machine.mayRunUnattended,
    },
    from,
    to,
    QUARTER,
  );

/** When the viewer is not let in, within the row's days; none for a machine that may run unattended. */
export const closedSpans = (row: BoardRow): Span[] =>
  row.machine.mayRunUnattended
    ? []
    : row.days.flatMap((day) => outsideOf(day.open, day.start, day.end)).reduce<Span[]>(joined, []);

const joined = (spans: Span[], next: Span): Span[] => {
  const last = spans.at(-1);
  if (last && last.end === next.start) last.end = next.end;
  else spans.push({ ...next });
  return spans;
};
