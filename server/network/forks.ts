import type { PinnedRevision } from '../../shared/designs/partLines.ts';
import { ancestorsOf, type LineageLinks } from '../designs/ancestry.ts';
import { lineageLinks } from '../designs/lineageLinks.ts';
import { designById, forksOf } from '../designs/queries.ts';
import type { ViewsReader } from '../views/reader.ts';

/** A problem as far as forks go: whose it is, and from which revision on it is fixed. */
export interface ForkedProblem {
  designId: string;
  fixedIn: number | null;
}

/** A fork that began from an affected revision, or from such a fork. */
export interface AffectedFork {
  designId: string;
  /** Its revisions of which nothing tells that they contain the fix: 1 to this one. */
  last: number;
  /** The first that contains it by what was adopted; null: none does, though its makers may have mended it themselves. */
  mendedIn: number | null;
}

/** Forks of one problem that are followed. */
const MOST_FORKS = 1000;

/**
 * Tells whether a revision of a fork contains the fix of a problem: it grew out of the revision in which it is fixed, or
 * out of one of a fork that was adopted in that.
 */
export function fixContainer(
  views: ViewsReader,
  { designId, fixedIn }: ForkedProblem,
  links: LineageLinks = lineageLinks(views),
): (of: PinnedRevision) => boolean {
  if (fixedIn === null) return () => false;
  return (of) => {
    const grown = ancestorsOf(links, of);
    if ((grown.get(designId) ?? 0) >= fixedIn) return true;
    return links
      .adoptedWhole(designId)
      .some(
        ({ from, inRevision }) => inRevision === fixedIn && (grown.get(from.designId) ?? 0) >= from.revision,
      );
  };
}

/** Every fork, and fork of a fork, that began from an affected revision and has revisions without the fix. */
export function affectedForks(
  views: ViewsReader,
  problem: ForkedProblem & { latest: number },
): AffectedFork[] {
  const { designId, fixedIn, latest } = problem;
  const contains = fixContainer(views, problem);
  const found = new Map<string, AffectedFork>();
  const waiting = [{ designId, last: fixedIn === null ? latest : fixedIn - 1 }];
  for (const origin of waiting) {
    for (const fork of forksOf(views, origin.designId, MOST_FORKS)) {
      const { forkedFrom } = fork;
      const isKnown = fork.designId === designId || found.has(fork.designId);
      if (isKnown || !forkedFrom || forkedFrom.revision > origin.last || found.size >= MOST_FORKS) continue;
      const mendedIn = firstOf(fork.latest, (revision) => contains({ designId: fork.designId, revision }));
      const affected = { designId: fork.designId, last: (mendedIn ?? fork.latest + 1) - 1, mendedIn };
      found.set(fork.designId, affected);
      waiting.push(affected);
    }
  }
  return [...found.values()].filter(({ last }) => last > 0);
}

/** The first revision for which something holds that stays true once it is; null: for none up to the latest. */
function firstOf(latest: number, holds: (revision: number) => boolean): number | null {
  let [low, high] = [1, latest + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low > latest ? null : low;
}

/** Revisions of other designs that one began from as a fork, or as a fork of a fork. */
export function forkOriginsOf(views: ViewsReader, designId: string): PinnedRevision[] {
  const origins: PinnedRevision[] = [];
  const seen = new Set([designId]);
  let origin = designById(views, designId)?.forkedFrom ?? null;
  while (origin && !seen.has(origin.designId) && origins.length < MOST_FORKS) {
    origins.push(origin);
    seen.add(origin.designId);
    origin = designById(views, origin.designId)?.forkedFrom ?? null;
  }
  return origins;
}
