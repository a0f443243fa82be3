import type { Solids } from '../../modules/module.ts';
import { edgesOf } from './edges.ts';
import type { Surface } from './surface.ts';

/** Corners of a hole's rim, at most; larger ones are rather a missing half than a hole. */
const MOST_CORNERS = 2000;
/** Share of a hole's width that its rim may leave its plane by. */
const FLATNESS = 0.02;

/** Rims of holes, each corner once; only those that are plain loops. They run as the missing triangles' edges do. */
export function rimsOf(surface: Surface): number[][] {
  const { triangles } = surface;
  const { opposite } = edgesOf(surface);
  const next = new Map<number, number>();
  const branching = new Set<number>();
  for (let side = 0; side < triangles.length; side += 1) {
    if ((opposite[side] ?? -1) >= 0) continue;
    const from = triangles[side % 3 === 2 ? side - 2 : side + 1] ?? 0;
    if (next.has(from)) branching.add(from);
    next.set(from, triangles[side] ?? 0);
  }
  const rims: number[][] = [];
  const seen = new Set<number>();
  for (const start of next.keys()) {
    const rim: number[] = [];
    let at: number | undefined = start;
    while (at !== undefined && !seen.has(at) && !branching.has(at)) {
      seen.add(at);
      rim.push(at);
      at = next.get(at);
    }
    if (at === start && rim.length >= 3) rims.push(rim);
  }
  return rims;
}

type Vector = [number, number, number];

/** The plane of a rim (Newell's method): its middle, two directions in it, and how far the rim leaves it. */
function planeOf(points: readonly Vector[]) {
  const normal: Vector = [0, 0, 0];
  const middle: Vector = [0, 0, 0];
  for (const [n, [x, y, z]] of points.entries()) {
    const [i, j, k] = points[(n + 1) % points.length] ?? [0, 0, 0];
    normal[0] += (y - j) * (z + k);
    normal[1] += (z - k) * (x + i);
    normal[2] += (x - i) * (y + j);
    for (const [axis, value] of [x, y, z].entries())
      middle[axis] = (middle[axis] ?? 0) + value / points.length;
  }
  const length = Math.hypot(...normal);
  if (length === 0) return null;
  const [a, b, c] = normal.map((value) => value / length) as Vector;
  const along: Vector = Math.abs(a) < 0.9 ? [0, c, -b] : [-c, 0, a];
  const size = Math.hypot(...along);
  const u = along.map((value) => value / size) as Vector;
  const v: Vector = [b * u[2] - c * u[1], c * u[0] - a * u[2], a * u[1] - b * u[0]];
  const flat = points.map(([x, y, z]) => {
    const from = [x - middle[0], y - middle[1], z - middle[2]] as const;
    const along2 = (d: Vector) => d[0] * from[0] + d[1] * from[1] + d[2] * from[2];
    return { at: [along2(u), along2(v)] as [number, number], off: Math.abs(along2([a, b, c])) };
  });
  return { flat: flat.map(({ at }) => at), off: Math.max(...flat.map(({ off }) => off)) };
}

/**
 * Closes holes whose rim lies in a plane, or nearly so, with a flat lid. Others stay open: what was there nobody knows.
 * @returns how many were closed.
 */
export function closeFlatHoles(
  surface: Surface,
  { triangulate }: Solids,
): { surface: Surface; closed: number } {
  const added: number[] = [];
  let closed = 0;
  for (const rim of rimsOf(surface)) {
    if (rim.length > MOST_CORNERS) continue;
    const points = rim.map((corner): Vector => {
      const [x = 0, y = 0, z = 0] = surface.positions.subarray(corner * 3, corner * 3 + 3);
      return [x, y, z];
    });
    const plane = planeOf(points);
    if (!plane) continue;
    const width = Math.max(...plane.flat.map(([x, y]) => Math.hypot(x, y)));
    if (plane.off > FLATNESS * width) continue;
    const lid = triangulate([plane.flat], 0, false);
    if (lid.length !== rim.length - 2) continue;
    added.push(...lid.flat().map((n) => rim[n] ?? 0));
    closed += 1;
  }
  const triangles = new Uint32Array(surface.triangles.length + added.length);
  triangles.set(surface.triangles);
  triangles.set(added, surface.triangles.length);
  return { surface: { ...surface, triangles }, closed };
}
