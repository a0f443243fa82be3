import type { ViewsReader } from '../views/reader.ts';
import type { RowOf } from '../views/table.ts';
import {
  buildConsumptions,
  buildLog,
  buildMeasurements,
  buildMeetings,
  buildParts,
  buildRemarks,
  buildTests,
} from './tables.ts';

/** One entry of a log; instants in UTC milliseconds. */
export interface LogEntry {
  logId: string;
  step: string | null;
  photographs: string[];
  sounds: string[];
  noteId: string | null;
  at: number;
  by: string;
  removed: boolean;
}

const entryOf = ({ photographs, sounds, removed, buildId: _, ...row }: RowOf<typeof buildLog>): LogEntry => ({
  ...row,
  photographs: JSON.parse(photographs),
  sounds: JSON.parse(sounds),
  removed: removed === 1,
});

/** The log of a build, by the time at which things happened; removed entries too. */
export const logOf = (views: ViewsReader, buildId: string): LogEntry[] =>
  views.all(buildLog, 'where buildId = ? order by at, logId', buildId).map(entryOf);

export function logEntry(views: ViewsReader, buildId: string, logId: string): LogEntry | null {
  const row = views.byKey(buildLog, logId);
  return row?.buildId === buildId ? entryOf(row) : null;
}

/** The photographs of a build's newest entry that has some, and was not removed. */
export function picturesOf(views: ViewsReader, buildId: string): string[] {
  const where = "where buildId = ? and removed = 0 and photographs <> '[]' order by at desc, logId limit 1";
  const row = views.first(buildLog, where, buildId);
  return row ? entryOf(row).photographs : [];
}

const inOrder = 'where buildId = ? order by at, rowid';

/** What met lines by somebody's word. */
export const saidMeetingsOf = (views: ViewsReader, buildId: string) =>
  views.all(buildMeetings, inOrder, buildId);

/** Things that went into a build, and stand. */
export const partsOf = (views: ViewsReader, buildId: string) =>
  views.all(buildParts, 'where buildId = ? and tried = 0 order by at, rowid', buildId);

/** Where and why something was taken off a shelf, by consumption. */
export const consumptionPlacesOf = (views: ViewsReader, buildId: string) =>
  new Map(views.all(buildConsumptions, inOrder, buildId).map((row) => [row.consumptionId, row]));

export const measurementsOf = (views: ViewsReader, buildId: string) =>
  views.all(buildMeasurements, inOrder, buildId);

export const testsOf = (views: ViewsReader, buildId: string) => views.all(buildTests, inOrder, buildId);

export const remarksOf = (views: ViewsReader, buildId: string) => views.all(buildRemarks, inOrder, buildId);

const WRITTEN = [
  'buildSteps',
  'buildLog',
  'buildMeetings',
  'buildParts',
  'buildConsumptions',
  'buildMeasurements',
  'buildTests',
  'buildRemarks',
];

/** Who wrote something about a build, each once: what one person did for another stands in that person's name. */
export function writersOf(views: ViewsReader, buildId: string): string[] {
  const sql = WRITTEN.map((table) => `select "by" as memberId from ${table} where buildId = ?1`).join(
    ' union ',
  );
  return views.ask({ memberId: 'text' }, sql, buildId).map(({ memberId }) => memberId);
}
