import type { PinnedRevision } from '../../shared/designs/partLines.ts';

/** How revisions came from others. All of it is immutable; later facts only add to it. */
export interface LineageLinks {
  /** The revision that a design's first one was forked from. */
  forkedFrom(designId: string): PinnedRevision | null;
  /** Revisions of forks that a design adopted whole, with the number of its own that holds them. */
  adoptedWhole(designId: string): readonly { from: PinnedRevision; inRevision: number }[];
}

/**
 * Everything that a revision grew out of, itself included: by design the newest of its revisions among them, for with
 * one revision all before it are among them too.
 */
export function ancestorsOf(links: LineageLinks, of: PinnedRevision): Map<string, number> {
  const newest = new Map<string, number>();
  const waiting: PinnedRevision[] = [of];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    const { designId, revision } = at;
    const known = newest.get(designId) ?? 0;
    if (known >= revision) continue;
    newest.set(designId, revision);
    const origin = known === 0 ? links.forkedFrom(designId) : null;
    if (origin) waiting.push(origin);
    for (const { from, inRevision } of links.adoptedWhole(designId)) {
      if (inRevision > known && inRevision <= revision) waiting.push(from);
    }
  }
  return newest;
}

/**
 * The nearest revision that both grew out of (one may be the other's ancestor itself); null where they have none.
 * Where several are equally near, that of the other's own line.
 */
export function commonAncestor(
  links: LineageLinks,
  one: PinnedRevision,
  other: PinnedRevision,
): PinnedRevision | null {
  const ofOne = ancestorsOf(links, one);
  const ofOther = ancestorsOf(links, other);
  const shared = [...ofOther].flatMap(([designId, revision]): PinnedRevision[] => {
    const here = ofOne.get(designId);
    return here === undefined ? [] : [{ designId, revision: Math.min(here, revision) }];
  });
  const isOlder = (candidate: PinnedRevision) =>
    shared.some(
      (each) =>
        each.designId !== candidate.designId &&
        (ancestorsOf(links, each).get(candidate.designId) ?? 0) >= candidate.revision,
    );
  // A lineage of many forks has few candidates: designs through which both went.
  return shared.find((candidate) => !isOlder(candidate)) ?? null;
}
