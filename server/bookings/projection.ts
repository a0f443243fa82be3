import type { DataOf } from '../../shared/schemasOfEvents.ts';
import type { Projection } from '../views/projection.ts';
import { defineTable, type RowOf } from '../views/table.ts';

/** One booking in whatever state. Lists and `overridden` are JSON; `revision` that of its own last event. */
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
    /** 1 while nobody else can have its time. */
    occupies: 'integer',
    purposeId: 'text?',
    supervisorId: 'text?',
    seriesId: 'text?',
    awaits: 'text',
    answerBy: 'integer?',
    startedAt: 'integer?',
    stoppedAt: 'integer?',
    /** Until when it reached before its use was stopped. */
    plannedEnd: 'integer?',
    /** Ids of bookings that what a reader told later contradicts. */
    contradicts: 'text',
    estimated: 'integer',
    condition: 'text?',
    missing: 'text',
    noteId: 'text?',
    renewals: 'integer',
    overridden: 'text?',
    late: 'integer',
    marks: 'text',
    revision: 'integer',
    /** Time of its own last event: calendars elsewhere take over what is newer. */
    changedAt: 'integer',
  },
  key: 'bookingId',
  indexes: [
    ['machineId', 'endsAt'],
    ['memberId', 'endsAt'],
    ['status', 'endsAt'],
  ],
});
export type BookingRow = RowOf<typeof bookings>;

const NOTHING = '[]';

const marksOf = (row: BookingRow | undefined): string[] => JSON.parse(row?.marks ?? NOTHING);

/** Where a decision on a time leaves the booking: in use it runs on, else it is placed, or pending. */
const decided = (
  { awaits, answerBy, overridden }: Pick<DataOf<'BookingMoved'>, 'awaits' | 'answerBy' | 'overridden'>,
  running: boolean,
) => ({
  status: running ? 'started' : awaits.length === 0 ? 'placed' : 'pending',
  awaits: JSON.stringify(awaits),
  answerBy: answerBy === null ? null : Date.parse(answerBy),
  overridden: overridden === null ? null : JSON.stringify(overridden),
  marks: NOTHING,
});

const released = (status: string, revision: number, at: number) => ({
  status,
  occupies: 0,
  awaits: NOTHING,
  answerBy: null,
  marks: NOTHING,
  revision,
  changedAt: at,
});

const times = ({ start, end }: { start: string; end: string }) => ({
  startsAt: Date.parse(start),
  endsAt: Date.parse(end),
});

