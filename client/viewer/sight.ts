import type { Vector } from '../../shared/modules/vectors.ts';
import { cross, dot, lengthOf, minus, plus, times } from '../../shared/modules/vectors.ts';
import { sizeOf } from './bounds.ts';
import { turnsRound } from './cutFill.ts';
import { cutOf, IN_PLANE, sizeOfThing } from './cutLines.ts';
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
  const cut = enters && plane ? cutAt(drawn, plane, pointOn(ray, nearest), candidates) : null;
  if (cut) return cut;
  let best: Hit | null = null;
  let least = farthest;
  for (const { occurrence, entry } of candidates) {
    if (entry > least) break;
    const own = model.occurrences[occurrence];
    const kept = own && drawn.kept.get(model.parts[own.part]?.key ?? '');
    const local = own && rayWithin(ray, own.matrix, offsets, occurrence * 3);
    if (!own || !kept || !local) continue;
    let met = meet(kept.target(), local, nearest, least);
    // Entered through the plane and met from within: a face that lies in it, of something that is cut away.
    if (enters && met && met.behind !== mirrors(own.matrix))
      met = meet(kept.target(), local, nearest + Math.abs(nearest) * IN_PLANE, least);
    if (!met) continue;
    if (met.distance > least) continue;
    least = met.distance;
    best = {
      ...named(drawn, occurrence),
      triangle: met.triangle,
      point: pointOn(ray, met.distance),
      normal: normalOf(kept, met.triangle, own.matrix),
      cut: false,
    };
  }
  return best;
}

const pointOn = ({ origin, direction }: Ray, distance: number): Vector =>
  plus(origin, times(direction, distance));

function named({ model }: DrawnModel, occurrence: number) {
  const { node, part } = model.occurrences[occurrence] ?? { node: -1, part: -1 };
  return { occurrence, node, nodeId: model.nodes[node]?.id ?? '', part };
}

/** The thing whose cut is seen at a point of the plane: where several overlap the smallest, as it is drawn. */
function cutAt(
  drawn: DrawnModel,
  plane: Plane,
  point: Vector,
  candidates: readonly { occurrence: number }[],
): Hit | null {
  const { boxes, offsets } = drawn;
  const isIn = (occurrence: number) =>
    [0, 1, 2].every((axis) => {
      // A box that lies with a face in the plane, but for rounding, has nothing cut anyhow.
      const at = (point[axis] ?? 0) - (offsets[occurrence * 3 + axis] ?? 0);
      const [least, most] = [boxes[occurrence * 6 + axis] ?? 0, boxes[occurrence * 6 + 3 + axis] ?? 0];
      return plane.normal[axis] !== 0 || (at >= least && at <= most);
    });
  const found = candidates
    .map(({ occurrence }) => ({ occurrence, size: sizeOfThing(boxes, occurrence) }))
    .filter(({ occurrence }) => drawn.isSolid(occurrence) && isIn(occurrence))
    .sort((one, other) => one.size - other.size || one.occurrence - other.occurrence)
    .find(({ occurrence }) => {
      const skin = IN_PLANE * Math.hypot(...sizeOf(boxes.subarray(occurrence * 6, occurrence * 6 + 6)));
      return turnsRound(cutOf(drawn, occurrence, plane, skin), plane, point) !== 0;
    });
  if (!found) return null;
  return { ...named(drawn, found.occurrence), triangle: -1, point, normal: plane.normal, cut: true };
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
