import type { z } from 'zod';
import type { openProblem } from '../../../shared/items/views.ts';
import { problemsOf } from '../../designs/queriesOfTalk.ts';
import { answersOfItem, type Item } from '../queries.ts';
import type { Sources } from './naming.ts';

export type OpenProblem = z.infer<typeof openProblem>;

const GONE: ReadonlySet<Item['status']> = new Set(['consumed', 'scrapped', 'split', 'neverWas']);

/**
 * Problems of the revision that a thing is which its holders have not answered: raised of it or an earlier one, and fixed
 * in none up to it. Those by which somebody could be hurt come first.
 */
export function openProblemsOf(
  { views, texts }: Pick<Sources, 'views' | 'texts'>,
  item: Item,
): OpenProblem[] {
  const { of } = item;
  if (of === null || GONE.has(item.status)) return [];
  const answered = new Set(answersOfItem(views, item.itemId).map(({ problemId }) => problemId));
  const open = problemsOf(views, of.designId).filter(
    ({ status, ofRevision, fixedIn, problemId }) =>
      status !== 'dismissed' &&
      ofRevision <= of.revision &&
      (fixedIn === null || fixedIn > of.revision) &&
      !answered.has(problemId),
  );
  const words = texts.of(open.map(({ textId }) => textId));
  return open
    .toSorted((one, other) => other.safety - one.safety)
    .map(({ problemId, safety, textId, fixedIn }) => ({
      designId: of.designId,
      problemId,
      safety: safety === 1,
      text: words.get(textId) ?? null,
      fixedIn,
    }));
}
