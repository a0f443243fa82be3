import { contradictionsIn } from '../../../shared/designs/contradictions.ts';
import type { RevisionList, RevisionView } from '../../../shared/designs/designViews.ts';
import { withdrawalOf } from '../../files/queries.ts';
import type { Parts } from '../../parts.ts';
import { rollUpOf } from '../lists/rollUps.ts';
import { instant, memberNamer, namedRevision, shownSummary } from '../naming.ts';
import { type Design, pinnedBy, type Revision, revisionsOf } from '../queries.ts';

/** One revision with all that it says. */
export function revisionViewOf(
  { views, names, designs }: Pick<Parts, 'views' | 'names' | 'designs'>,
  { designId, latest }: Design,
  revision: Revision,
): RevisionView {
  const { contentId, summary, publishedAt, publishedBy } = revision;
  const content = designs.read(contentId);
  return {
    designId,
    revision: revision.revision,
    latest,
    contentId,
    publishedAt: instant(publishedAt),
    publishedBy: memberNamer(names, [publishedBy])(publishedBy),
    summary: shownSummary(views, summary),
    content,
    rollUp: rollUpOf(views, revision),
    contradictions: content === null ? [] : contradictionsIn(content),
    uses: pinnedBy(views, designId, revision.revision).flatMap(
      (pin) => namedRevision(views, pin.designId, pin.revision) ?? [],
    ),
    withdrawn: [...new Set(content?.files.map(({ fileId }) => fileId))].filter(
      (fileId) => withdrawalOf(views, fileId) !== null,
    ),
  };
}

const PAGE = 50;

/** A design's revisions, the newest first. @param before the number that the last page ended with. */
export function revisionListOf(
  { views, names }: Pick<Parts, 'views' | 'names'>,
  designId: string,
  before: number,
): RevisionList {
  const found = revisionsOf(views, designId, before, PAGE + 1);
  const page = found.slice(0, PAGE);
  const named = memberNamer(
    names,
    page.map(({ publishedBy }) => publishedBy),
  );
  const last = page.at(-1);
  return {
    revisions: page.map(({ revision, contentId, publishedAt, publishedBy, summary, changes }) => ({
      revision,
      contentId,
      publishedAt: instant(publishedAt),
      publishedBy: named(publishedBy),
      version: summary.version,
      changes,
    })),
    next: found.length > PAGE && last ? String(last.revision) : null,
  };
}
