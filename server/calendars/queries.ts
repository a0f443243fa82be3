import type { ViewsReader } from '../views/reader.ts';
import { type CalendarEntryRow, calendarEntries } from './projection.ts';

/** What stands in a calendar; instants in UTC milliseconds. Without a member: kept by the workshop. */
export type KnownEntry = Omit<CalendarEntryRow, 'startsAt' | 'endsAt' | 'cancelled' | 'awaits' | 'use'> & {
  start: number;
  end: number;
  status: 'confirmed' | 'tentative' | 'cancelled';
};

interface Interval {
  start: number;
  end: number;
}

/** More than a calendar program takes gladly. */
const MOST = 2000;

export function entryById(views: ViewsReader, entryId: string): KnownEntry | null {
  const row = views.byKey(calendarEntries, entryId);
  return row ? entryOf(row) : null;
}

/** A member's entries that share an instant with `[start, end)`, cancelled ones too, by start. */
export const entriesOfMember = (views: ViewsReader, memberId: string, within: Interval): KnownEntry[] =>
  entriesWhere(views, 'memberId', memberId, within);

/** A machine's entries, in the same way. */
export const entriesOfMachine = (views: ViewsReader, machineId: string, within: Interval): KnownEntry[] =>
  entriesWhere(views, 'machineId', machineId, within);

function entriesWhere(
  views: ViewsReader,
  column: 'memberId' | 'machineId',
  id: string,
  { start, end }: Interval,
): KnownEntry[] {
  const where = `where ${column} = ? and endsAt > ? and startsAt < ? order by startsAt, entryId limit ${MOST}`;
  return views.all(calendarEntries, where, id, start, end).map(entryOf);
}

/** Bookings that stand and start within `(start, end]`, not in use yet. */
export function bookingsStarting(views: ViewsReader, { start, end }: Interval): KnownEntry[] {
  return views
    .all(
      calendarEntries,
      "where use = 'ahead' and startsAt > ? and startsAt <= ? and cancelled = 0 and awaits = 0 order by startsAt",
      start,
      end,
    )
    .map(entryOf);
}

/** What is in use (or lent out) and ends before an instant. */
export function runningUntil(views: ViewsReader, end: number): KnownEntry[] {
  return views.all(calendarEntries, "where use = 'running' and endsAt < ? order by endsAt", end).map(entryOf);
}

function entryOf({ startsAt, endsAt, cancelled, awaits, use: _, ...row }: CalendarEntryRow): KnownEntry {
  const status = cancelled === 1 ? 'cancelled' : awaits > 0 ? 'tentative' : 'confirmed';
  return { ...row, start: startsAt, end: endsAt, status };
}
