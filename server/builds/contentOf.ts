import type { DesignContent } from '../../shared/designs/content.ts';
import type { PinnedRevision } from '../../shared/designs/partLines.ts';
import { revisionOf } from '../designs/queries.ts';
import type { Parts } from '../parts.ts';

/** What the revision that is built says; null without one, or where it was withdrawn. */
export function contentOf(
  { views, designs }: Pick<Parts, 'views' | 'designs'>,
  of: PinnedRevision | null,
): DesignContent | null {
  const revision = of && revisionOf(views, of.designId, of.revision);
  return revision ? designs.read(revision.contentId) : null;
}
