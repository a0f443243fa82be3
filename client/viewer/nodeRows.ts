import type { Model } from '../../shared/models/model.ts';

/** A line of the list of what a model is made of. */
export interface NodeRow {
  node: number;
  /** 0: just below the whole. */
  level: number;
  hasChildren: boolean;
}

/** For each node what stands right below it, in order. */
export function childrenOf({ nodes }: Pick<Model, 'nodes'>): number[][] {
  const children: number[][] = nodes.map(() => []);
  nodes.forEach(({ parent }, index) => {
    children[parent]?.push(index);
  });
  return children;
}

/** The lines that are to be seen with these nodes open, from top to bottom. */
export function rowsOf(
  { nodes }: Pick<Model, 'nodes'>,
  children: readonly (readonly number[])[],
  open: ReadonlySet<string>,
): NodeRow[] {
  const rows: NodeRow[] = [];
  const waiting = (children[0] ?? []).map((node) => ({ node, level: 0 })).reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, level } = next;
    const below = children[node] ?? [];
    rows.push({ node, level, hasChildren: below.length > 0 });
    if (below.length === 0 || !open.has(nodes[node]?.id ?? '')) continue;
    for (let at = below.length - 1; at >= 0; at -= 1)
      waiting.push({ node: below[at] ?? 0, level: level + 1 });
  }
  return rows;
}
