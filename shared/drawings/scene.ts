import type { Model } from '../models/model.ts';
import { Growing } from './growing.ts';
import type { Topology } from './meshTopology.ts';
import type { Looking } from './views.ts';

/** Numbers of a covering triangle: x and y of three corners, depth = a·x + b·y + c, and its nearest depth. */
export const COVER = 10;
/** Numbers of an edge: x, y, depth of both ends, the covers that it belongs to (or -1), and 1 for an outline. */
export const EDGE = 9;

/** A model as it is seen, before anything is hidden. All lengths are millimetres; larger depths are nearer. */
export interface Scene {
  covers: Float64Array;
  edges: Float64Array;
  left: number;
  right: number;
  bottom: number;
  top: number;
}

/** Sine of the angle to the eye below which a face is seen from its side only. */
const FROM_ITS_SIDE = 1e-4;

/** Every triangle that can hide something, and every edge that may show. */
export function sceneOf(model: Model, topologies: readonly Topology[], { right, up, eye }: Looking): Scene {
  const covers = new Growing();
  const edges = new Growing();
  const bounds = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity };
  for (const { part, matrix } of model.occurrences) {
    const topology = topologies[part];
    if (!topology || matrix.length !== 16 || !matrix.every(Number.isFinite)) continue;
    const [
      m0 = 0,
      m1 = 0,
      m2 = 0,
      ,
      m4 = 0,
      m5 = 0,
      m6 = 0,
      ,
      m8 = 0,
      m9 = 0,
      m10 = 0,
      ,
      mx = 0,
      my = 0,
      mz = 0,
    ] = matrix;
    const rows = [right, up, eye].map(([x, y, z]) => [
      x * m0 + y * m1 + z * m2,
      x * m4 + y * m5 + z * m6,
      x * m8 + y * m9 + z * m10,
      x * mx + y * my + z * mz,
    ]);
    const seen = placed(topology.positions, rows, bounds);
    const turn = m0 * (m5 * m10 - m6 * m9) - m4 * (m1 * m10 - m2 * m9) + m8 * (m1 * m6 - m2 * m5);
    const isOpen = model.parts[part]?.closed !== true;
    const { facing, coverOf } = addCovers(covers, topology, seen, turn, isOpen);
    addEdges(edges, topology, seen, facing, coverOf, isOpen);
  }
  return {
    covers: covers.numbers.subarray(0, covers.length),
    edges: edges.numbers.subarray(0, edges.length),
    ...bounds,
  };
}

function placed(
  positions: Float64Array,
  [
    [ax = 0, ay = 0, az = 0, aw = 0] = [],
    [bx = 0, by = 0, bz = 0, bw = 0] = [],
    [cx = 0, cy = 0, cz = 0, cw = 0] = [],
  ]: number[][],
  bounds: Pick<Scene, 'left' | 'right' | 'bottom' | 'top'>,
): Float64Array {
  const seen = new Float64Array(positions.length);
  for (let first = 0; first < positions.length; first += 3) {
    const x = positions[first] ?? 0;
    const y = positions[first + 1] ?? 0;
    const z = positions[first + 2] ?? 0;
    const across = ax * x + ay * y + az * z + aw;
    const upwards = bx * x + by * y + bz * z + bw;
    seen[first] = across;
    seen[first + 1] = upwards;
    seen[first + 2] = cx * x + cy * y + cz * z + cw;
    if (across < bounds.left) bounds.left = across;
    if (across > bounds.right) bounds.right = across;
    if (upwards < bounds.bottom) bounds.bottom = upwards;
    if (upwards > bounds.top) bounds.top = upwards;
  }
  return seen;
}

/** Which way each triangle looks (1: to the eye), and the cover that it became, or -1. Of what is closed only the near side covers. */
function addCovers(
  covers: Growing,
  { triangles, areas }: Topology,
  seen: Float64Array,
  turn: number,
  isOpen: boolean,
) {
  const count = triangles.length / 3;
  const facing = new Int8Array(count);
  const coverOf = new Int32Array(count).fill(-1);
  const scale = Math.cbrt(turn * turn);
  for (let triangle = 0; triangle < count; triangle += 1) {
    const a = (triangles[triangle * 3] ?? 0) * 3;
    const b = (triangles[triangle * 3 + 1] ?? 0) * 3;
    const c = (triangles[triangle * 3 + 2] ?? 0) * 3;
    const x0 = seen[a] ?? 0;
    const y0 = seen[a + 1] ?? 0;
    const z0 = seen[a + 2] ?? 0;
    const ux = (seen[b] ?? 0) - x0;
    const uy = (seen[b + 1] ?? 0) - y0;
    const uz = (seen[b + 2] ?? 0) - z0;
    const vx = (seen[c] ?? 0) - x0;
    const vy = (seen[c + 1] ?? 0) - y0;
    const vz = (seen[c + 2] ?? 0) - z0;
    const area = ux * vy - uy * vx;
    if (Math.abs(area) <= FROM_ITS_SIDE * scale * (areas[triangle] ?? 0)) continue;
    const isFront = area > 0 === turn > 0;
    facing[triangle] = isFront ? 1 : -1;
    if (!isFront && !isOpen) continue;
    const alongX = (uz * vy - vz * uy) / area;
    const alongY = (ux * vz - vx * uz) / area;
    const from = covers.more(COVER);
    const { numbers } = covers;
    coverOf[triangle] = from / COVER;
    numbers[from] = x0;
    numbers[from + 1] = y0;
    // Always counter-clockwise: inside is to the left of each side.
    numbers[from + 2] = x0 + (area > 0 ? ux : vx);
    numbers[from + 3] = y0 + (area > 0 ? uy : vy);
    numbers[from + 4] = x0 + (area > 0 ? vx : ux);
    numbers[from + 5] = y0 + (area > 0 ? vy : uy);
    numbers[from + 6] = alongX;
    numbers[from + 7] = alongY;
    numbers[from + 8] = z0 - alongX * x0 - alongY * y0;
    numbers[from + 9] = z0 + Math.max(0, uz, vz);
  }
  return { facing, coverOf };
}

function addEdges(
  edges: Growing,
  topology: Topology,
  seen: Float64Array,
  facing: Int8Array,
  coverOf: Int32Array,
  isOpen: boolean,
): void {
  const count = topology.sharp.length;
  for (let edge = 0; edge < count; edge += 1) {
    const one = topology.edges[edge * 4 + 2] ?? 0;
    const other = topology.edges[edge * 4 + 3] ?? -1;
    const oneFaces = facing[one] ?? 0;
    const otherFaces = other < 0 ? 0 : (facing[other] ?? 0);
    const isOutline = other < 0 || oneFaces > 0 !== otherFaces > 0;
    if (topology.sharp[edge] === 0 && !isOutline) continue;
    if (!isOpen && oneFaces <= 0 && otherFaces <= 0) continue;
    const a = (topology.edges[edge * 4] ?? 0) * 3;
    const b = (topology.edges[edge * 4 + 1] ?? 0) * 3;
    const from = edges.more(EDGE);
    const { numbers } = edges;
    for (let axis = 0; axis < 3; axis += 1) {
      numbers[from + axis] = seen[a + axis] ?? 0;
      numbers[from + 3 + axis] = seen[b + axis] ?? 0;
    }
    numbers[from + 6] = coverOf[one] ?? -1;
    numbers[from + 7] = other < 0 ? -1 : (coverOf[other] ?? -1);
    numbers[from + 8] = isOutline ? 1 : 0;
  }
}
