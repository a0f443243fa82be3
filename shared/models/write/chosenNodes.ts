import type { Model } from '../model.ts';
import { IDENTITY, MIRRORED, mirrors } from './matrices.ts';

/** What of a model is written. */
export interface Choice {
  /** Ids of nodes; each with all that is below it. Null: all. */
  nodes: readonly string[] | null;
  /** Only what is fitted in that step; null: in any. */
  step: string | null;
}

/**
 * The same model with only what was chosen, and whatever is above that in the tree. A single chosen node becomes the
 * whole, so that a part's file carries the part's name; where it holds one part only, that lies as it is made.
 */
export function chosenNodes(model: Model, { nodes: ids, step }: Choice): Model {
  if (ids === null && step === null) return model;
  const wanted = ids && new Set(ids);
  const chosen = new Uint8Array(model.nodes.length);
  const steps: (string | null)[] = [];
  for (const [n, node] of model.nodes.entries()) {
    const above = node.parent >= 0;
    steps.push(node.step ?? (above ? (steps[node.parent] ?? null) : null));
    chosen[n] = wanted === null || wanted.has(node.id) || (above && chosen[node.parent] === 1) ? 1 : 0;
  }
  const kept = model.occurrences.filter(
    ({ node }) => chosen[node] === 1 && (step === null || steps[node] === step),
  );
  const needed = new Set<number>();
  for (const { node } of kept) {
    for (let n = node; n >= 0 && !needed.has(n); n = model.nodes[n]?.parent ?? -1) needed.add(n);
  }
  const top = ids?.length === 1 ? model.nodes.findIndex(({ id }) => id === ids[0]) : 0;
  const left = pruned(model, kept, needed, Math.max(0, top));
  return ids?.length === 1 ? byItself(left) : left;
}

/** One part alone lies as it is made, not as it stood in the whole. */
function byItself(model: Model): Model {
  const [only, another] = model.occurrences;
  if (!only || another) return model;
  const matrix = mirrors(only.matrix) ? MIRRORED : IDENTITY;
  return { ...model, occurrences: [{ ...only, matrix }] };
}

function pruned(
  { parts, nodes }: Model,
  kept: Model['occurrences'],
  needed: ReadonlySet<number>,
  top: number,
): Model {
  const nodeAt = new Map<number, number>();
  const left: Model = { parts: [], occurrences: [], nodes: [] };
  for (const [n, node] of nodes.entries()) {
    if (!needed.has(n) || n < top) continue;
    if (n !== top && !nodeAt.has(node.parent)) continue;
    nodeAt.set(n, left.nodes.length);
    left.nodes.push({ ...node, parent: n === top ? -1 : (nodeAt.get(node.parent) ?? 0) });
  }
  const partAt = new Map<number, number>();
  for (const { part, matrix, node } of kept) {
    const shape = parts[part];
    if (!shape) continue;
    if (!partAt.has(part)) partAt.set(part, left.parts.push(shape) - 1);
    left.occurrences.push({ part: partAt.get(part) ?? 0, matrix, node: nodeAt.get(node) ?? 0 });
  }
  return left;
}
