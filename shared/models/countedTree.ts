import type { Model } from './model.ts';

/** What stands below something, with how often: a parts list with levels. */
export interface CountedNode {
  name: string;
  /** How often it stands in one of what is above it. */
  count: number;
  /** All the nodes of the model that are meant. */
  nodes: readonly number[];
  below: readonly CountedNode[];
}

/**
 * The tree of a model as a parts list: what is called alike and made alike within one whole is one line.
 * @returns the lines below the whole; the whole itself, where it stands alone.
 */
export function countedTree({ nodes, occurrences }: Model): CountedNode[] {
  const below = nodes.map((): number[] => []);
  for (const [number, { parent }] of nodes.entries()) if (parent >= 0) below[parent]?.push(number);
  const shapes = nodes.map((): number[] => []);
  for (const { node, part } of occurrences) shapes[node]?.push(part);
  // From the leaves upwards: parents have smaller numbers. What is made alike has the same signature.
  const signatures = new Array<number>(nodes.length);
  const known = new Map<string, number>();
  for (let number = nodes.length - 1; number >= 0; number -= 1) {
    const inner = (below[number] ?? []).map((each) => signatures[each] ?? 0).toSorted((a, b) => a - b);
    const key = JSON.stringify([
      nodes[number]?.name,
      (shapes[number] ?? []).toSorted((a, b) => a - b),
      inner,
    ]);
    const signature = known.get(key) ?? known.size;
    known.set(key, signature);
    signatures[number] = signature;
  }
  const linesBelow = (number: number, above: readonly number[]): CountedNode[] => {
    // The same place within each of the alike wholes.
    const groups = new Map<number, number[]>();
    for (const whole of above) {
      for (const each of below[whole] ?? []) {
        const signature = signatures[each] ?? 0;
        const group = groups.get(signature);
        if (group) group.push(each);
        else groups.set(signature, [each]);
      }
    }
    return [...groups.values()].map((group) => ({
      name: nodes[group[0] ?? number]?.name ?? '',
      count: group.length / above.length,
      nodes: group,
      below: linesBelow(group[0] ?? number, group),
    }));
  };
  if (nodes.length === 0) return [];
  const lines = linesBelow(0, [0]);
  return lines.length > 0 ? lines : [{ name: nodes[0]?.name ?? '', count: 1, nodes: [0], below: [] }];
}
