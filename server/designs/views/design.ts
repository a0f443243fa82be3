import type { DesignView } from '../../../shared/designs/designViews.ts';
import { reviewMark } from '../../../shared/designs/events.ts';
import { countBuildsOf } from '../../builds/queries.ts';
import type { Parts } from '../../parts.ts';
import type { ViewsReader } from '../../views/reader.ts';
import { creditsOf } from '../lineage/credits.ts';
import { instant, memberNamer, namedRevision, namedWorkshop, shownSummary } from '../naming.ts';
import {
  type Design,
  designById,
  designsMaintainedBy,
  duplicatesOf,
  isMaintainer,
  maintainersOf,
  revisionOf,
} from '../queries.ts';
import { countsOf, reviewsOf, suggestionsFrom } from '../queriesOfTalk.ts';

/** A draft that somebody has begun: of the next revision of a design, or of a fork of it. */
export type DraftOf = (memberId: string, designId: string) => string | null;

/** Who made a design, where, and how it stands. @param viewer null: not signed in. */
export function designViewOf(
  parts: Pick<Parts, 'views' | 'names' | 'designs'>,
  design: Design,
  viewer: string | null,
  draftOf: DraftOf,
): DesignView {
  const { views, names } = parts;
  const { designId, latest, summary, publishedAt, publishedBy, workshopId, forkedFrom } = design;
  const maintainers = maintainersOf(views, designId);
  const named = memberNamer(names, [publishedBy, ...maintainers]);
  const content = parts.designs.read(design.contentId);
  return {
    designId,
    latest,
    summary: shownSummary(views, summary),
    publishedAt: instant(publishedAt),
    publishedBy: named(publishedBy),
    workshop: namedWorkshop(views, workshopId),
    maintainers: maintainers.map(named),
    forkedFrom: forkedFrom && namedRevision(views, forkedFrom.designId, forkedFrom.revision),
    duplicates: duplicatesOf(views, designId).flatMap((other) => {
      const revision = designById(views, other)?.latest;
      return (revision !== undefined && namedRevision(views, other, revision)) || [];
    }),
    counts: countsHere(views, designId),
    reviews: reviewCounts(views, design),
    credits: creditsOf(parts, { designId, revision: latest }, content),
    mine: {
      maintains: viewer !== null && isMaintainer(views, designId, viewer),
      draftId: viewer === null ? null : draftOf(viewer, designId),
      maySuggestFrom: viewer === null ? [] : forksToSuggest(views, design, viewer),
    },
  };
}

/** As often as builds here or people who say so know of: whoever says so may have written the build down as well. */
function countsHere(views: ViewsReader, designId: string): DesignView['counts'] {
  const counts = countsOf(views, designId);
  return { ...counts, built: Math.max(counts.built, countBuildsOf(views, designId).completed) };
}

function reviewCounts(views: ViewsReader, { designId, latest }: Design): DesignView['reviews'] {
  const rows = reviewsOf(views, designId);
  return reviewMark.options.flatMap((mark) => {
    const marked = rows.filter((row) => row.mark === mark);
    const ofLatest = marked.filter(({ ofRevision }) => ofRevision === latest).length;
    return marked.length === 0 ? [] : [{ mark, ofLatest, ofOlder: marked.length - ofLatest }];
  });
}

/** Forks of forks are looked at too, so far. */
const MOST_GENERATIONS = 50;

/** Designs of the viewer's that grew out of this one and differ from what was offered or taken over so far. */
function forksToSuggest(
  views: ViewsReader,
  design: Design,
  viewer: string,
): DesignView['mine']['maySuggestFrom'] {
  return designsMaintainedBy(views, viewer).flatMap((fork) => {
    const origin = originIn(views, fork, design.designId);
    if (origin === null || revisionOf(views, design.designId, origin)?.contentId === fork.contentId)
      return [];
    const isOffered = suggestionsFrom(views, design.designId, fork.designId).some(
      ({ status, fromRevision }) =>
        fromRevision === fork.latest && (status === 'open' || status === 'adopted' || status === 'declined'),
    );
    return (!isOffered && namedRevision(views, fork.designId, fork.latest)) || [];
  });
}

/** The revision of `designId` that a fork, or what it was forked from, came from; null where it did not. */
function originIn(views: ViewsReader, fork: Design, designId: string): number | null {
  let origin = fork.forkedFrom;
  for (let generation = 0; origin && generation < MOST_GENERATIONS; generation++) {
    if (origin.designId === designId) return origin.revision;
    origin = designById(views, origin.designId)?.forkedFrom ?? null;
  }
  return null;
}
