import { describe, expect, test } from 'vitest';
import { boardOfDays, boardOfMachines, placedBookings } from '../../../client/timeline/board.ts';
import { cellsOf, timeCellsOf } from '../../../client/timeline/cells.ts';
import { layoutOf, leftOf, underPoint } from '../../../client/timeline/layout.ts';
import { type Opened, openCell } from '../../../client/timeline/opened.ts';
import { actOf, findBooking } from '../../../client/timeline/useProposals.ts';
import type { BookingStatus, MachineCalendarView, ReservationView } from '../../../shared/bookings/views.ts';
import { longDay, ordinaryDay } from './days.ts';
import { bookingAt, outageAt } from './views.ts';

const HOUR = 3_600_000;
const at = (time: string) => Date.parse(`2026-11-22T${time}:00+01:00`);
const laser = {
  machineId: 'laser',
  name: 'Laser',
  kind: 'laser' as const,
  capacity: 1,
  mayRunUnattended: false,
  reservations: [] as ReservationView[],
  held: [] as MachineCalendarView['held'],
};
const bookings = [
  bookingAt('one', at('10:00'), at('11:00'), true),
  bookingAt('two', at('12:00'), at('14:00'), false),
];
const boardWith = (
  machine: Partial<typeof laser> & { bookings?: typeof bookings; outages?: ReturnType<typeof outageAt>[] },
) => boardOfMachines([{ ...laser, bookings: [], outages: [], ...machine }], [ordinaryDay], 'Europe/Berlin');
const firstRow = (board: ReturnType<typeof boardWith>) => {
  const [row] = board.rows;
  if (!row) throw new Error('no row');
  return row;
};
const kinds = (cells: readonly { kind: string; start: number; end: number }[]) =>
  cells.map(({ kind, start, end }) => [
    kind,
    (start - ordinaryDay.start) / HOUR,
    (end - ordinaryDay.start) / HOUR,
  ]);

describe('a row’s cells', () => {
  test('are what is closed, free and booked, in order of time', () => {
    expect(kinds(timeCellsOf(firstRow(boardWith({ bookings })), at('00:00')))).toEqual([
      ['closed', 0, 9],
      ['free', 9, 10],
      ['booking', 10, 11],
      ['free', 11, 12],
      ['booking', 12, 14],
      ['free', 14, 22],
      ['closed', 22, 24],
    ]);
  });

  test('are not free where the workshop keeps the machine, nor where it is held for somebody else', () => {
    const iso = (time: string) => `2026-11-22T${time}:00+01:00`;
    const span = (from: string, to: string) => ({ start: iso(from), end: iso(to) });
    const reservations = [{ reservationId: 'class', ...span('10:00', '12:00'), purpose: 'A class' }];
    const held = [
      { holdId: 'theirs', ...span('13:00', '14:00'), until: iso('12:30'), mine: false },
      { holdId: 'mine', ...span('15:00', '16:00'), until: iso('12:30'), mine: true },
    ];
    expect(kinds(timeCellsOf(firstRow(boardWith({ reservations, held })), at('00:00')))).toEqual([
      ['closed', 0, 9],
      ['free', 9, 10],
      ['reserved', 10, 12],
      ['free', 12, 13],
      ['held', 13, 14],
      ['free', 14, 22],
      ['held', 15, 16],
      ['closed', 22, 24],
    ]);
  });

  test('hold what is asked for, in use and done, and nothing that was given back', () => {
    const stateOf = (status: BookingStatus, from: string, to: string) => {
      const [placed] =
        boardWith({ bookings: [bookingAt(status, at(from), at(to), true)] }).rows[0]?.bookings ?? [];
      if (!placed) throw new Error('no booking');
      return { ...placed.view, status };
    };
    const all = [
      stateOf('pending', '09:00', '10:00'),
      stateOf('started', '10:00', '11:00'),
      stateOf('completed', '11:00', '12:00'),
      stateOf('missed', '12:00', '13:00'),
      stateOf('declined', '13:00', '14:00'),
      stateOf('lapsed', '14:00', '15:00'),
    ];
    expect(placedBookings(all).map(({ view }) => view.status)).toEqual(['pending', 'started', 'completed']);
  });

  test('are free only from the next quarter of an hour on', () => {
    const free = timeCellsOf(firstRow(boardWith({})), at('13:07')).filter(({ kind }) => kind === 'free');
    expect(kinds(free)).toEqual([['free', 13.25, 22]]);
  });

  test('leave out cancelled bookings, and last outages that nobody knows the end of', () => {
    const cancelled = { ...bookingAt('gone', at('15:00'), at('16:00'), true), status: 'cancelled' as const };
    const row = firstRow(
      boardWith({ bookings: [...bookings, cancelled], outages: [outageAt(at('13:00'), null)] }),
    );
    const cells = timeCellsOf(row, at('00:00'));
    expect(cells.map(({ kind }) => kind)).not.toContain('past');
    expect(kinds(cells.filter(({ kind }) => kind === 'outage'))).toEqual([['outage', 13, 24]]);
    expect(kinds(cells.filter(({ kind }) => kind === 'free'))).toEqual([
      ['free', 9, 10],
      ['free', 11, 12],
    ]);
  });

  test('are never none, and are headed by the row’s plate', () => {
    const row = firstRow(boardWith({ mayRunUnattended: true }));
    expect(kinds(timeCellsOf(row, ordinaryDay.end + HOUR))).toEqual([['past', 0, 24]]);
    expect(cellsOf(row, at('08:00'))[0]?.kind).toBe('plate');
  });

  test('are worked out once for a row and a quarter', () => {
    const row = firstRow(boardWith({ bookings }));
    expect(cellsOf(row, at('08:01'))).toBe(cellsOf(row, at('08:14')));
    expect(cellsOf(row, at('08:16'))).not.toBe(cellsOf(row, at('08:14')));
  });
});

