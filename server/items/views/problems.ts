import type { z } from 'zod';
import type { PinnedRevision } from '../../../shared/designs/partLines.ts';
import type { InsidePart, openProblem, ThingView } from '../../../shared/items/views.ts';
import { titlesOf } from '../../designs/queries.ts';
import { type Affecting, problemsAffecting } from '../../network/affecting.ts';
import { answersOfItem, type Item } from '../queries.ts';
import type { Sources } from './naming.ts';

export type OpenProblem = z.infer<typeof openProblem>;

const GONE: ReadonlySet<Item['status']> = new Set(['consumed', 'scrapped', 'split', 'neverWas']);
/** Parts inside that are told of. */
const MOST_DANGERS = 20;

const versionOf = ({ designId, revision }: PinnedRevision) => `${designId}:${revision}`;

const isUnanswered = (views: Sources['views'], itemId: string) => {
  const answered = new Set(answersOfItem(views, itemId).map(({ problemId }) => problemId));
  return ({ problem }: Affecting) => !answered.has(problem.problemId);
};

/**
 * Problems that concern a thing and that its holders have not answered: of the revision that it is, and of those that one
 * holds. Those by which somebody could be hurt come first.
 */
export function openProblemsOf(
  { views, texts }: Pick<Sources, 'views' | 'texts'>,
  { itemId, of, status }: Item,
): OpenProblem[] {
  if (of === null || GONE.has(status)) return [];
  const open = problemsAffecting(views, versionOf(of)).filter(isUnanswered(views, itemId));
  const words = texts.of(open.map(({ problem }) => problem.textId));
  const titles = titlesOf(
    views,
    open.flatMap(({ fork }) => fork ?? []),
  );
  return open.map(({ problem: { problemId, designId, title, safety, textId, fixedIn }, fork, revision }) => ({
    designId,
    problemId,
    title,
    revision,
    fork: fork === null ? null : (titles.get(fork) ?? ''),
    safety,
    text: words.get(textId) ?? null,
    fixedIn,
  }));
}

/** Parts inside of a thing by which somebody could be hurt: whoever uses the machine has to know. */
export function dangersInsideOf(
  { views, texts }: Pick<Sources, 'views' | 'texts'>,
  contents: readonly InsidePart[],
): ThingView['dangersInside'] {
  const ofVersion = Map.groupBy(
    contents.filter(({ of }) => of !== null),
    ({ of }) => (of ? versionOf(of) : ''),
  );
  const found = [...ofVersion].flatMap(([version, parts]) => {
    const dangers = problemsAffecting(views, version).filter(({ problem }) => problem.safety);
    if (dangers.length === 0) return [];
    return parts.flatMap(({ itemId, name, code }) => {
      const [open] = dangers.filter(isUnanswered(views, itemId));
      return open ? [{ itemId, name, code, textId: open.problem.textId }] : [];
    });
  });
  const told = found.slice(0, MOST_DANGERS);
  const words = texts.of(told.map(({ textId }) => textId));
  return told.map(({ textId, ...part }) => ({ ...part, text: words.get(textId) ?? null }));
}
