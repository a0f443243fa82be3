import type { Model } from '../../shared/models/model.ts';
import { boxesOfNodes, boxesOfOccurrences, emptyBox, enclose, middleOf, radiusOf } from './bounds.ts';
import type { Explosion } from './viewState.ts';

/** How far things go apart, against how far they stand from the middle of what they belong to. */
const SPREAD = 1.1;
/** How far a step goes, against the size of the whole. */
const STEP_WAY = 0.7;

/** How the pieces of a model go apart. */
export interface Exploder {
  /** Levels that fall apart one after the other, and steps. */
  levels: number;
  steps: readonly string[];
  /** Three numbers for each occurrence: how far it stands from its place. */
  offsets(explosion: Explosion): Float32Array;
}

/** Works out once what `offsets` then only scales. Steps leave in the reverse of the order given; what has none stays. */
export function exploderOf(model: Model, order: readonly string[] = []): Exploder {
  const boxes = boxesOfOccurrences(model);
  const ofNodes = boxesOfNodes(model, boxes);
  const children = new Uint32Array(model.nodes.length);
  for (const { parent } of model.nodes) if (parent >= 0) children[parent] = (children[parent] ?? 0) + 1;
  const levelOf = new Uint16Array(model.nodes.length);
  const steps = stepsOf(model, order);
  let levels = 0;
  model.nodes.forEach(({ parent }, index) => {
    if (parent < 0) return;
    // A level with a single thing in it does not come apart.
    levelOf[index] = (levelOf[parent] ?? 0) + ((children[parent] ?? 0) > 1 ? 1 : 0);
    levels = Math.max(levels, levelOf[index] ?? 0);
  });
  const byLevel = (amount: number): Float32Array => {
    const ofNode = new Float32Array(model.nodes.length * 3);
    model.nodes.forEach(({ parent }, index) => {
      if (parent < 0) return;
      const stage = (levelOf[index] ?? 1) - 1;
      const share = Math.min(1, Math.max(0, amount * levels - stage));
      const own = middleOf(ofNodes[index] ?? emptyBox());
      const around = middleOf(ofNodes[parent] ?? emptyBox());
      for (let axis = 0; axis < 3; axis += 1) {
        const way = ((own[axis] ?? 0) - (around[axis] ?? 0)) * SPREAD * share;
        ofNode[index * 3 + axis] = (ofNode[parent * 3 + axis] ?? 0) + way;
      }
    });
    return spread(model, (occurrence) => ofNode.subarray(occurrence.node * 3, occurrence.node * 3 + 3));
  };
  const ways = waysOfSteps(model, boxes, steps);
  const byStep = (amount: number): Float32Array =>
    spread(model, ({ node }) => {
      const place = steps.of[node] ?? -1;
      if (place < 0) return NOWHERE;
      const turn = steps.order.length - 1 - place;
      const share = Math.min(1, Math.max(0, amount * steps.order.length - turn));
      const [x, y, z] = ways[place] ?? [0, 0, 0];
      return [x * share, y * share, z * share];
    });
  return {
    levels,
    steps: steps.order,
    offsets: ({ amount, by }) => (by === 'step' ? byStep(amount) : byLevel(amount)),
  };
}

const NOWHERE = [0, 0, 0] as const;

function spread(
  { occurrences }: Model,
  offsetOf: (occurrence: Model['occurrences'][number]) => ArrayLike<number>,
): Float32Array {
  const offsets = new Float32Array(occurrences.length * 3);
  occurrences.forEach((occurrence, index) => {
    offsets.set(offsetOf(occurrence), index * 3);
  });
  return offsets;
}

/** The steps in which something is fitted, first to last, and of each node the place of its own. */
function stepsOf({ nodes }: Model, order: readonly string[]): { order: string[]; of: Int32Array } {
  const named = new Set(nodes.flatMap(({ step }) => (step === null ? [] : [step])));
  const sorted = [
    ...order.filter((step) => named.has(step)),
    ...[...named].filter((step) => !order.includes(step)),
  ];
  const places = new Map(sorted.map((step, place) => [step, place]));
  const of = new Int32Array(nodes.length).fill(-1);
  nodes.forEach(({ step, parent }, index) => {
    of[index] = step === null ? (of[parent] ?? -1) : (places.get(step) ?? -1);
  });
  return { order: sorted, of };
}

/** What is fitted in a step goes away from the middle of the whole, along the axis on which it stands farthest out; else up. */
function waysOfSteps(
  model: Model,
  boxes: Float64Array,
  steps: { order: readonly string[]; of: Int32Array },
): [number, number, number][] {
  const whole = emptyBox();
  const ofSteps = steps.order.map(emptyBox);
  model.occurrences.forEach(({ node }, index) => {
    enclose(whole, boxes, index * 6);
    const box = ofSteps[steps.of[node] ?? -1];
    if (box) enclose(box, boxes, index * 6);
  });
  const middle = middleOf(whole);
  const far = radiusOf(whole) * 2 * STEP_WAY;
  return ofSteps.map((box) => {
    const own = middleOf(box);
    const out = own.map((value, axis) => value - (middle[axis] ?? 0));
    const farthest = out.reduce(
      (best, value, axis) => (Math.abs(value) > Math.abs(out[best] ?? 0) ? axis : best),
      0,
    );
    const way: [number, number, number] = [0, 0, 0];
    if (Math.abs(out[farthest] ?? 0) < far / 50) way[2] = far;
    else way[farthest] = Math.sign(out[farthest] ?? 0) * far;
    return way;
  });
}
