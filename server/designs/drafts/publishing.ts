import { hash } from 'node:crypto';
import type { DesignContent } from '../../../shared/designs/content.ts';
import type { ViewsReader } from '../../views/reader.ts';
import { canonicalText } from '../contents.ts';
import type { PublishRevision } from '../designCommands.ts';
import { revisionOf } from '../queries.ts';
import { revisionFactsOf } from '../revisionFacts.ts';
import type { Draft, Drafts } from './drafts.ts';

/** The id that the file store would give to a content. */
export const contentIdOf = (content: DesignContent): string => hash('sha256', canonicalText(content));

export interface Publication {
  content: DesignContent;
  /** Of the design whose next revision it is, or of the new one. */
  designId: string;
  workshopId: string | null;
  fixes: string[];
}

/** The command that publishes a draft. */
export function publicationOf(
  { designId: own, base, forkOf }: Draft,
  publishedBy: string,
  { content, designId, workshopId, fixes }: Publication,
): PublishRevision {
  const isFirst = own === null;
  return {
    type: 'PublishRevision',
    designId,
    revision: isFirst ? 1 : (base?.revision ?? 0) + 1,
    ...revisionFactsOf(content, contentIdOf(content)),
    forkedFrom: isFirst ? forkOf : null,
    workshopId: isFirst ? workshopId : null,
    publishedBy,
    fixes,
  };
}

/** A draft whose publication is in the log, but which a crash kept from going, goes now. */
export function settlePublished(views: ViewsReader, drafts: Drafts, draftId: string, memberId: string): void {
  const publishing = drafts.publishingOf(draftId, memberId);
  if (publishing === null) return;
  const { designId, revision, contentId } = publishing.command;
  if (revisionOf(views, designId, revision)?.contentId === contentId) drafts.settle(publishing);
}
