import type { DesignRelation } from '../../shared/designs/content.ts';
import type { RevisionSummary } from '../../shared/designs/events.ts';
import type { PinnedRevision } from '../../shared/designs/partLines.ts';
import type { ViewsReader } from '../views/reader.ts';
import { versionOf } from './projection.ts';
import {
  type DesignRow,
  designDuplicates,
  designMaintainers,
  designPins,
  designRevisions,
  designs,
  type RevisionRow,
} from './tables.ts';

/** A design by its newest revision. Instants in UTC milliseconds. */
export interface Design {
  designId: string;
  latest: number;
  contentId: string;
  title: string;
  summary: RevisionSummary;
  publishedBy: string;
  publishedAt: number;
  /** Who published its first revision, and when. */
  firstBy: string;
  firstAt: number;
  workshopId: string | null;
  forkedFrom: PinnedRevision | null;
  relations: DesignRelation[];
  /** Whether something stands in its model. */
  hasModel: boolean;
  /** Of the stream when the design itself last changed. */
  revision: number;
}

export interface Revision extends PinnedRevision {
  contentId: string;
  summary: RevisionSummary;
  publishedBy: string;
  publishedAt: number;
  /** What it changed, in words; null where its content was withdrawn. */
  changes: string | null;
}

export function designById(views: ViewsReader, designId: string): Design | null {
  const row = views.byKey(designs, designId);
  return row ? designOf(row) : null;
}

/** One revision; undefined where there is none of that number. */
export function revisionOf(views: ViewsReader, designId: string, revision: number): Revision | undefined {
  const row = views.byKey(designRevisions, versionOf({ designId, revision }));
  return row && revisionFrom(row);
}

/** The newest revision of a design. */
export function latestOf(views: ViewsReader, designId: string): Revision | undefined {
  const latest = views.byKey(designs, designId)?.latest;
  return latest === undefined ? undefined : revisionOf(views, designId, latest);
}

/** Revisions of a design, the newest first, from the one before `before`. */
export function revisionsOf(views: ViewsReader, designId: string, before: number, limit: number): Revision[] {
  const rest = `where designId = ? and number < ? order by number desc limit ${Math.trunc(limit)}`;
  return views.all(designRevisions, rest, designId, before).map(revisionFrom);
}

/** Who decides what a lineage adopts. */
export function maintainersOf(views: ViewsReader, designId: string): string[] {
  return views
    .all(designMaintainers, 'where designId = ? order by maintainer', designId)
    .map(({ memberId }) => memberId);
}

export function isMaintainer(views: ViewsReader, designId: string, memberId: string): boolean {
  return views.byKey(designMaintainers, `${designId}/${memberId}`) !== undefined;
}

export function designsMaintainedBy(views: ViewsReader, memberId: string): Design[] {
  const where = 'where designId in (select designId from designMaintainers where memberId = ?)';
  return views
    .ask(designs.columns, `select * from designs ${where} order by title, designId`, memberId)
    .map(designOf);
}

/** Titles of the newest revisions; a design that is not here is missing. */
export function titlesOf(views: ViewsReader, designIds: Iterable<string>): Map<string, string> {
  const titles = new Map<string, string>();
  for (const designId of new Set(designIds)) {
    const title = views.byKey(designs, designId)?.title;
    if (title !== undefined) titles.set(designId, title);
  }
  return titles;
}

/** Designs that began as a fork of any revision of this one, the oldest first. */
export function forksOf(views: ViewsReader, designId: string, limit = 1000): Design[] {
  const rest = `where forkedFrom = ? order by firstAt, designId limit ${Math.trunc(limit)}`;
  return views.all(designs, rest, designId).map(designOf);
}

/** Designs that were declared to be the same thing, in either direction. */
export function duplicatesOf(views: ViewsReader, designId: string): string[] {
  const rows = views.all(designDuplicates, 'where designId = ? or "of" = ?', designId, designId);
  return [...new Set(rows.map((row) => (row.designId === designId ? row.of : row.designId)))];
}

/** Designs that say how they stand to other types of machine, by title. */
export function designsWithRelations(views: ViewsReader): Design[] {
  return views.all(designs, "where relations <> '[]' order by title, firstAt, designId").map(designOf);
}

/** Designs of which this one says that they are the same. */
export function duplicatesDeclaredBy(views: ViewsReader, designId: string): string[] {
  return views.all(designDuplicates, 'where designId = ? order by duplicate', designId).map((row) => row.of);
}

const designsOf = new WeakMap<DesignRow, Design>();

/** By the row they came from, which stays the same while nothing changes. */
function designOf(row: DesignRow): Design {
  const known = designsOf.get(row);
  if (known) return known;
  const { forkedFrom, forkedFromRevision, relations, summary, hasModel, ...columns } = row;
  const isFork = forkedFrom !== null && forkedFromRevision !== null;
  const design: Design = {
    ...columns,
    summary: JSON.parse(summary),
    relations: JSON.parse(relations),
    hasModel: hasModel === 1,
    forkedFrom: isFork ? { designId: forkedFrom, revision: forkedFromRevision } : null,
  };
  designsOf.set(row, design);
  return design;
}

const revisionFrom = (row: RevisionRow): Revision => ({
  designId: row.designId,
  revision: row.number,
  contentId: row.contentId,
  summary: JSON.parse(row.summary),
  publishedBy: row.publishedBy,
  publishedAt: row.publishedAt,
  changes: row.changes,
});

/** Who published a design's revisions up to one, the first author first. */
export function authorsOf(views: ViewsReader, designId: string, upTo: number): string[] {
  const sql = `select publishedBy from designRevisions where designId = ? and number <= ?
    group by publishedBy order by min(number)`;
  return views.ask({ publishedBy: 'text' }, sql, designId, upTo).map(({ publishedBy }) => publishedBy);
}

/** Revisions that one pins, each once. */
export function pinnedBy(views: ViewsReader, designId: string, revision: number): PinnedRevision[] {
  return views
    .all(designPins, 'where pinning = ? order by pin', versionOf({ designId, revision }))
    .map(({ pinnedDesign, pinnedRevision }) => ({ designId: pinnedDesign, revision: pinnedRevision }));
}
