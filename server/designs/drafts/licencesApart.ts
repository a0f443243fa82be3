import { isDerived } from '../../../shared/assemblies/lineIds.ts';
import type { DraftContent } from '../../../shared/designs/content.ts';
import type { Contradiction } from '../../../shared/designs/contradictionView.ts';
import type { PinnedRevision } from '../../../shared/designs/partLines.ts';
import { adviceFor } from '../../../shared/licences/advice.ts';
import type { Parts } from '../../parts.ts';
import { licencesOf } from '../licenceSources.ts';
import { designById } from '../queries.ts';

const MOST_TOLD = 20;

/** A line or an instance that is a revision of another design. */
interface Pinned {
  at: string[];
  name: string;
  of: PinnedRevision;
}

/**
 * Designs in the parts list and in the model whose licence asks more of a changed version than that of the whole. To use
 * what is published as it is needs nobody's leave, so that nothing is refused for it: it is told.
 */
export function licencesApart(
  parts: Pick<Parts, 'views' | 'designs'>,
  content: Pick<DraftContent, 'parts' | 'instances' | 'licence'>,
): Contradiction[] {
  const { licence } = content;
  if (licence === '') return [];
  const told = new Map<string, Contradiction>();
  for (const { at, name, of } of pinnedIn(content)) {
    if (told.size >= MOST_TOLD) break;
    const key = `${of.designId} ${of.revision}`;
    const before = told.get(key);
    if (before) before.at.push(at);
    const own = before ? undefined : licencesOf(parts, of)?.licence;
    if (own === undefined) continue;
    const { refusal, allowed } = adviceFor([own], licence);
    const [fitting] = allowed ?? [];
    // What may not be changed at all may still be used.
    if (refusal === null || fitting === undefined) continue;
    const called = name || designById(parts.views, of.designId)?.title || of.designId;
    told.set(key, {
      kind: 'licencesApart',
      sentence: `“${called}” stands under ${own}, the whole under ${licence}: whoever changes that part goes by its own licence. ${fitting} fits both.`,
      at: [at],
      values: [own, licence],
    });
  }
  return [...told.values()];
}

/** What stands in the model has lines of its own, which are told there. */
const pinnedIn = ({ parts, instances }: Pick<DraftContent, 'parts' | 'instances'>): Pinned[] => [
  ...parts.flatMap((line): Pinned[] =>
    line.of && !(instances.length > 0 && isDerived(line))
      ? [{ at: ['parts', line.id, 'of'], name: line.name, of: line.of }]
      : [],
  ),
  ...instances.flatMap(({ id, name, of }): Pinned[] =>
    of.kind === 'design' ? [{ at: ['instances', id, 'of'], name, of }] : [],
  ),
];
