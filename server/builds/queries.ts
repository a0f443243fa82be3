import type { BuildKind, LineChoice } from '../../shared/builds/events.ts';
import { buildKind } from '../../shared/builds/events.ts';
import { type BuildStatus, buildStatus } from '../../shared/builds/views.ts';
import type { PinnedRevision } from '../../shared/designs/partLines.ts';
import { wordsQuery } from '../designs/search/words.ts';
import type { ViewsReader } from '../views/reader.ts';
import type { Product } from './buildCommands.ts';
import { numbered } from './numbered.ts';
import {
  type BuildRow,
  type BuildThingRow,
  buildChoices,
  buildHands,
  buildSessions,
  buildSteps,
  builds,
  buildThings,
} from './tables.ts';

/** A build as its newest event left it; instants in UTC milliseconds. */
export interface Build {
  buildId: string;
  workshopId: string;
  kind: BuildKind;
  name: string;
  of: PinnedRevision | null;
  status: BuildStatus;
  things: string[];
  product: Product | null;
  subjectId: string | null;
  forBuild: { buildId: string; line: string } | null;
  noteId: string | null;
  startedBy: string;
  startedAt: number;
  lastAt: number;
  endedAt: number | null;
  reasonId: string | null;
  produced: number | null;
  /** Revision of the event that completed it last; kept when it is opened again. */
  completedRevision: number | null;
  /** Revision of the event that said last what it is about. */
  describedRevision: number;
  revision: number;
}

export function buildById(views: ViewsReader, buildId: string): Build | null {
  const row = views.byKey(builds, buildId);
  return row ? buildOf(row) : null;
}

/** Builds of any revision of a design, the newest first. */
export function buildsOfDesign(views: ViewsReader, designId: string, limit = 200): Build[] {
  const rest = `where designId = ? order by startedAt desc, buildId limit ${Math.trunc(limit)}`;
  return views.all(builds, rest, designId).map(buildOf);
}

/** Open builds of a workshop, or of all; the one that moved last first. */
export function openBuildsOf(views: ViewsReader, workshopId: string | null, limit = 1000): Build[] {
  const rest = `order by lastAt desc, buildId limit ${Math.trunc(limit)}`;
  const rows =
    workshopId === null
      ? views.all(builds, `where status = 'open' ${rest}`)
      : views.all(builds, `where workshopId = ? and status = 'open' ${rest}`, workshopId);
  return rows.map(buildOf);
}

/** What a list of builds may ask for; null: any. */
export interface BuildFilter {
  workshopId: string | null;
  designId: string | null;
  status: BuildStatus | null;
  kind: BuildKind | null;
  /** A hand of it. */
  memberId: string | null;
  offset: number;
  limit: number;
}

/** Open ones first, then the one that moved last. */
export function listBuilds(views: ViewsReader, filter: BuildFilter): Build[] {
  const { workshopId, designId, status, kind, memberId, offset, limit } = filter;
  const conditions: [string, string][] = [];
  if (workshopId !== null) conditions.push(['workshopId = ?', workshopId]);
  if (designId !== null) conditions.push(['designId = ?', designId]);
  if (status !== null) conditions.push(['status = ?', status]);
  if (kind !== null) conditions.push(['kind = ?', kind]);
  if (memberId !== null) {
    conditions.push(['buildId in (select buildId from buildHands where memberId = ?)', memberId]);
  }
  const where = conditions.length === 0 ? '' : `where ${conditions.map(([one]) => one).join(' and ')}`;
  const page = `limit ${Math.trunc(limit)} offset ${Math.trunc(offset)}`;
  const sql = `select * from builds ${where} order by status = 'open' desc, lastAt desc, buildId ${page}`;
  return views.ask(builds.columns, sql, ...conditions.map(([, value]) => value)).map(buildOf);
}

/** Builds whose names fit these words, open ones first. */
export function buildsWithWords(views: ViewsReader, typed: string, limit: number): Build[] {
  const query = wordsQuery(typed);
  if (query === null) return [];
  const rest = `where rowid in (select rowid from buildsWords where buildsWords match ?)
    order by status = 'open' desc, lastAt desc, buildId limit ${Math.trunc(limit)}`;
  return views.all(builds, rest, query).map(buildOf);
}

