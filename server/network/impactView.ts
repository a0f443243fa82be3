import type {
  ImpactCounts,
  ImpactedThing,
  ImpactTally,
  ImpactView,
} from '../../shared/network/impactViews.ts';
import { isAllowed } from '../authorisation/policy.ts';
import { instant, memberNamer, namedRevision, namedRevisions, namedWorkshop } from '../designs/naming.ts';
import type { Design } from '../designs/queries.ts';
import { problemsOf, standingProblemsOf } from '../designs/queriesOfTalk.ts';
import { type Item, itemById } from '../items/queries.ts';
import { mayReadNames, placeOf, type Sources, type Viewer } from '../items/views/naming.ts';
import { workshopsAbout } from '../items/views/thing.ts';
import { type AffectedFork, affectedForks } from './forks.ts';
import { affectedRevisions, type Concerned, concernedBy } from './impact.ts';
import { chainsOf, nodesOf, thingsById } from './nodes.ts';

const AT_ONCE = 500;
/** Problems of one design whose things are counted. */
const MOST_COUNTED = 50;
const MOST_FORKS = 100;
const STATES = ['open', 'exempted', 'fixed'] as const;

/** Whether the requester may answer for a thing: where it is or whose it is, or because it is theirs or with them. */
function mayAnswerFor({ views }: Pick<Sources, 'views'>, item: Item, { requester, now }: Viewer): boolean {
  const own = [item.owner, item.holder].some(
    (party) =>
      party?.kind === 'member' && requester.kind === 'member' && party.memberId === requester.memberId,
  );
  return workshopsAbout({ views }, item).some((workshopId) =>
    isAllowed(views, requester, 'item.change', { workshopId, own }, now),
  );
}

/** How many things each problem of a design concerns, newest first; those of no thing are left out. */
export function impactCountsOf({ views }: Pick<Sources, 'views'>, { designId }: Design): ImpactCounts {
  const problems = standingProblemsOf(views, [designId]).slice(0, MOST_COUNTED);
  return {
    problems: problems.flatMap((problem) => {
      const concerned = concernedBy(views, problem);
      if (concerned.length === 0) return [];
      const { problemId } = problem;
      return [{ problemId, affected: affectedRevisions(problem), ...talliesOf(concerned) }];
    }),
  };
}

function tallyOf(concerned: readonly Concerned[]): ImpactTally {
  const counts = { open: 0, fixed: 0, exempted: 0 };
  for (const { state } of concerned) counts[state] += 1;
  return counts;
}

const talliesOf = (concerned: readonly Concerned[]) => ({
  counts: tallyOf(concerned.filter(({ fork }) => fork === null)),
  inForks: tallyOf(concerned.filter(({ fork }) => fork !== null)),
});

/** Forks that began from an affected revision, those of most things first. */
function forksToldOf(
  views: Sources['views'],
  forks: readonly AffectedFork[],
  concerned: readonly Concerned[],
): ImpactView['forks'] {
  const things = Map.groupBy(concerned, ({ fork }) => fork);
  const countOf = ({ designId }: AffectedFork) => things.get(designId)?.length ?? 0;
  return forks
    .toSorted((one, other) => countOf(other) - countOf(one))
    .slice(0, MOST_FORKS)
    .flatMap(({ designId, last, mendedIn }) => {
      const design = namedRevision(views, designId, last);
      return design ? [{ design, mendedIn, counts: tallyOf(things.get(designId) ?? []) }] : [];
    });
}

/** What a problem of a design concerns in the world; null: the design has no such problem. */
export async function impactViewOf(
  sources: Sources,
  design: Design,
  problemId: string,
  from: number,
  viewer: Viewer,
): Promise<ImpactView | null> {
  const { views } = sources;
  const { designId, latest } = design;
  const problem = problemsOf(views, designId).find((one) => one.problemId === problemId);
  if (!problem) return null;
  const { ofRevision, fixedIn, safety, status, textId } = problem;
  const asked = { problemId, designId, latest, ofRevision, fixedIn };
  const forks = affectedForks(views, asked);
  const concerned = inOrder(sources, concernedBy(views, asked, forks));
  const told = concerned.slice(from, from + AT_ONCE);
  return {
    problemId,
    design: namedRevision(views, designId, ofRevision) ?? {
      designId,
      revision: ofRevision,
      title: '',
      latest,
    },
    text: sources.texts.of([textId]).get(textId) ?? null,
    safety: safety === 1,
    status: STATUSES.find((each) => each === status) ?? 'open',
    affected: affectedRevisions(asked),
    fixedIn,
    ...talliesOf(concerned),
    forks: forksToldOf(views, forks, concerned),
    things: await thingsOf(sources, told, ofRevision, viewer),
    next: from + AT_ONCE < concerned.length ? from + AT_ONCE : null,
  };
}

const STATUSES = ['open', 'confirmed', 'fixed', 'dismissed', 'withdrawn'] as const;

/** The open ones first, then by workshop and name. */
function inOrder({ views }: Sources, concerned: readonly Concerned[]): Concerned[] {
  const ids = concerned.map(({ itemId }) => itemId);
  const chains = chainsOf(views, ids);
  const names = new Map(thingsById(views, ids).map(({ itemId, name }) => [itemId, name]));
  const keys = new Map(
    concerned.map(({ itemId, state }) => {
      const workshop = namedWorkshop(views, chains.get(itemId)?.workshopId ?? null)?.name ?? '';
      return [itemId, `${STATES.indexOf(state)} ${workshop} ${names.get(itemId) ?? ''} ${itemId}`];
    }),
  );
  const key = ({ itemId }: Concerned) => keys.get(itemId) ?? '';
  return concerned.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
}

async function thingsOf(
  sources: Sources,
  concerned: readonly Concerned[],
  ofRevision: number,
  viewer: Viewer,
): Promise<ImpactedThing[]> {
  const { views, names, texts } = sources;
  const rows = thingsById(
    views,
    concerned.map(({ itemId }) => itemId),
  );
  const nodes = new Map(nodesOf(views, rows).map((node) => [node.itemId, node]));
  const titles = namedRevisions(views, new Set(concerned.flatMap(({ through }) => through)));
  const nameOf = memberNamer(
    names,
    concerned.flatMap(({ by }) => by ?? []),
  );
  const reasons = texts.of(concerned.flatMap(({ reasonId }) => reasonId ?? []));
  return concerned.flatMap(({ itemId, fork, revision, through, state, how, by, at, reasonId }) => {
    const [thing, item] = [nodes.get(itemId), itemById(views, itemId)];
    if (!thing || !item) return [];
    const { workshop, inside, owner, holder } = placeOf(sources, item, viewer);
    const workshopId = workshop?.workshopId ?? item.workshopId;
    const isInsider = mayReadNames(sources, viewer, workshopId);
    return {
      thing,
      fork: fork === null ? null : namedRevision(views, fork, revision),
      revision,
      through: through.flatMap((version) => titles.get(version) ?? []),
      isEarlier: fork === null && revision < ofRevision,
      workshop,
      inside: inside.map(({ itemId: id, name }) => ({ itemId: id, name })),
      ...{ owner, holder, state, how },
      by: by !== null && isInsider ? nameOf(by) : null,
      at: at === null ? null : instant(at),
      reason: reasonId !== null && isInsider ? (reasons.get(reasonId) ?? null) : null,
      mayAnswer: mayAnswerFor(sources, item, viewer),
    };
  });
}
