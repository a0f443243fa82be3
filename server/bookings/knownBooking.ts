import { z } from 'zod';
import {
  type Awaited,
  awaited,
  type Condition,
  condition,
  type Override,
  override,
} from '../../shared/bookings/events.ts';
import { type BookingRule, bookingRule } from '../../shared/bookings/rules.ts';
import { type BookingStatus, bookingStatus } from '../../shared/bookings/views.ts';
import type { Booking } from './agenda.ts';
import type { BookingRow } from './projection.ts';

/** A booking as the views have it; instants in UTC milliseconds. */
export interface KnownBooking {
  bookingId: string;
  machineId: string;
  workshopId: string;
  memberId: string;
  start: number;
  end: number;
  status: BookingStatus;
  purposeId: string | null;
  supervisorId: string | null;
  seriesId: string | null;
  awaits: Awaited[];
  answerBy: number | null;
  startedAt: number | null;
  stoppedAt: number | null;
  /** Until when its slot reached before its use was stopped. */
  plannedEnd: number | null;
  /** Ids of bookings that what a reader told later contradicts. */
  contradicts: string[];
  estimated: boolean;
  condition: Condition | null;
  missing: string[];
  /** Of the stop, or of what was declined. */
  noteId: string | null;
  renewals: number;
  overridden: Override | null;
  late: boolean;
  marks: BookingRule[];
  revision: number;
  /** Time of its own last event, UTC milliseconds. */
  changedAt: number;
}

/** The booking as the rules see it. */
export function asBooking(known: KnownBooking): Booking {
  const { bookingId, workshopId, memberId, start, end, supervisorId, renewals, overridden, marks, revision } =
    known;
  const all = { bookingId, workshopId, memberId, start, end, supervisorId, renewals, overridden, revision };
  const startedAt = known.startedAt ?? start;
  switch (known.status) {
    case 'pending':
      return { ...all, marks, status: 'pending', awaits: known.awaits, answerBy: known.answerBy ?? start };
    case 'placed':
      return { ...all, marks, status: 'placed' };
    case 'started':
      return { ...all, marks, status: 'started', startedAt, via: 'person' };
    case 'completed':
      return {
        ...all,
        status: 'completed',
        startedAt,
        stoppedAt: known.stoppedAt ?? end,
        plannedEnd: known.plannedEnd ?? end,
      };
    default:
      return {
        ...all,
        status: known.status,
        used: known.startedAt === null ? null : { from: known.startedAt, to: known.stoppedAt },
      };
  }
}

const lists = {
  marks: z.array(bookingRule),
  awaits: z.array(awaited),
  missing: z.array(z.string()),
  contradicts: z.array(z.string()),
};
/** Nearly every list is empty: nothing to parse then. */
const listOf = <Item>(schema: z.ZodType<Item[]>, text: string): Item[] =>
  text === '[]' ? [] : schema.parse(JSON.parse(text));

const statuses: ReadonlyMap<string, BookingStatus> = new Map(
  bookingStatus.options.map((status) => [status, status]),
);

/** By the row they came from, which stays the same while nothing changes: a calendar of thousands is read again and again. */
const read = new WeakMap<BookingRow, KnownBooking>();

/** The row as it is worked with. */
export function bookingOf(row: BookingRow): KnownBooking {
  const known = read.get(row);
  if (known) return known;
  const booking: KnownBooking = {
    bookingId: row.bookingId,
    machineId: row.machineId,
    workshopId: row.workshopId,
    memberId: row.memberId,
    start: row.startsAt,
    end: row.endsAt,
    status: statuses.get(row.status) ?? bookingStatus.parse(row.status),
    purposeId: row.purposeId,
    supervisorId: row.supervisorId,
    seriesId: row.seriesId,
    awaits: listOf(lists.awaits, row.awaits),
    answerBy: row.answerBy,
    startedAt: row.startedAt,
    stoppedAt: row.stoppedAt,
    plannedEnd: row.plannedEnd,
    estimated: row.estimated === 1,
    condition: row.condition === null ? null : condition.parse(row.condition),
    missing: listOf(lists.missing, row.missing),
    contradicts: listOf(lists.contradicts, row.contradicts),
    noteId: row.noteId,
    renewals: row.renewals,
    overridden: row.overridden === null ? null : override.parse(JSON.parse(row.overridden)),
    late: row.late === 1,
    marks: listOf(lists.marks, row.marks),
    revision: row.revision,
    changedAt: row.changedAt,
  };
  read.set(row, booking);
  return booking;
}
