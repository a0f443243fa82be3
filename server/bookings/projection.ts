import type { Projection } from '../views/projection.ts';
import { defineTable, type RowOf } from '../views/table.ts';

/** One booking, cancelled or not. `marks` is a JSON list of rule names; `revision` that of its own last event. */
export const bookings = defineTable({
  name: 'bookings',
  columns: {
    bookingId: 'text',
    machineId: 'text',
    workshopId: 'text',
    memberId: 'text',
    startsAt: 'integer',
    endsAt: 'integer',
    status: 'text',
    purposeId: 'text?',
    marks: 'text',
    revision: 'integer',
  },
  key: 'bookingId',
  indexes: [
    ['machineId', 'endsAt'],
    ['memberId', 'endsAt'],
  ],
});
export type BookingRow = RowOf<typeof bookings>;

/** One outage. `expectedEnd` is a hope, `returnedAt` a fact. */
export const outages = defineTable({
  name: 'outages',
  columns: {
    outageId: 'text',
    machineId: 'text',
    workshopId: 'text',
    startsAt: 'integer',
    expectedEnd: 'integer?',
    returnedAt: 'integer?',
    reasonId: 'text',
    revision: 'integer',
  },
  key: 'outageId',
  indexes: [['machineId', 'startsAt']],
});
export type OutageRow = RowOf<typeof outages>;

const NO_MARKS = '[]';

const marksOf = (row: BookingRow | undefined): string[] => JSON.parse(row?.marks ?? NO_MARKS);

export const bookingsProjection: Projection = {
  name: 'bookings',
  source: import.meta.url,
  tables: [bookings, outages],
  on: {
    BookingPlaced({ data, revision }, tables) {
      const { bookingId, machineId, workshopId, memberId, purposeId } = data;
      const startsAt = Date.parse(data.start);
      const endsAt = Date.parse(data.end);
      const whose = { bookingId, machineId, workshopId, memberId, purposeId };
      tables.of(bookings).put({ ...whose, startsAt, endsAt, status: 'placed', marks: NO_MARKS, revision });
    },
    BookingMoved({ data: { bookingId, start, end }, revision }, tables) {
      const times = { startsAt: Date.parse(start), endsAt: Date.parse(end) };
      tables.of(bookings).change(bookingId, { ...times, marks: NO_MARKS, revision });
    },
    BookingResized({ data: { bookingId, start, end }, revision }, tables) {
      const times = { startsAt: Date.parse(start), endsAt: Date.parse(end) };
      tables.of(bookings).change(bookingId, { ...times, marks: NO_MARKS, revision });
    },
    BookingCancelled({ data: { bookingId }, revision }, tables) {
      tables.of(bookings).change(bookingId, { status: 'cancelled', marks: NO_MARKS, revision });
    },
    BookingReinstated({ data: { bookingId }, revision }, tables) {
      tables.of(bookings).change(bookingId, { status: 'placed', marks: NO_MARKS, revision });
    },
    BookingCorrected({ data: { bookingId, start, end }, revision }, tables) {
      const times = { startsAt: Date.parse(start), endsAt: Date.parse(end) };
      tables.of(bookings).change(bookingId, { ...times, revision });
    },
    BookingMarked({ data: { bookingId, rule }, revision }, tables) {
      const table = tables.of(bookings);
      const marks = [...new Set([...marksOf(table.get(bookingId)), rule])];
      table.change(bookingId, { marks: JSON.stringify(marks), revision });
    },
    BookingUnmarked({ data: { bookingId, rule }, revision }, tables) {
      const table = tables.of(bookings);
      const marks = marksOf(table.get(bookingId)).filter((mark) => mark !== rule);
      table.change(bookingId, { marks: JSON.stringify(marks), revision });
    },
    OutageDeclared({ data, revision }, tables) {
      const { outageId, machineId, workshopId, start, end, reasonId } = data;
      const startsAt = Date.parse(start);
      const expectedEnd = end === null ? null : Date.parse(end);
      const row = { outageId, machineId, workshopId, startsAt, expectedEnd, reasonId, revision };
      tables.of(outages).put({ ...row, returnedAt: null });
    },
    OutageEnded({ data: { outageId, end }, revision }, tables) {
      tables.of(outages).change(outageId, { returnedAt: Date.parse(end), revision });
    },
  },
};
