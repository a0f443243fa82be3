import { isDerived } from '../../../shared/assemblies/lineIds.ts';
import type { DraftContent } from '../../../shared/designs/content.ts';
import type { Contradiction } from '../../../shared/designs/contradictionView.ts';
import type { ViewsReader } from '../../views/reader.ts';
import { designById } from '../queries.ts';

/** Of these, at most; a list of ten thousand pins is looked at, and not all of it told. */
const MOST_TOLD = 20;

/** Sub-designs of a parts list or a model of which a newer revision is out. */
export function newerSubDesigns(
  views: ViewsReader,
  { parts, instances }: Pick<DraftContent, 'parts' | 'instances'>,
): Contradiction[] {
  // What stands in the model is changed there, and its line follows.
  const standing = instances.flatMap(({ id, name, of }) =>
    of.kind === 'design' ? [{ list: 'instances', id, name, of }] : [],
  );
  const written = parts.flatMap((line) =>
    line.of && !(instances.length > 0 && isDerived(line)) ? [{ ...line, list: 'parts', of: line.of }] : [],
  );
  return [...written, ...standing]
    .flatMap(({ list, id, name, of }): Contradiction[] => {
      const design = designById(views, of.designId);
      if (!design || design.latest <= of.revision) return [];
      return [
        {
          kind: 'newerSubDesign',
          sentence: `“${name || design.title}” is revision ${of.revision} of “${design.title}”; ${design.latest} is out.`,
          at: [[list, id, 'of']],
          values: [String(of.revision), String(design.latest)],
        },
      ];
    })
    .slice(0, MOST_TOLD);
}
