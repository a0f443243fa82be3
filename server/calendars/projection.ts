import type { Projection, TableWriters } from '../views/projection.ts';
import { defineTable, type RowOf } from '../views/table.ts';

/**
 * What stands in calendars: a booking, or time that a workshop keeps for itself (without a member). `sequence` rises
 * with each change that a calendar should take over; `awaits` counts the answers that a pending booking lacks.
 */
export const calendarEntries = defineTable({
  name: 'calendarEntries',
  columns: {
    entryId: 'text',
    machineId: 'text',
    workshopId: 'text',
    memberId: 'text?',
    startsAt: 'integer',
    endsAt: 'integer',
    cancelled: 'integer',
    awaits: 'integer',
    /** `ahead`, `running` or `over`. */
    use: 'text',
    sequence: 'integer',
    changedAt: 'integer',
  },
  key: 'entryId',
  indexes: [
    ['memberId', 'endsAt'],
    ['machineId', 'endsAt'],
    ['use', 'startsAt'],
  ],
});
export type CalendarEntryRow = RowOf<typeof calendarEntries>;

const times = ({ start, end }: { start: string; end: string }) => ({
  startsAt: Date.parse(start),
  endsAt: Date.parse(end),
});

function change(
  tables: TableWriters,
  { data, at }: { data: { bookingId: string }; at: number },
  columns: (before: CalendarEntryRow) => Partial<CalendarEntryRow>,
): void {
  const table = tables.of(calendarEntries);
  const before = table.get(data.bookingId);
  if (before === undefined) return;
  table.change(data.bookingId, { sequence: before.sequence + 1, changedAt: at, ...columns(before) });
}

const calledOff = () => ({ cancelled: 1 });

export const calendarsProjection: Projection = {
  name: 'calendars',
  source: import.meta.url,
  tables: [calendarEntries],
  on: {
    BookingPlaced({ data, at }, tables) {
      const { bookingId: entryId, machineId, workshopId, memberId, awaits } = data;
      const fresh = { cancelled: 0, use: 'ahead', sequence: 0, changedAt: at, awaits: awaits.length };
      tables.of(calendarEntries).put({ entryId, machineId, workshopId, memberId, ...times(data), ...fresh });
    },
    BookingMoved(event, tables) {
      const { data } = event;
      change(tables, event, () => ({ ...times(data), awaits: data.awaits.length, cancelled: 0 }));
    },
    BookingResized(event, tables) {
      const { data } = event;
      change(tables, event, () => ({ ...times(data), awaits: data.awaits.length, cancelled: 0 }));
    },
    BookingConfirmed(event, tables) {
      change(tables, event, ({ awaits }) => ({ awaits: Math.max(0, awaits - 1) }));
    },
    BookingDeclined: (event, tables) => change(tables, event, calledOff),
    BookingLapsed: (event, tables) => change(tables, event, calledOff),
    BookingCancelled: (event, tables) => change(tables, event, calledOff),
    BookingMissed: (event, tables) => change(tables, event, calledOff),
    BookingReinstated: (event, tables) => change(tables, event, () => ({ cancelled: 0 })),
    BookingPassed(event, tables) {
      change(tables, event, () => ({ memberId: event.data.toMemberId }));
    },
    BookingCorrected: (event, tables) => change(tables, event, () => times(event.data)),
    UseStarted: (event, tables) => change(tables, event, () => ({ use: 'running', cancelled: 0 })),
    UseHandedOver(event, tables) {
      change(tables, event, () => ({ memberId: event.data.toMemberId }));
    },
    UseStopped(event, tables) {
      const stoppedAt = Date.parse(event.data.at);
      change(tables, event, ({ startsAt, endsAt }) => ({
        use: 'over',
        endsAt: stoppedAt > startsAt ? stoppedAt : endsAt,
      }));
    },
    TimeReserved({ data, at }, tables) {
      const { reservationId: entryId, machineId, workshopId } = data;
      const fresh = { cancelled: 0, use: 'over', sequence: 0, changedAt: at, awaits: 0, memberId: null };
      tables.of(calendarEntries).put({ entryId, machineId, workshopId, ...times(data), ...fresh });
    },
    ReservationLifted({ data: { reservationId }, at }, tables) {
      const table = tables.of(calendarEntries);
      const before = table.get(reservationId);
      if (before === undefined) return;
      table.change(reservationId, { cancelled: 1, sequence: before.sequence + 1, changedAt: at });
    },
  },
};
