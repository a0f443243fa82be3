import { designById } from '../designs/queries.ts';
import { problemsOf } from '../designs/queriesOfTalk.ts';
import { itemById, whereIs } from '../items/queries.ts';
import { holderOf } from '../items/views/naming.ts';
import { isErased, peopleOf } from '../members/queries.ts';
import type { Consequences, Reaction } from '../reactions/reaction.ts';
import type { ViewsReader } from '../views/reader.ts';
import { concernedBy } from './impact.ts';

const NOTHING: Consequences = { commands: [], notices: [] };

/** Whose a thing is, who has it, and who looks after the workshop where it is. */
function answerableFor(views: ViewsReader, itemId: string, stewards: Map<string, string[]>): string[] {
  const item = itemById(views, itemId);
  if (!item) return [];
  const people = [item.owner, holderOf(views, item)].flatMap((party) =>
    party?.kind === 'member' ? [party.memberId] : [],
  );
  const workshops = [whereIs(views, itemId), item.owner.kind === 'workshop' ? item.owner.workshopId : null];
  for (const workshopId of workshops) {
    if (workshopId === null) continue;
    let known = stewards.get(workshopId);
    if (!known) {
      known = peopleOf(views, workshopId)
        .filter(({ appointments }) => appointments.some(({ role }) => role === 'steward'))
        .map(({ memberId }) => memberId);
      stewards.set(workshopId, known);
    }
    people.push(...known);
  }
  return people;
}

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
    const stewards = new Map<string, string[]>();
    const concerned = concernedBy(views, { problemId, designId, latest, ofRevision, fixedIn });
    const people = new Set(
      concerned.flatMap(({ itemId, state }) =>
        state === 'open' ? answerableFor(views, itemId, stewards) : [],
      ),
    );
    const kind = type === 'ProblemFixed' ? 'ThingProblemFixed' : 'ThingSafetyProblem';
    return {
      commands: [],
      notices: [...people].flatMap((memberId) =>
        actor !== `member:${memberId}` && !isErased(views, memberId)
          ? [{ memberId, kind, params: { designId, problemId } }]
          : [],
      ),
    };
  },
};

export const networkReactions: readonly Reaction[] = [tellHolders];
