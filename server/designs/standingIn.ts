import { type DesignContent, EMPTY_CONTENT } from '../../shared/designs/content.ts';
import type { PinnedRevision } from '../../shared/designs/partLines.ts';
import type { Parts } from '../parts.ts';
import { revisionOf } from './queries.ts';
import { standingPins } from './standingPins.ts';

/** A revision that stands in a model. */
export interface StandingDesign extends PinnedRevision {
  contentId: string;
  content: DesignContent;
}

/** More than any machine is made of; what lies beyond is not drawn. */
const MOST_DESIGNS = 500;

/** Every revision that stands in a content's model at any level, each once; what was withdrawn is missing. */
export function standingIn(
  { views, designs }: Pick<Parts, 'views' | 'designs'>,
  content: Pick<DesignContent, 'instances'>,
): StandingDesign[] {
  const found = new Map<string, StandingDesign>();
  const waiting: PinnedRevision[] = standingPins(content);
  // Taken in turn, not shifted off: they may be very many.
  for (const pin of waiting) {
    if (found.size >= MOST_DESIGNS) break;
    const { designId, revision } = pin;
    const key = `${designId}:${revision}`;
    const contentId = found.has(key) ? undefined : revisionOf(views, designId, revision)?.contentId;
    const inner = contentId === undefined ? null : designs.read(contentId);
    if (contentId === undefined || inner === null) continue;
    found.set(key, { designId, revision, contentId, content: inner });
    waiting.push(...standingPins(inner));
  }
  return [...found.values()];
}

/** What of a content says how it looks: little enough to be handed to another thread. */
export function onlyModelOf({ title, parameters, instances, mates, files }: DesignContent): DesignContent {
  const paths = new Set(instances.flatMap(({ of }) => (of.kind === 'file' ? [of.path] : [])));
  return {
    ...EMPTY_CONTENT,
    title,
    parameters,
    instances,
    mates,
    files: files.filter(({ path }) => paths.has(path)),
  };
}
