import type { AssemblySources } from '../../shared/assemblies/assembly.ts';
import { partLinesFrom } from '../../shared/assemblies/partLines.ts';
import type { DraftContent } from '../../shared/designs/content.ts';
import type { Parts } from '../parts.ts';
import { revisionOf } from './queries.ts';

/** Designs that stand in others, as they were published. */
export const assemblySources = ({ views, designs }: Pick<Parts, 'views' | 'designs'>): AssemblySources => ({
  designOf: ({ designId, revision }) => {
    const found = revisionOf(views, designId, revision);
    return found ? designs.read(found.contentId) : null;
  },
});

/** A content whose parts list says what stands in its model; one without a model stays as it is. */
export function withLinesOfModel<Content extends DraftContent>(
  content: Content,
  sources: AssemblySources,
): Content {
  if (content.instances.length === 0) return content;
  return { ...content, parts: partLinesFrom(content, sources) };
}
