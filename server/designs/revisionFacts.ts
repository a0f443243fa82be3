import type { DesignContent } from '../../shared/designs/content.ts';
import type { PinnedRevision } from '../../shared/designs/partLines.ts';
import type { DataOf } from '../../shared/schemasOfEvents.ts';
import { standingPins } from './standingPins.ts';

/** What the event of a revision says of its content. */
export type RevisionFacts = Pick<DataOf<'RevisionPublished'>, 'contentId' | 'summary' | 'files' | 'uses'>;

/** @param contentId where the content stands in the file store. */
export function revisionFactsOf(content: DesignContent, contentId: string): RevisionFacts {
  const pins = new Map<string, PinnedRevision>();
  for (const { of } of content.parts) if (of) pins.set(`${of.designId}:${of.revision}`, of);
  for (const { designId, revision } of standingPins(content)) {
    pins.set(`${designId}:${revision}`, { designId, revision });
  }
  const { title, purpose, category, tags, language, version, licence } = content;
  const { technologyReadiness, documentationReadiness } = content;
  return {
    contentId,
    summary: {
      title,
      purpose,
      category,
      tags,
      language,
      version,
      technologyReadiness,
      documentationReadiness,
      licence,
      lines: content.parts.length,
      steps: content.steps.length,
      files: content.files.length,
      picture: content.files.find(({ role }) => role === 'picture')?.fileId ?? null,
    },
    files: [...new Set(content.files.map(({ fileId }) => fileId))],
    uses: [...pins.values()],
  };
}
