import type { DraftContent } from '../../../shared/designs/content.ts';
import type { Contradiction } from '../../../shared/designs/contradictionView.ts';
import type { ViewsReader } from '../../views/reader.ts';
import { designById } from '../queries.ts';

/** Of these, at most; a list of ten thousand pins is looked at, and not all of it told. */
const MOST_TOLD = 20;

/** Sub-designs of a parts list of which a newer revision is out. */
export function newerSubDesigns(views: ViewsReader, { parts }: Pick<DraftContent, 'parts'>): Contradiction[] {
  return parts
    .flatMap(({ id, name, of }): Contradiction[] => {
      const design = of && designById(views, of.designId);
      if (!of || !design || design.latest <= of.revision) return [];
      return [
        {
          kind: 'newerSubDesign',
          sentence: `“${name}” is revision ${of.revision} of “${design.title}”; ${design.latest} is out.`,
          at: [['parts', id, 'of']],
          values: [String(of.revision), String(design.latest)],
        },
      ];
    })
    .slice(0, MOST_TOLD);
}
