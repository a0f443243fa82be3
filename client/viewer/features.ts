import { cross, dot, lengthOf, minus, plus, times, type Vector } from '../../shared/modules/vectors.ts';

/** Something that can be measured from. Millimetres; directions of length 1. */
export type Feature =
  | { kind: 'point'; at: Vector }
  /** A straight edge. */
  | { kind: 'edge'; at: Vector; from: Vector; to: Vector }
  | { kind: 'face'; at: Vector; normal: Vector }
  /** A round edge, such as the rim of a hole: `at` is its middle. */
  | { kind: 'circle'; at: Vector; normal: Vector; diameter: number };

/** The edges of a mesh as a net of corners. */
export interface EdgeNet {
  corners: Vector[];
  /** By corner, its neighbours along edges. */
  neighbours: number[][];
  /** Both corners of each edge. */
  edges: [number, number][];
}

/** Corners closer than this are one, millimetres. */
const SAME = 1e-3;

/** @param points six numbers for each edge. @param count how many of them. */
export function edgeNet(points: Float32Array, count: number): EdgeNet {
  const net: EdgeNet = { corners: [], neighbours: [], edges: [] };
  const known = new Map<string, number>();
  const cornerAt = (at: number): number => {
    const corner: Vector = [points[at] ?? 0, points[at + 1] ?? 0, points[at + 2] ?? 0];
    const key = corner.map((value) => Math.round(value / SAME)).join();
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, net.corners.length);
    net.neighbours.push([]);
    return net.corners.push(corner) - 1;
  };
  for (let edge = 0; edge < count; edge += 1) {
    const [from, to] = [cornerAt(edge * 6), cornerAt(edge * 6 + 3)];
    if (from === to) continue;
    net.edges.push([from, to]);
    net.neighbours[from]?.push(to);
    net.neighbours[to]?.push(from);
  }
  return net;
}

/** Fewer corners do not make a circle; a hexagon is none. */
const LEAST_CORNERS = 8;
const MOST_CORNERS = 2000;

/**
 * The whole edge that a piece of edge belongs to: a circle, or as far as it runs straight.
 * @param byArea circles were made of corners with the area of the circle, as modules make theirs, and not on it.
 */
export function featureOfEdge(net: EdgeNet, edge: number, at: Vector, byArea = false): Feature | null {
  const ends = net.edges[edge];
  if (!ends) return null;
  const loop = loopFrom(net, ends[0], ends[1]);
  const circle =
    loop &&
    circleThrough(
      loop.map((corner) => net.corners[corner] ?? [0, 0, 0]),
      byArea,
    );
  if (circle) return circle;
  const from = straightOn(net, ends[1], ends[0]);
  const to = straightOn(net, ends[0], ends[1]);
  return { kind: 'edge', at, from: net.corners[from] ?? at, to: net.corners[to] ?? at };
}

const directionOf = (from: Vector, to: Vector): Vector => {
  const way = minus(to, from);
  return times(way, 1 / (lengthOf(way) || 1));
};

/** The neighbour of `to` that goes on most straightly, coming from `from`; with the cosine of the bend. */
function onwards(net: EdgeNet, from: number, to: number): { next: number; cosine: number } | null {
  const corner = net.corners[to];
  const before = net.corners[from];
  if (!corner || !before) return null;
  const along = directionOf(before, corner);
  let best: { next: number; cosine: number } | null = null;
  for (const next of net.neighbours[to] ?? []) {
    const after = net.corners[next];
    if (next === from || !after) continue;
    const cosine = dot(along, directionOf(corner, after));
    if (!best || cosine > best.cosine) best = { next, cosine };
  }
  return best;
}

function loopFrom(net: EdgeNet, from: number, to: number): number[] | null {
  const loop = [from];
  let [before, here] = [from, to];
  while (here !== from) {
    if (loop.push(here) > MOST_CORNERS) return null;
    const step = onwards(net, before, here);
    // A bend of more than 50 degrees is a corner, not a curve.
    if (!step || step.cosine < 0.64) return null;
    [before, here] = [here, step.next];
    if (here !== from && loop.length > 3 && loop.includes(here)) return null;
  }
  return loop.length >= LEAST_CORNERS ? loop : null;
}

const STRAIGHT = Math.cos((1 * Math.PI) / 180);

function straightOn(net: EdgeNet, from: number, to: number): number {
  let [before, here] = [from, to];
  for (let steps = 0; steps < MOST_CORNERS; steps += 1) {
    const step = onwards(net, before, here);
    if (!step || step.cosine < STRAIGHT || step.next === from) break;
    [before, here] = [here, step.next];
  }
  return here;
}

/** The circle through corners of a loop, where all of them are equally far from their middle and lie in one plane. */
export function circleThrough(
  corners: readonly Vector[],
  byArea = false,
): Extract<Feature, { kind: 'circle' }> | null {
  // Weighted by the length of edges: corners may stand closer on one side than on the other.
  let middle: Vector = [0, 0, 0];
  let around = 0;
  corners.forEach((corner, index) => {
    const next = corners[(index + 1) % corners.length] ?? corner;
    const length = lengthOf(minus(next, corner));
    middle = plus(middle, times(plus(corner, next), length / 2));
    around += length;
  });
  if (around === 0) return null;
  middle = times(middle, 1 / around);
  const radii = corners.map((corner) => lengthOf(minus(corner, middle)));
  const most = Math.max(...radii);
  if (!(most > 0) || most - Math.min(...radii) > most * 0.02) return null;
  let normal: Vector = [0, 0, 0];
  corners.forEach((corner, index) => {
    const next = corners[(index + 1) % corners.length] ?? corner;
    normal = plus(normal, cross(minus(corner, middle), minus(next, middle)));
  });
  const size = lengthOf(normal);
  if (size === 0) return null;
  normal = times(normal, 1 / size);
  const bent = corners.some((corner) => Math.abs(dot(minus(corner, middle), normal)) > most * 0.02);
  // The sum of the cross products was twice the area.
  const diameter = byArea ? 2 * Math.sqrt(size / 2 / Math.PI) : most * 2;
  return bent ? null : { kind: 'circle', at: middle, normal, diameter };
}

/** The nearest point of a piece of line to a ray's way, and both shares; for choosing by sight. */
export function nearestOnSegment(point: Vector, from: Vector, to: Vector): Vector {
  const along = minus(to, from);
  const square = dot(along, along);
  const share = square === 0 ? 0 : Math.min(1, Math.max(0, dot(minus(point, from), along) / square));
  return plus(from, times(along, share));
}
