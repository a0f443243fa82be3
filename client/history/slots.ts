import { derivedId } from '../../shared/assemblies/lineIds.ts';
import type { Model } from '../../shared/models/model.ts';
import type { InnerLines } from './innerLines.ts';

/**
 * The places of a model that parts go into: each thing that a line of the parts list counts is one, and whatever
 * stands in the whole without a line. A line that stands in another one's thing has places within that place; so has
 * each line of a design whose thing stands there.
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
  /** Places that a design's own line has in a slot, by `{slot}>{line}`. */
  readonly within: ReadonlyMap<string, readonly number[]>;
  /** Occurrences of each slot, with those in the slots within it. */
  readonly occurrences: readonly (readonly number[])[];
}

/** Slots of no model: there is nothing to go into. */
export const NO_SLOTS: Slots = slotsOf({ nodes: [], occurrences: [] });

export function slotsOf(
  { nodes, occurrences }: Pick<Model, 'nodes' | 'occurrences'>,
  innerLines: InnerLines = new Map(),
): Slots {
  const lines: (string | null)[] = [];
  const steps: (string | null)[] = [];
  const around: number[] = [];
  const ofNodes = new Int32Array(nodes.length).fill(-1);
  const byLine = new Map<string, number[]>();
  const inSlots = new Map<string, number[]>();
  nodes.forEach(({ id, parent, line, step }, node) => {
    const outer = parent < 0 ? -1 : (ofNodes[parent] ?? -1);
    const isWhole = parent < 0;
    const isOwn = outer < 0 ? !isWhole : line !== null && line !== lines[outer];
    const inner = outer < 0 ? undefined : innerLines.get(id);
    const isSlot = isOwn || inner !== undefined;
    const slot = lines.length;
    ofNodes[node] = isSlot ? slot : outer;
    if (!isSlot) return;
    if (isOwn && line !== null) add(byLine, line, slot);
    if (inner !== undefined) {
      add(inSlots, `${outer}>${inner}`, slot);
      // Where a design stands with other values, its lines are written out below the one that it is.
      if (line !== null) add(inSlots, `${outer}>${derivedId(line.slice(2), inner)}`, slot);
    }
    lines.push(line);
    steps.push(step);
    around.push(outer);
  });
  const under: number[][] = lines.map(() => []);
  const ofOccurrences = Int32Array.from(occurrences, ({ node }) => ofNodes[node] ?? -1);
  ofOccurrences.forEach((own, occurrence) => {
    for (let slot = own; slot >= 0; slot = around[slot] ?? -1) under[slot]?.push(occurrence);
  });
  return {
    ...{ lines, steps, ofNodes, ofOccurrences, byLine },
    around: Int32Array.from(around),
    occurrences: under,
    within: inSlots,
  };
}

function add(slots: Map<string, number[]>, key: string, slot: number): void {
  const known = slots.get(key);
  if (known) known.push(slot);
  else slots.set(key, [slot]);
}
