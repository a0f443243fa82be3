import { pinsBelow, revisionNamed } from '../designs/lists/pinned.ts';
import { type StandingProblem, standingProblemsOf } from '../designs/queriesOfTalk.ts';
import type { ViewsReader } from '../views/reader.ts';
import { affectedRevisions } from './impact.ts';

/** A problem of a version, with the affected revision that the version is or holds. */
export interface Affecting {
  problem: StandingProblem;
  revision: number;
}

/**
 * Problems that concern whatever is one version (`{designId}:{revision}`): of its design and of every design that it
 * pins through any number of levels, where the revision there is an affected one. The dangerous ones first.
 */
export function problemsAffecting(views: ViewsReader, version: string): Affecting[] {
  const below = [...pinsBelow(views, version).values()].flat().map(({ pinned }) => pinned);
  const revisions = Map.groupBy(
    [...new Set([version, ...below])].map(revisionNamed),
    ({ designId }) => designId,
  );
  return standingProblemsOf(views, [...revisions.keys()])
    .flatMap((problem): Affecting[] => {
      const affected = affectedRevisions(problem);
      const held = revisions.get(problem.designId)?.find(({ revision }) => affected.includes(revision));
      return held ? [{ problem, revision: held.revision }] : [];
    })
    .toSorted((one, other) => Number(other.problem.safety) - Number(one.problem.safety));
}
