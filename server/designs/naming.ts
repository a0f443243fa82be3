import type { RevisionSummary } from '../../shared/designs/events.ts';
import type { NamedMember, NamedRevision } from '../../shared/designs/naming.ts';
import { withdrawalOf } from '../files/queries.ts';
import type { Names } from '../parts.ts';
import type { ViewsReader } from '../views/reader.ts';
import { workshopById } from '../workshops/queries.ts';
import { revisionNamed } from './lists/pinned.ts';
import { designById } from './queries.ts';

/** Revisions by their versions (`{designId}:{revision}`), with the title of the newest; unknown ones are missing. */
export function namedRevisions(views: ViewsReader, versions: Iterable<string>): Map<string, NamedRevision> {
  const named = new Map<string, NamedRevision>();
  for (const version of versions) {
    const revision = revisionNamed(version);
    const design = designById(views, revision.designId);
    if (design) named.set(version, { ...revision, title: design.title, latest: design.latest });
  }
  return named;
}

/** One revision with its title; null where the design is not here. */
export function namedRevision(views: ViewsReader, designId: string, revision: number): NamedRevision | null {
  const design = designById(views, designId);
  return design && { designId, revision, title: design.title, latest: design.latest };
}

/** The workshop with its name; null where there is none. */
export function namedWorkshop(views: ViewsReader, workshopId: string | null) {
  const workshop = workshopId === null ? null : workshopById(views, workshopId);
  return workshop && { workshopId: workshop.workshopId, name: workshop.name };
}

/** Names many at once; a former member's is null. */
export function memberNamer(names: Names, memberIds: Iterable<string>): (memberId: string) => NamedMember {
  const known = names.of(new Set(memberIds));
  return (memberId) => ({ memberId, name: known.get(memberId) ?? null });
}

/** What lists show of a revision, without a picture whose bytes were withdrawn. */
export const shownSummary = (views: ViewsReader, summary: RevisionSummary): RevisionSummary =>
  summary.picture !== null && withdrawalOf(views, summary.picture) ? { ...summary, picture: null } : summary;

/** UTC milliseconds as an instant. */
export const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();
