import { designById } from '../designs/queries.ts';
import { problemsOf } from '../designs/queriesOfTalk.ts';
import { isErased } from '../members/queries.ts';
import type { Consequences, Reaction } from '../reactions/reaction.ts';
import { answerableIn } from './answerable.ts';
import { concernedBy } from './impact.ts';

const NOTHING: Consequences = { commands: [], notices: [] };

/**
 * Tells whoever has to do with things of an affected revision: that a problem is fixed in another one, and at once where
 * somebody could be hurt.
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
    const thingsOf = new Map<string, string[]>();
    for (const { itemId, state } of concerned) {
      if (state !== 'open') continue;
      for (const memberId of new Set(answerable(itemId))) {
        const things = thingsOf.get(memberId);
        if (things) things.push(itemId);
        else thingsOf.set(memberId, [itemId]);
      }
    }
    const kind = type === 'ProblemFixed' ? 'ThingProblemFixed' : 'ThingSafetyProblem';
    return {
      commands: [],
      notices: [...thingsOf].flatMap(([memberId, things]) => {
        if (actor === `member:${memberId}` || isErased(views, memberId)) return [];
        // Of one thing it leads there, of several to the list of them.
        const [itemId] = things.length === 1 ? things : [];
        return [{ memberId, kind, params: { designId, problemId, ...(itemId ? { itemId } : {}) } }];
      }),
    };
  },
};

export const networkReactions: readonly Reaction[] = [tellHolders];
