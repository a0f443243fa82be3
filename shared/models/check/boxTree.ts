import type { Surface } from './surface.ts';

const LEAF = 6;

/** Boxes within boxes around the triangles of a surface: finds those that come near each other. */
export interface BoxTree {
  /** Six numbers for each box: least x, y, z, most x, y, z. */
  boxes: Float64Array;
  /** Of an inner box the number of its second half (the first is the next one); of a leaf -1. */
  second: Int32Array;
  /** Of a leaf the first of its triangles in `order`, and their count. */
  from: Int32Array;
  count: Int32Array;
  order: Uint32Array;
  /** Six numbers for each triangle. */
  triangleBoxes: Float64Array;
}

export function boxTreeOf({ positions, triangles }: Surface): BoxTree {
  const total = triangles.length / 3;
  const triangleBoxes = new Float64Array(total * 6);
  for (let n = 0; n < total; n += 1) {
    for (let axis = 0; axis < 3; axis += 1) {
      const a = positions[(triangles[n * 3] ?? 0) * 3 + axis] ?? 0;
      const b = positions[(triangles[n * 3 + 1] ?? 0) * 3 + axis] ?? 0;
      const c = positions[(triangles[n * 3 + 2] ?? 0) * 3 + axis] ?? 0;
      triangleBoxes[n * 6 + axis] = Math.min(a, b, c);
      triangleBoxes[n * 6 + 3 + axis] = Math.max(a, b, c);
    }
  }
  const order = Uint32Array.from({ length: total }, (_, n) => n);
  const most = Math.max(1, total * 2);
  const tree: BoxTree = {
    boxes: new Float64Array(most * 6),
    second: new Int32Array(most).fill(-1),
    from: new Int32Array(most),
    count: new Int32Array(most),
    order,
    triangleBoxes,
  };
  let made = 0;
  // The second halves wait; so that the first half of a box is always the next number.
  const waiting: [from: number, to: number, above: number][] = [[0, total, -1]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [from, to, above] = next;
    const node = made;
    made += 1;
    if (above >= 0) tree.second[above] = node;
    surround(tree, node, from, to);
    const middle = to - from > LEAF ? halved(tree, node, from, to) : -1;
    if (middle < 0) {
      tree.from[node] = from;
      tree.count[node] = to - from;
    } else waiting.push([middle, to, node], [from, middle, -1]);
  }
  return tree;
}

function surround({ boxes, order, triangleBoxes }: BoxTree, node: number, from: number, to: number): void {
  for (let axis = 0; axis < 3; axis += 1) {
    let [least, most] = [Infinity, -Infinity];
    for (let at = from; at < to; at += 1) {
      const n = (order[at] ?? 0) * 6 + axis;
      least = Math.min(least, triangleBoxes[n] ?? 0);
      most = Math.max(most, triangleBoxes[n + 3] ?? 0);
    }
    boxes[node * 6 + axis] = least;
    boxes[node * 6 + 3 + axis] = most;
  }
}

/** Sorts a box's triangles into two halves along its longest side. @returns where the second begins. */
function halved({ boxes, order, triangleBoxes }: BoxTree, node: number, from: number, to: number): number {
  const extent = (axis: number) => (boxes[node * 6 + 3 + axis] ?? 0) - (boxes[node * 6 + axis] ?? 0);
  const axis = extent(0) >= extent(1) && extent(0) >= extent(2) ? 0 : extent(1) >= extent(2) ? 1 : 2;
  // Twice the middle, of the box and of triangles alike.
  let sum = 0;
  const middleOf = (n: number) => (triangleBoxes[n * 6 + axis] ?? 0) + (triangleBoxes[n * 6 + 3 + axis] ?? 0);
  for (let at = from; at < to; at += 1) sum += middleOf(order[at] ?? 0);
  const split = sum / (to - from);
  let low = from;
  for (let at = from; at < to; at += 1) {
    const n = order[at] ?? 0;
    if (middleOf(n) >= split) continue;
    order[at] = order[low] ?? 0;
    order[low] = n;
    low += 1;
  }
  // All in one place: any half will do.
  return low === from || low === to ? (from + to) >>> 1 : low;
}

const apart = (boxes: Float64Array, a: number, others: Float64Array, b: number): boolean => {
  for (let axis = 0; axis < 3; axis += 1) {
    if ((boxes[a * 6 + axis] ?? 0) > (others[b * 6 + 3 + axis] ?? 0)) return true;
    if ((others[b * 6 + axis] ?? 0) > (boxes[a * 6 + 3 + axis] ?? 0)) return true;
  }
  return false;
};

/**
 * Tells every pair of triangles whose boxes touch, until `tell` says that it is enough by false.
 * @returns whether all were told.
 */
export function nearPairs(tree: BoxTree, tell: (one: number, other: number) => boolean): boolean {
  const { boxes, second, from, count, order, triangleBoxes } = tree;
  const waiting: number[] = [0, 0];
  while (waiting.length > 0) {
    const b = waiting.pop() ?? 0;
    const a = waiting.pop() ?? 0;
    if (a !== b && apart(boxes, a, boxes, b)) continue;
    const [aLeaf, bLeaf] = [(second[a] ?? -1) < 0, (second[b] ?? -1) < 0];
    if (aLeaf && bLeaf) {
      for (let i = 0; i < (count[a] ?? 0); i += 1) {
        const one = order[(from[a] ?? 0) + i] ?? 0;
        for (let j = a === b ? i + 1 : 0; j < (count[b] ?? 0); j += 1) {
          const other = order[(from[b] ?? 0) + j] ?? 0;
          if (!apart(triangleBoxes, one, triangleBoxes, other) && !tell(one, other)) return false;
        }
      }
    } else if (a === b) {
      const half = second[a] ?? 0;
      waiting.push(a + 1, a + 1, half, half, a + 1, half);
    } else if (!aLeaf && (bLeaf || sizeOf(boxes, a) >= sizeOf(boxes, b))) {
      waiting.push(a + 1, b, second[a] ?? 0, b);
    } else waiting.push(a, b + 1, a, second[b] ?? 0);
  }
  return true;
}

const sizeOf = (boxes: Float64Array, node: number): number => {
  let most = 0;
  for (let axis = 0; axis < 3; axis += 1)
    most = Math.max(most, (boxes[node * 6 + 3 + axis] ?? 0) - (boxes[node * 6 + axis] ?? 0));
  return most;
};