describe('days of one machine', () => {
  test('share one axis and cut what crosses midnight', () => {
    const night = [bookingAt('night', longDay.end - HOUR, longDay.end + HOUR, true)];
    const next = { ...ordinaryDay, date: '2026-10-26', start: longDay.end, end: longDay.end + 24 * HOUR };
    const days = [longDay, { ...next, pieces: [{ from: next.start, to: next.end, offset: 60 }] }];
    const board = boardOfDays(
      laser,
      { bookings: placedBookings(night), outages: [], taken: [] },
      days,
      'Europe/Berlin',
    );
    expect(board.length).toBe(25 * HOUR);
    const spans = board.rows.map((row) =>
      timeCellsOf(row, longDay.start)
        .filter(({ kind }) => kind === 'booking')
        .map(({ start, end }) => (end - start) / HOUR),
    );
    expect(spans).toEqual([[1], [1]]);
  });
});

describe('pixels', () => {
  const board = boardWith({ bookings });
  const layout = layoutOf(board, { hourWidth: 60, coarse: false, windowWidth: 800 });

  test('lie as far apart as hours', () => {
    const row = firstRow(board);
    expect(leftOf(layout, row, at('10:00')) - leftOf(layout, row, at('09:00'))).toBeCloseTo(60);
  });

  test('lead back to the row and the instant', () => {
    expect(underPoint(layout, 600, 20)).toEqual({ row: 0, at: at('10:00') });
  });

  test('leave room for a finger where there is one', () => {
    const bench = boardWith({
      capacity: 4,
      bookings: [...bookings, bookingAt('three', at('10:30'), at('13:00'), false)],
    });
    const height = (coarse: boolean) =>
      layoutOf(bench, { hourWidth: 60, coarse, windowWidth: 800 }).tops[1] ?? 0;
    expect(height(true)).toBeGreaterThanOrEqual(3 * 48);
    expect(height(false)).toBeLessThan(3 * 48);
  });

  test('fill the window where a day is shorter than it', () => {
    expect(layoutOf(board, { hourWidth: 60, coarse: false, windowWidth: 3000 }).width).toBe(3000 - 216);
  });
});

describe('a tap', () => {
  const open = (cellKind: string, instant: number | null) => {
    const row = firstRow(boardWith({ bookings }));
    const cell = timeCellsOf(row, at('00:00')).find(
      ({ kind, end }) => kind === cellKind && end > at('11:30'),
    );
    const seen: Opened[] = [];
    if (cell) openCell(row, cell, instant, (opened) => seen.push(opened));
    return seen[0];
  };

  test('on a gap begins at the quarter under it, and stays within the gap', () => {
    expect(open('free', at('11:50'))).toMatchObject({ kind: 'gap', start: at('11:45'), end: at('12:00') });
    expect(open('free', null)).toMatchObject({ kind: 'gap', start: at('11:00'), end: at('12:00') });
  });

  test('on a booking opens it', () => {
    expect(open('booking', at('12:30'))).toMatchObject({ kind: 'booking', bookingId: 'two' });
  });
});

describe('the command of a proposal', () => {
  const board = boardWith({ bookings });
  const held = { row: 0, bookingId: 'one' };
  const one = findBooking(board, 0, 'one');

  test('places on an empty stretch', () => {
    const proposal = {
      row: 0,
      action: 'place',
      bookingId: null,
      start: at('15:00'),
      end: at('16:00'),
    } as const;
    expect(actOf(board, proposal, undefined)).toMatchObject({
      act: 'place',
      machineId: 'laser',
      start: at('15:00'),
    });
  });

  test('moves when the start changed, resizes when only one edge did', () => {
    const moved = { ...held, action: 'move', start: at('15:00'), end: at('16:00') } as const;
    expect(actOf(board, moved, one)).toMatchObject({
      act: 'move',
      booking: { bookingId: 'one', revision: 1 },
    });
    const resized = { ...held, action: 'resize', start: at('10:00'), end: at('11:30') } as const;
    expect(actOf(board, resized, one)).toMatchObject({ act: 'resize', end: at('11:30') });
  });

  test('is none where nothing changed or the booking is gone', () => {
    expect(actOf(board, { ...held, action: 'move', start: at('10:00'), end: at('11:00') }, one)).toBeNull();
    const gone = { row: 0, bookingId: 'gone', action: 'move', start: at('15:00'), end: at('16:00') } as const;
    expect(actOf(board, gone, findBooking(board, 0, 'gone'))).toBeNull();
  });
});
