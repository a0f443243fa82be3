import { designById } from '../designs/queries.ts';
import { problemsOf } from '../designs/queriesOfTalk.ts';
import { isErased } from '../members/queries.ts';
import type { Consequences, Reaction } from '../reactions/reaction.ts';
import { answerableIn } from './answerable.ts';
import { type Concerned, concernedBy } from './impact.ts';

const NOTHING: Consequences = { commands: [], notices: [] };

/** Kinds of notices where all that somebody has to do with was made from forks. */
const FORKED = {
  ThingProblemFixed: 'ThingForkProblemFixed',
  ThingSafetyProblem: 'ThingForkSafetyProblem',
} as const;

/**
 * Tells whoever has to do with things of an affected revision: that a problem is fixed in another one, and at once where
 * somebody could be hurt; those of its forks likewise.
 */
const tellHolders: Reaction = {
  name: 'tellHoldersOfProblems',
  on: ['ProblemFixed', 'ProblemRaised'],
  react({ type, data, actor }, { views }) {
    if (!('problemId' in data) || !('designId' in data)) return NOTHING;
    if (type === 'ProblemRaised' && !('safety' in data && data.safety)) return NOTHING;
    const { designId, problemId } = data;
    const design = designById(views, designId);
    const problem = problemsOf(views, designId).find((one) => one.problemId === problemId);
    if (!design || !problem) return NOTHING;
    const { latest } = design;
    const { ofRevision, fixedIn } = problem;
    const answerable = answerableIn(views);
    const concerned = concernedBy(views, { problemId, designId, latest, ofRevision, fixedIn });
    const thingsOf = new Map<string, Concerned[]>();
    for (const one of concerned) {
      if (one.state !== 'open') continue;
      for (const memberId of new Set(answerable(one.itemId))) {
        const things = thingsOf.get(memberId);
        if (things) things.push(one);
        else thingsOf.set(memberId, [one]);
      }
    }
    const kind = type === 'ProblemFixed' ? 'ThingProblemFixed' : 'ThingSafetyProblem';
    return {
      commands: [],
      notices: [...thingsOf].flatMap(([memberId, things]) => {
        if (actor === `member:${memberId}` || isErased(views, memberId)) return [];
        const [first] = things;
        // A fork may have mended it: whoever has nothing else is not told that theirs has the problem.
        const fork = things.every((each) => each.fork !== null) ? first?.fork : null;
        const params = {
          ...{ designId, problemId },
          ...(fork ? { otherDesignId: fork } : {}),
          // Of one thing it leads there, of several to the list of them.
          ...(first && things.length === 1 ? { itemId: first.itemId } : {}),
        };
        return [{ memberId, kind: fork ? FORKED[kind] : kind, params }];
      }),
    };
  },
};

export const networkReactions: readonly Reaction[] = [tellHolders];
