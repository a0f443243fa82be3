import type { LineageView } from '../../../shared/designs/lineageViews.ts';

export type FamilyDesign = LineageView['designs'][number];
type Link = LineageView['links'][number];

/** A design with its forks below it, as one reads a family. */
export interface Branch {
  design: FamilyDesign;
  /** The revision that it was forked from; null for a root. */
  forkedFrom: number | null;
  forks: Branch[];
  /** Forks that are not shown now, the whole of what is below them included. */
  hidden: number;
  /** Adoptions into it, and duplicates that it was declared to be. */
  adoptions: { from: FamilyDesign; inRevision: number }[];
  duplicates: FamilyDesign[];
}

/** Of so many forks of one design, those that say most are shown at first. */
export const SHOWN_FORKS = 8;

/**
 * The family tree of a lineage: its roots, each with its forks. Where a design has many, those lead that others grew out
 * of, that were adopted from, or that `here` is or came from; the rest is counted unless its design is in `opened`.
 */
export function familyOf(
  { designs, links }: LineageView,
  here: string,
  opened: ReadonlySet<string> = new Set(),
): Branch[] {
  const byId = new Map(designs.map((design) => [design.designId, design] as const));
  const forks = links.filter(({ kind }) => kind === 'fork');
  const parentOf = new Map(forks.map((link) => [link.to.designId, link] as const));
  const childrenOf = Map.groupBy(forks, ({ from }) => from.designId);
  const weight = weights(links, here, parentOf);
  const seen = new Set<string>();

  const branch = (design: FamilyDesign, forkedFrom: number | null): Branch => {
    seen.add(design.designId);
    const children = (childrenOf.get(design.designId) ?? [])
      .filter(({ to }) => !seen.has(to.designId) && byId.has(to.designId))
      .toSorted((one, other) => weight(other.to.designId) - weight(one.to.designId));
    const isOpen = opened.has(design.designId) || children.length <= SHOWN_FORKS + 1;
    const shown = isOpen ? children : children.slice(0, SHOWN_FORKS);
    for (const link of children) seen.add(link.to.designId);
    return {
      design,
      forkedFrom,
      forks: shown.flatMap((link) => {
        const fork = byId.get(link.to.designId);
        return fork ? [branch(fork, link.from.revision)] : [];
      }),
      hidden: children.length - shown.length,
      adoptions: into(links, design, 'adoption').flatMap(({ from, to }) => {
        const other = byId.get(from.designId);
        return other ? [{ from: other, inRevision: to.revision }] : [];
      }),
      duplicates: links
        .filter(({ kind, from }) => kind === 'duplicate' && from.designId === design.designId)
        .flatMap(({ to }) => byId.get(to.designId) ?? []),
    };
  };

  const roots = designs.filter(({ designId }) => !byId.has(parentOf.get(designId)?.from.designId ?? ''));
  return roots.map((design) => branch(design, null));
}

const into = (links: readonly Link[], { designId }: FamilyDesign, kind: Link['kind']) =>
  links.filter((link) => link.kind === kind && link.to.designId === designId);

/** What leads among many forks: `here` and what it came from first, then whatever others are joined to. */
function weights(links: readonly Link[], here: string, parentOf: ReadonlyMap<string, Link>) {
  const joined = new Map<string, number>();
  for (const { kind, from, to } of links) {
    joined.set(from.designId, (joined.get(from.designId) ?? 0) + (kind === 'fork' ? 1 : 3));
    if (kind !== 'fork') joined.set(to.designId, (joined.get(to.designId) ?? 0) + 1);
  }
  const way = new Set<string>();
  let id: string | undefined = here;
  while (id !== undefined && !way.has(id)) {
    way.add(id);
    id = parentOf.get(id)?.from.designId;
  }
  return (designId: string) => (way.has(designId) ? 1e6 : (joined.get(designId) ?? 0));
}

/** All that are shown, in the order of reading. */
export const shownIn = (branches: readonly Branch[]): Branch[] =>
  branches.flatMap((branch) => [branch, ...shownIn(branch.forks)]);
