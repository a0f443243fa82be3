import type { Model } from '../../shared/models/model.ts';

/**
 * The places of a model that parts go into: each thing that a line of the parts list counts is one, and whatever
 * stands in the whole without a line. A line that stands in another one's thing has places within that place.
 */
export interface Slots {
  /** Of each slot its line, and the step in which it is fitted. */
  readonly lines: readonly (string | null)[];
  readonly steps: readonly (string | null)[];
  /** The slot around it; -1: none. Always smaller than its own number. */
  readonly around: Int32Array;
  /** The innermost slot of each node and of each occurrence of the model; -1: none. */
  readonly ofNodes: Int32Array;
  readonly ofOccurrences: Int32Array;
  readonly byLine: ReadonlyMap<string, readonly number[]>;
  /** Occurrences of each slot, with those in the slots within it. */
  readonly occurrences: readonly (readonly number[])[];
}

/** Slots of no model: there is nothing to go into. */
export const NO_SLOTS: Slots = slotsOf({ nodes: [], occurrences: [] });

export function slotsOf({ nodes, occurrences }: Pick<Model, 'nodes' | 'occurrences'>): Slots {
  const lines: (string | null)[] = [];
  const steps: (string | null)[] = [];
  const around: number[] = [];
  const ofNodes = new Int32Array(nodes.length).fill(-1);
  nodes.forEach(({ parent, line, step }, node) => {
    const outer = parent < 0 ? -1 : (ofNodes[parent] ?? -1);
    const isWhole = parent < 0;
    const isOwn = outer < 0 ? !isWhole : line !== null && line !== lines[outer];
    ofNodes[node] = isOwn ? lines.length : outer;
    if (!isOwn) return;
    lines.push(line);
    steps.push(step);
    around.push(outer);
  });
  const byLine = new Map<string, number[]>();
  lines.forEach((line, slot) => {
    if (line === null) return;
    const slots = byLine.get(line);
    if (slots) slots.push(slot);
    else byLine.set(line, [slot]);
  });
  const within: number[][] = lines.map(() => []);
  const ofOccurrences = Int32Array.from(occurrences, ({ node }) => ofNodes[node] ?? -1);
  ofOccurrences.forEach((own, occurrence) => {
    for (let slot = own; slot >= 0; slot = around[slot] ?? -1) within[slot]?.push(occurrence);
  });
  return {
    ...{ lines, steps, ofNodes, ofOccurrences, byLine },
    around: Int32Array.from(around),
    occurrences: within,
  };
}