export const bookingsProjection: Projection = {
  name: 'bookings',
  source: import.meta.url,
  tables: [bookings],
  on: {
    BookingPlaced({ data, revision, at }, tables) {
      const { bookingId, machineId, workshopId, memberId, purposeId, supervisorId, seriesId } = data;
      tables.of(bookings).put({
        bookingId,
        machineId,
        workshopId,
        memberId,
        ...times(data),
        ...decided(data, false),
        occupies: 1,
        purposeId,
        supervisorId,
        seriesId,
        startedAt: null,
        stoppedAt: null,
        plannedEnd: null,
        contradicts: NOTHING,
        estimated: 0,
        condition: null,
        missing: NOTHING,
        noteId: null,
        renewals: 0,
        late: 0,
        revision,
        changedAt: at,
      });
    },
    BookingMoved({ data, revision, at }, tables) {
      const table = tables.of(bookings);
      const running = table.get(data.bookingId)?.status === 'started';
      table.change(data.bookingId, {
        ...times(data),
        ...decided(data, running),
        occupies: 1,
        revision,
        changedAt: at,
      });
    },
    BookingResized({ data, revision, at }, tables) {
      const table = tables.of(bookings);
      const before = table.get(data.bookingId);
      const renewals = (before?.renewals ?? 0) + (data.renewal ? 1 : 0);
      const running = before?.status === 'started';
      const now = {
        ...times(data),
        ...decided(data, running),
        occupies: 1,
        renewals,
        revision,
        changedAt: at,
      };
      table.change(data.bookingId, now);
    },
    BookingConfirmed({ data: { bookingId, granted }, revision, at }, tables) {
      const table = tables.of(bookings);
      const before: string[] = JSON.parse(table.get(bookingId)?.awaits ?? NOTHING);
      const awaits = before.filter((one) => one !== granted);
      const now = awaits.length === 0 ? { status: 'placed', answerBy: null } : {};
      table.change(bookingId, { awaits: JSON.stringify(awaits), ...now, revision, changedAt: at });
    },
    BookingDeclined({ data: { bookingId, reasonId }, revision, at }, tables) {
      tables.of(bookings).change(bookingId, { ...released('declined', revision, at), noteId: reasonId });
    },
    BookingLapsed({ data: { bookingId }, revision, at }, tables) {
      tables.of(bookings).change(bookingId, released('lapsed', revision, at));
    },
    BookingMissed({ data: { bookingId }, revision, at }, tables) {
      tables.of(bookings).change(bookingId, released('missed', revision, at));
    },
    BookingCancelled({ data: { bookingId, late }, revision, at }, tables) {
      const now = { ...released('cancelled', revision, at), late: late ? 1 : 0 };
      tables.of(bookings).change(bookingId, now);
    },
    BookingReinstated({ data: { bookingId }, revision, at }, tables) {
      const table = tables.of(bookings);
      const before = table.get(bookingId);
      if (!before) return;
      const endsAt = before.status === 'completed' ? (before.plannedEnd ?? before.endsAt) : before.endsAt;
      // As if it had never been used: what was taken back is not told of it any more.
      const unused = { startedAt: null, stoppedAt: null, plannedEnd: null, estimated: 0 };
      const untold = { condition: null, missing: NOTHING, noteId: null, late: 0, marks: NOTHING };
      const now = { status: 'placed', occupies: 1, endsAt, ...unused, ...untold, revision, changedAt: at };
      table.change(bookingId, now);
    },
    BookingPassed({ data: { bookingId, toMemberId }, revision, at }, tables) {
      tables
        .of(bookings)
        .change(bookingId, { memberId: toMemberId, overridden: null, revision, changedAt: at });
    },
    BookingCorrected({ data, revision, at }, tables) {
      const table = tables.of(bookings);
      const now = { ...times(data), revision, changedAt: at };
      const { startsAt: startedAt, endsAt: stoppedAt } = now;
      const used = { startedAt, stoppedAt, plannedEnd: stoppedAt, estimated: 0 };
      const wasUsed = table.get(data.bookingId)?.status === 'completed';
      table.change(data.bookingId, wasUsed ? { ...now, ...used } : now);
    },
    BookingMarked({ data: { bookingId, rule }, revision, at }, tables) {
      const table = tables.of(bookings);
      const marks = [...new Set([...marksOf(table.get(bookingId)), rule])];
      table.change(bookingId, { marks: JSON.stringify(marks), revision, changedAt: at });
    },
    BookingUnmarked({ data: { bookingId, rule }, revision, at }, tables) {
      const table = tables.of(bookings);
      const marks = marksOf(table.get(bookingId)).filter((mark) => mark !== rule);
      table.change(bookingId, { marks: JSON.stringify(marks), revision, changedAt: at });
    },
    UseStarted({ data: { bookingId, at: since, contradicts }, revision, at }, tables) {
      const table = tables.of(bookings);
      const before = table.get(bookingId);
      if (!before) return;
      const startedAt = Date.parse(since);
      const told = {
        startedAt,
        stoppedAt: null,
        contradicts: JSON.stringify(contradicts),
        revision,
        changedAt: at,
      };
      if (contradicts.length > 0 && before.occupies === 0) {
        table.change(bookingId, { ...told, status: 'missed' });
        return;
      }
      const startsAt = contradicts.length > 0 ? before.startsAt : Math.min(before.startsAt, startedAt);
      const now = {
        status: 'started',
        occupies: 1,
        estimated: 0,
        awaits: NOTHING,
        answerBy: null,
        marks: NOTHING,
      };
      table.change(bookingId, { ...told, ...now, startsAt });
    },
    UseStopped({ data, revision, at }, tables) {
      const table = tables.of(bookings);
      const before = table.get(data.bookingId);
      if (!before) return;
      const stoppedAt = Date.parse(data.at);
      const told = {
        startedAt: before.startedAt ?? Math.min(before.startsAt, stoppedAt),
        stoppedAt,
        estimated: data.estimated ? 1 : 0,
        condition: data.condition,
        missing: JSON.stringify(data.missing),
        noteId: data.noteId,
        marks: NOTHING,
        revision,
        changedAt: at,
      };
      if (before.occupies === 0) {
        table.change(data.bookingId, told);
        return;
      }
      table.change(data.bookingId, {
        ...told,
        status: 'completed',
        startsAt: Math.min(before.startsAt, stoppedAt),
        endsAt: Math.min(before.endsAt, stoppedAt),
        plannedEnd: before.endsAt,
      });
    },
    UseHandedOver({ data: { bookingId, toMemberId }, revision, at }, tables) {
      tables
        .of(bookings)
        .change(bookingId, { memberId: toMemberId, overridden: null, revision, changedAt: at });
    },
  },
};
