import type { Model } from '../models/model.ts';

/** Millimetres by which boxes must reach into each other. */
const SKIN = 0.1;
/** Pairs that are handed on, and compared at all, at most. */
const MOST_PAIRS = 300_000;
const MOST_COMPARED = 30_000_000;

/**
 * Pairs of occurrences of different owners whose boxes overlap: swept along x, so that far ones are never compared.
 * In the order of the sweep, which is the same every time.
 */
export function overlaps(
  { parts, occurrences }: Pick<Model, 'parts' | 'occurrences'>,
  owners: readonly number[],
): { pairs: [number, number][]; isComplete: boolean } {
  const local = parts.map(({ mesh }) => boxOf(mesh.positions));
  const boxes = new Float64Array(6 * occurrences.length);
  for (const [index, { part, matrix }] of occurrences.entries()) {
    const box = local[part];
    if (box) putBox(boxes, 6 * index, box, matrix);
  }
  const order = Uint32Array.from(occurrences.keys()).toSorted(
    (one, other) => (boxes[6 * one] ?? 0) - (boxes[6 * other] ?? 0) || one - other,
  );
  const pairs: [number, number][] = [];
  const open: number[] = [];
  let compared = 0;
  for (const at of order) {
    const from = boxes[6 * at] ?? 0;
    let kept = 0;
    for (const other of open) {
      if ((boxes[6 * other + 3] ?? 0) <= from + SKIN) continue;
      open[kept] = other;
      kept += 1;
      if (owners[other] !== owners[at] && meet(boxes, 6 * at, 6 * other)) pairs.push([other, at]);
    }
    compared += open.length;
    open.length = kept;
    open.push(at);
    if (pairs.length > MOST_PAIRS || compared > MOST_COMPARED) return { pairs, isComplete: false };
  }
  return { pairs, isComplete: true };
}

function meet(boxes: Float64Array, one: number, other: number): boolean {
  for (let axis = 1; axis < 3; axis += 1) {
    const low = Math.max(boxes[one + axis] ?? 0, boxes[other + axis] ?? 0);
    const high = Math.min(boxes[one + axis + 3] ?? 0, boxes[other + axis + 3] ?? 0);
    if (high - low <= SKIN) return false;
  }
  return true;
}

/** Middle and half of its size. */
type Box = readonly [middle: readonly number[], half: readonly number[]];

function boxOf(positions: Float32Array): Box {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (let index = 0; index < positions.length; index += 1) {
    const value = positions[index] ?? 0;
    const axis = index % 3;
    if (value < (low[axis] ?? 0)) low[axis] = value;
    if (value > (high[axis] ?? 0)) high[axis] = value;
  }
  const each = [0, 1, 2].map((axis) => [low[axis] ?? 0, high[axis] ?? 0] as const);
  return [each.map(([a, b]) => (a + b) / 2), each.map(([a, b]) => (b - a) / 2)];
}

function putBox(boxes: Float64Array, at: number, [middle, half]: Box, matrix: readonly number[]): void {
  for (let row = 0; row < 3; row += 1) {
    let centre = matrix[12 + row] ?? 0;
    let reach = 0;
    for (let column = 0; column < 3; column += 1) {
      const factor = matrix[4 * column + row] ?? 0;
      centre += factor * (middle[column] ?? 0);
      reach += Math.abs(factor) * (half[column] ?? 0);
    }
    boxes[at + row] = centre - reach;
    boxes[at + 3 + row] = centre + reach;
  }
}
