import type { Model } from '../../../shared/models/model.ts';

type Tree = Pick<Model, 'nodes'>;

/** The topmost nodes for which something holds: each stands for all below it. */
function topmost({ nodes }: Tree, holds: (node: Model['nodes'][number]) => boolean): string[] {
  const within = new Uint8Array(nodes.length);
  const found: string[] = [];
  nodes.forEach((node, index) => {
    const isIn = node.parent >= 0 && within[node.parent] === 1;
    if (!isIn && holds(node)) found.push(node.id);
    within[index] = isIn || holds(node) ? 1 : 0;
  });
  return found;
}

/** Everything in a model that a line of the parts list counts. */
export const nodesOfLine = (model: Tree, line: string): string[] =>
  topmost(model, (node) => node.line === line);

/** Everything that belongs to these instances of the content. */
export const nodesOfInstances = (model: Tree, ids: readonly string[]): string[] => {
  const wanted = new Set(ids);
  return topmost(model, ({ instance }) => instance !== null && wanted.has(instance));
};

/** Everything that is fitted in one of these steps. */
export const nodesOfSteps = (model: Tree, steps: readonly string[]): string[] => {
  const wanted = new Set(steps);
  return topmost(model, ({ step }) => step !== null && wanted.has(step));
};

/** The lines of the parts list that selected nodes belong to. */
export function linesOfNodes({ nodes }: Tree, selected: readonly string[]): Set<string> {
  const wanted = new Set(selected);
  return new Set(nodes.flatMap(({ id, line }) => (line !== null && wanted.has(id) ? [line] : [])));
}

/** Names of nodes with how often each is there, in their order: `4 × Wheel`. */
export function namesOfNodes({ nodes }: Tree, ids: readonly string[]): { name: string; count: number }[] {
  const wanted = new Set(ids);
  const counts = new Map<string, number>();
  for (const { id, name } of nodes) if (wanted.has(id)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count }));
}
