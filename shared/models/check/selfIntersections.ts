import { boxTreeOf, nearPairs } from './boxTree.ts';
import type { Surface } from './surface.ts';

export interface SelfIntersections {
  /** Pairs of triangles that pass through each other. Faces that lie in each other's plane are not among them. */
  pairs: number;
  /** Whether all were looked at; else there may be more. */
  all: boolean;
}

/** Triangles and pairs that are looked at, at most: a few seconds. */
const MOST_TRIANGLES = 2_000_000;
const MOST_LOOKED_AT = 30_000_000;
/** Share of the whole's size by which an edge must reach through a face; corners are known to 6e-8 of it. */
const SKIN = 1e-6;

/** How often the surface runs through itself, as far as it can be told in bounded time. */
export function selfIntersections(surface: Surface): SelfIntersections {
  const { positions, triangles } = surface;
  const total = triangles.length / 3;
  if (total === 0) return { pairs: 0, all: true };
  if (total > MOST_TRIANGLES) return { pairs: 0, all: false };
  const tree = boxTreeOf(surface);
  const extent = [0, 1, 2].map((axis) => (tree.boxes[3 + axis] ?? 0) - (tree.boxes[axis] ?? 0));
  const skin = SKIN * Math.max(...extent);
  let [looked, pairs] = [0, 0];
  const all = nearPairs(tree, (one, other) => {
    looked += 1;
    if (looked > MOST_LOOKED_AT) return false;
    if (meet(positions, triangles, one * 3, other * 3, skin)) pairs += 1;
    return true;
  });
  return { pairs, all };
}

function meet(
  positions: Float32Array,
  triangles: Uint32Array,
  one: number,
  other: number,
  skin: number,
): boolean {
  let shared = 0;
  for (let i = 0; i < 3; i += 1) {
    for (let j = 0; j < 3; j += 1) if (triangles[one + i] === triangles[other + j]) shared += 1;
  }
  if (shared > 1) return false;
  return (
    anyEdgeThrough(positions, triangles, one, other, skin) ||
    anyEdgeThrough(positions, triangles, other, one, skin)
  );
}

/** Whether an edge of the first that does not end in a corner of the second passes through the second. */
function anyEdgeThrough(
  positions: Float32Array,
  triangles: Uint32Array,
  one: number,
  other: number,
  skin: number,
): boolean {
  const a = triangles[other] ?? 0;
  const b = triangles[other + 1] ?? 0;
  const c = triangles[other + 2] ?? 0;
  for (let side = 0; side < 3; side += 1) {
    const p = triangles[one + side] ?? 0;
    const q = triangles[one + ((side + 1) % 3)] ?? 0;
    if (p === a || p === b || p === c || q === a || q === b || q === c) continue;
    if (passes(positions, p * 3, q * 3, a * 3, b * 3, c * 3, skin)) return true;
  }
  return false;
}

/** Whether the line from p to q comes from one side of the triangle to the other through its inside. */
function passes(
  v: Float32Array,
  p: number,
  q: number,
  a: number,
  b: number,
  c: number,
  skin: number,
): boolean {
  const ax = v[a] ?? 0;
  const ay = v[a + 1] ?? 0;
  const az = v[a + 2] ?? 0;
  const ux = (v[b] ?? 0) - ax;
  const uy = (v[b + 1] ?? 0) - ay;
  const uz = (v[b + 2] ?? 0) - az;
  const wx = (v[c] ?? 0) - ax;
  const wy = (v[c + 1] ?? 0) - ay;
  const wz = (v[c + 2] ?? 0) - az;
  const nx = uy * wz - uz * wy;
  const ny = uz * wx - ux * wz;
  const nz = ux * wy - uy * wx;
  const squared = nx * nx + ny * ny + nz * nz;
  if (squared === 0) return false;
  const px = (v[p] ?? 0) - ax;
  const py = (v[p + 1] ?? 0) - ay;
  const pz = (v[p + 2] ?? 0) - az;
  const qx = (v[q] ?? 0) - ax;
  const qy = (v[q + 1] ?? 0) - ay;
  const qz = (v[q + 2] ?? 0) - az;
  const least = skin * Math.sqrt(squared);
  const above = px * nx + py * ny + pz * nz;
  const below = qx * nx + qy * ny + qz * nz;
  if (!((above > least && below < -least) || (above < -least && below > least))) return false;
  const share = above / (above - below);
  const mx = px + share * (qx - px);
  const my = py + share * (qy - py);
  const mz = pz + share * (qz - pz);
  // Where it passes, in shares of the triangle's two sides.
  const s = ((my * wz - mz * wy) * nx + (mz * wx - mx * wz) * ny + (mx * wy - my * wx) * nz) / squared;
  const t = ((uy * mz - uz * my) * nx + (uz * mx - ux * mz) * ny + (ux * my - uy * mx) * nz) / squared;
  const rim = 1e-7;
  return s > rim && t > rim && s + t < 1 - rim;
}