/** What is held about somebody as a builder, for their own reading: the builds that they joined. */
export const buildsHeldOf = (views: ViewsReader, memberId: string) =>
  listBuilds(views, {
    ...{ workshopId: null, designId: null, status: null, kind: null },
    ...{ memberId, offset: 0, limit: 10_000 },
  }).map(({ buildId, name, status, workshopId, startedAt }) => ({
    ...{ buildId, name, status, workshopId },
    startedAt: new Date(startedAt).toISOString(),
  }));

/** How many builds of a design were completed, and began at all. */
export function countBuildsOf(views: ViewsReader, designId: string): { completed: number; all: number } {
  const sql =
    'select count(*) as "all", coalesce(sum(status = \'completed\'), 0) as completed from builds where designId = ?';
  const [row] = views.ask({ all: 'integer', completed: 'integer' }, sql, designId);
  return { completed: row?.completed ?? 0, all: row?.all ?? 0 };
}

/** A thing of a build, with its plate once it was completed. */
export type BuildThing = BuildThingRow;

export const thingsOfBuild = (views: ViewsReader, buildId: string): BuildThing[] =>
  views.all(buildThings, 'where buildId = ? order by ordinal', buildId);

/**
 * How many things of a design have a serial, and which serials are taken: of those asked for, and of the numbers that
 * come next, so far that `wanted` of these are free.
 */
export function serialsOf(
  views: ViewsReader,
  designId: string,
  asked: readonly string[],
  wanted: number,
): { count: number; taken: string[] } {
  const sql = 'select count(*) as count from buildThings where designId = ? and serial is not null';
  const count = views.ask({ count: 'integer' }, sql, designId)[0]?.count ?? 0;
  const isTaken = (serial: string) =>
    views.first(buildThings, 'where designId = ? and serial = ?', designId, serial) !== undefined;
  const taken = asked.filter(isTaken);
  for (let number = count + 1, free = 0; free < wanted; number++) {
    if (isTaken(numbered(number))) taken.push(numbered(number));
    else free += 1;
  }
  return { count, taken };
}

export const handsOf = (views: ViewsReader, buildId: string): string[] =>
  views.all(buildHands, 'where buildId = ? order by memberId', buildId).map(({ memberId }) => memberId);

export const isHand = (views: ViewsReader, buildId: string, memberId: string): boolean =>
  views.byKey(buildHands, `${buildId}/${memberId}`) !== undefined;

/** Steps that are done, by step. */
export const stepsDoneOf = (views: ViewsReader, buildId: string) =>
  new Map(views.all(buildSteps, 'where buildId = ?', buildId).map((row) => [row.step, row]));

/** How lines are to be met, by line. */
export function choicesOf(views: ViewsReader, buildId: string): Map<string, LineChoice> {
  const rows = views.all(buildChoices, 'where buildId = ?', buildId);
  return new Map(rows.map(({ line, choice }) => [line, JSON.parse(choice)]));
}

/** A session of a machine that belongs to a build; when and how long it was, the bookings know. */
export interface BuildSession {
  bookingId: string;
  buildId: string;
  machineId: string;
  step: string | null;
  begunHere: boolean;
}

export const sessionsOfBuild = (views: ViewsReader, buildId: string): BuildSession[] =>
  views
    .all(buildSessions, 'where buildId = ? order by at, bookingId', buildId)
    .map(({ bookingId, machineId, step, begunHere }) => ({
      bookingId,
      buildId,
      machineId,
      step,
      begunHere: begunHere === 1,
    }));

/** The build to which a session belongs; null: none. */
export const buildOfSession = (views: ViewsReader, bookingId: string): string | null =>
  views.byKey(buildSessions, bookingId)?.buildId ?? null;

function buildOf(row: BuildRow): Build {
  const { designId, designRevision, things, product, forBuild, forLine, kind, status, ...columns } = row;
  return {
    ...columns,
    kind: buildKind.parse(kind),
    status: buildStatus.parse(status),
    of: designId !== null && designRevision !== null ? { designId, revision: designRevision } : null,
    things: JSON.parse(things),
    product: product === null ? null : JSON.parse(product),
    forBuild: forBuild !== null && forLine !== null ? { buildId: forBuild, line: forLine } : null,
  };
}
