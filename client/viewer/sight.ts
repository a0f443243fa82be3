import type { Vector } from '../../shared/modules/vectors.ts';
import { cross, dot, lengthOf, minus, plus, times } from '../../shared/modules/vectors.ts';
import type { DrawnModel } from './drawnModel.ts';
import { type EdgeNet, edgeNet, type Feature, featureOfEdge, nearestOnSegment } from './features.ts';
import type { KeptPart } from './partBatch.ts';
import { entryInto, meet, mirrors, type Ray, rayWithin } from './picking.ts';
import { GHOSTED, HIDDEN } from './visibility.ts';

/** What a look through a point of the picture meets first. Millimetres, in the whole's coordinates. */
export interface Hit {
  /** Of the model's lists. */
  occurrence: number;
  node: number;
  nodeId: string;
  part: number;
  triangle: number;
  point: Vector;
  normal: Vector;
  /** It is the cut of the section plane. */
  cut: boolean;
}

/** What is cut away: where `normal · point` is more than `at`. */
export interface Plane {
  normal: Vector;
  at: number;
}

/** The nearest thing on a ray that is neither hidden nor a ghost nor cut away. */
export function nearestHit(drawn: DrawnModel, ray: Ray, plane: Plane | null): Hit | null {
  const [nearest, farthest, enters] = keptOf(ray, plane);
  if (nearest > farthest) return null;
  const { model, boxes, offsets, marks, worn } = drawn;
  const box = new Float64Array(6);
  const candidates: { occurrence: number; entry: number }[] = [];
  model.occurrences.forEach(({ node }, occurrence) => {
    if (((marks[node] ?? 0) | (worn[occurrence] ?? 0)) & (HIDDEN | GHOSTED)) return;
    for (let at = 0; at < 6; at += 1) {
      box[at] = (boxes[occurrence * 6 + at] ?? 0) + (offsets[occurrence * 3 + (at % 3)] ?? 0);
    }
    const entry = entryInto(box, 0, ray, nearest, farthest);
    if (entry !== Number.POSITIVE_INFINITY) candidates.push({ occurrence, entry });
  });
  candidates.sort((one, other) => one.entry - other.entry);
  let best: Hit | null = null;
  let least = farthest;
  for (const { occurrence, entry } of candidates) {
    if (entry > least) break;
    const own = model.occurrences[occurrence];
    const kept = own && drawn.kept.get(model.parts[own.part]?.key ?? '');
    const local = own && rayWithin(ray, own.matrix, offsets, occurrence * 3);
    if (!own || !kept || !local) continue;
    const met = meet(kept.target(), local, nearest, least);
    if (!met) continue;
    // Met from within, behind the plane: what is seen is the cut.
    const cut = enters && kept.part.closed !== false && met.behind !== mirrors(own.matrix);
    const distance = cut ? nearest : met.distance;
    if (distance > least) continue;
    least = distance;
    best = {
      occurrence,
      node: own.node,
      nodeId: model.nodes[own.node]?.id ?? '',
      part: own.part,
      triangle: met.triangle,
      point: plus(ray.origin, times(ray.direction, distance)),
      normal: cut && plane ? plane.normal : normalOf(kept, met.triangle, own.matrix),
      cut,
    };
  }
  return best;
}

/** Between which distances a ray meets what is left, and whether it comes in through the plane. */
function keptOf({ origin, direction }: Ray, plane: Plane | null): [number, number, boolean] {
  if (!plane) return [0, Number.POSITIVE_INFINITY, false];
  const beyond = dot(plane.normal, origin) - plane.at;
  const along = dot(plane.normal, direction);
  const meets = along === 0 ? Number.NaN : -beyond / along;
  if (beyond > 0) return meets > 0 ? [meets, Number.POSITIVE_INFINITY, true] : [1, 0, false];
  return [0, meets > 0 ? meets : Number.POSITIVE_INFINITY, false];
}

const placed = (matrix: ArrayLike<number>, [x, y, z]: Vector, whole: 0 | 1): Vector => {
  const row = (axis: number) =>
    (matrix[axis] ?? 0) * x +
    (matrix[4 + axis] ?? 0) * y +
    (matrix[8 + axis] ?? 0) * z +
    (matrix[12 + axis] ?? 0) * whole;
  return [row(0), row(1), row(2)];
};

function normalOf({ part: { mesh } }: KeptPart, triangle: number, matrix: ArrayLike<number>): Vector {
  const corner = (place: number): Vector => {
    const at = (mesh.triangles[triangle * 3 + place] ?? 0) * 3;
    return [mesh.positions[at] ?? 0, mesh.positions[at + 1] ?? 0, mesh.positions[at + 2] ?? 0];
  };
  const [a, b, c] = [0, 1, 2].map((place) => placed(matrix, corner(place), 1)) as [Vector, Vector, Vector];
  const normal = cross(minus(b, a), minus(c, a));
  const side = mirrors(matrix) ? -1 : 1;
  return times(normal, side / (lengthOf(normal) || 1));
}

const nets = new WeakMap<KeptPart, EdgeNet>();

/** What a measuring hand means that points at a hit: a corner, a rim or an edge that is near, else the face. */
export function featureNear(drawn: DrawnModel, hit: Hit, reach: number): Feature {
  const face: Feature = { kind: 'face', at: hit.point, normal: hit.normal };
  const own = drawn.model.occurrences[hit.occurrence];
  const kept = drawn.kept.get(drawn.model.parts[hit.part]?.key ?? '');
  if (!own || !kept) return face;
  let net = nets.get(kept);
  if (!net) {
    net = edgeNet(kept.packed.edges.points, kept.packed.edges.sharp);
    nets.set(kept, net);
  }
  const offset = drawn.offsets.subarray(hit.occurrence * 3, hit.occurrence * 3 + 3);
  const inverse = rayWithin({ origin: hit.point, direction: hit.normal }, own.matrix, offset, 0);
  if (!inverse) return face;
  const point = inverse.origin;
  // The way back: where the matrix puts it, and how far it stands from there.
  const shift: Vector = [offset[0] ?? 0, offset[1] ?? 0, offset[2] ?? 0];
  const out = (local: Vector): Vector => plus(placed(own.matrix, local, 1), shift);
  const turned = (local: Vector): Vector => {
    const way = placed(own.matrix, local, 0);
    return times(way, 1 / (lengthOf(way) || 1));
  };
  let nearest = { edge: -1, distance: reach, at: point };
  net.edges.forEach(([from, to], edge) => {
    const [a, b] = [net.corners[from], net.corners[to]];
    if (!a || !b) return;
    const at = nearestOnSegment(point, a, b);
    const distance = lengthOf(minus(at, point));
    if (distance < nearest.distance) nearest = { edge, distance, at };
  });
  if (nearest.edge < 0) return face;
  const feature = featureOfEdge(net, nearest.edge, nearest.at, kept.part.module !== null);
  if (feature?.kind === 'circle') {
    const size = lengthOf(placed(own.matrix, [1, 0, 0], 0));
    return {
      ...feature,
      at: out(feature.at),
      normal: turned(feature.normal),
      diameter: feature.diameter * size,
    };
  }
  if (feature?.kind !== 'edge') return face;
  for (const end of [feature.from, feature.to]) {
    if (lengthOf(minus(end, point)) < reach) return { kind: 'point', at: out(end) };
  }
  return { kind: 'edge', at: out(feature.at), from: out(feature.from), to: out(feature.to) };
}
