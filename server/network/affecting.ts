import type { PinnedRevision } from '../../shared/designs/partLines.ts';
import { pinsBelow, revisionNamed } from '../designs/lists/pinned.ts';
import { type StandingProblem, standingProblemsOf } from '../designs/queriesOfTalk.ts';
import type { ViewsReader } from '../views/reader.ts';
import { fixContainer, forkOriginsOf } from './forks.ts';
import { affectedRevisions } from './impact.ts';

/** A problem of a version, with the affected revision that the version is or holds. */
export interface Affecting {
  problem: StandingProblem;
  /** The fork of which that revision is; null: of the design with the problem. */
  fork: string | null;
  revision: number;
}

/**
 * Problems that concern whatever is one version (`{designId}:{revision}`): of its design and of every design that it
 * pins through any number of levels, where the revision there is an affected one; and those of designs from which one
 * of these is forked, unless it contains the fix. The dangerous ones first.
 */
export function problemsAffecting(views: ViewsReader, version: string): Affecting[] {
  const below = [...pinsBelow(views, version).values()].flat().map(({ pinned }) => pinned);
  const revisions = Map.groupBy(
    [...new Set([version, ...below])].map(revisionNamed),
    ({ designId }) => designId,
  );
  const own = standingProblemsOf(views, [...revisions.keys()]).flatMap((problem): Affecting[] => {
    const affected = affectedRevisions(problem);
    const held = revisions.get(problem.designId)?.find(({ revision }) => affected.includes(revision));
    return held ? [{ problem, fork: null, revision: held.revision }] : [];
  });
  const told = new Set(own.map(({ problem }) => problem.problemId));
  const inherited = [...revisions.values()]
    .flatMap((each) => each.flatMap((of) => inheritedBy(views, of)))
    .filter(({ problem: { problemId } }) => !told.has(problemId) && told.add(problemId));
  return [...own, ...inherited].toSorted(
    (one, other) => Number(other.problem.safety) - Number(one.problem.safety),
  );
}

/** Problems of the designs from which the design of a revision was forked, where nothing tells that it contains the fix. */
function inheritedBy(views: ViewsReader, of: PinnedRevision): Affecting[] {
  const origins = new Map(forkOriginsOf(views, of.designId).map((each) => [each.designId, each.revision]));
  if (origins.size === 0) return [];
  return standingProblemsOf(views, [...origins.keys()])
    .filter((problem) => {
      const origin = origins.get(problem.designId) ?? 0;
      return affectedRevisions(problem).includes(origin) && !fixContainer(views, problem)(of);
    })
    .map((problem) => ({ problem, fork: of.designId, revision: of.revision }));
}
