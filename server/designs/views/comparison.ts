import { changesBetween } from '../../../shared/designs/differences.ts';
import type { ComparisonView } from '../../../shared/designs/lineageViews.ts';
import type { PinnedRevision } from '../../../shared/designs/partLines.ts';
import { HttpProblem } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { commonAncestor } from '../ancestry.ts';
import { lineageLinks } from '../lineageLinks.ts';
import { rollUpOf } from '../lists/rollUps.ts';
import { namedRevision } from '../naming.ts';
import { revisionOf } from '../queries.ts';

/**
 * What differs from one revision to another, of one design or of two.
 * @throws {HttpProblem} not-found
 */
export function comparisonOf(
  { views, designs }: Pick<Parts, 'views' | 'designs'>,
  one: PinnedRevision,
  other: PinnedRevision,
): ComparisonView {
  const sides = [one, other].map((each) => {
    const revision = revisionOf(views, each.designId, each.revision);
    const name = namedRevision(views, each.designId, each.revision);
    if (!revision || !name) throw new HttpProblem('not-found', 'There is no such revision.');
    const content = designs.read(revision.contentId);
    if (!content) throw new HttpProblem('not-found', 'What this revision said was withdrawn.');
    return { name, content };
  });
  const [first, second] = sides;
  if (!first || !second) throw new RangeError('A comparison has two sides.');
  return {
    one: first.name,
    other: second.name,
    common: commonAncestor(lineageLinks(views), one, other),
    changes: changesBetween(first.content, second.content),
    before: rollUpOf(views, one),
    after: rollUpOf(views, other),
  };
}
