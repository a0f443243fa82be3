import type { Solids } from '../../modules/module.ts';
import { type Edges, edgesOf } from './edges.ts';
import type { Surface } from './surface.ts';

/** Corners of a hole's rim, at most; larger ones are rather a missing half than a hole. */
const MOST_CORNERS = 2000;
/** Share of a hole's width that its rim may leave its plane by. */
const FLATNESS = 0.02;

/** Rims of holes, each corner once; only those that are plain loops. They run as the missing triangles' edges do. */
function rimsOf({ triangles }: Surface, { opposite }: Edges): number[][] {
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
  return {
    flat: flat.map(({ at }) => at),
    off: Math.max(...flat.map(({ off }) => off)),
    /** How far any point is from it. */
    from: ([x, y, z]: Vector) => Math.abs(a * (x - middle[0]) + b * (y - middle[1]) + c * (z - middle[2])),
  };
}

/** The corners of each shell, and the shell of each corner. */
function shellCorners({ positions, triangles }: Surface, { shellOf, shells }: Edges) {
  const of = new Int32Array(positions.length / 3).fill(-1);
  const corners = Array.from({ length: shells }, (): number[] => []);
  for (const [side, corner] of triangles.entries()) {
    if ((of[corner] ?? 0) >= 0) continue;
    of[corner] = shellOf[Math.floor(side / 3)] ?? 0;
    corners[of[corner] ?? 0]?.push(corner);
  }
  return { of, corners };
}

/**
 * Closes holes whose rim lies in a plane, or nearly so, with a flat lid. Others stay open: what was there nobody knows.
 * A flat sheet stays open too: a lid would make it a body without volume.
 * @returns how many were closed.
 */
export function closeFlatHoles(
  surface: Surface,
  { triangulate }: Solids,
): { surface: Surface; closed: number } {
  const edges = edgesOf(surface);
  const shells = shellCorners(surface, edges);
  const pointAt = (corner: number): Vector => {
    const [x = 0, y = 0, z = 0] = surface.positions.subarray(corner * 3, corner * 3 + 3);
    return [x, y, z];
  };
  const added: number[] = [];
  let closed = 0;
  for (const rim of rimsOf(surface, edges)) {
    if (rim.length > MOST_CORNERS) continue;
    const plane = planeOf(rim.map(pointAt));
    if (!plane) continue;
    const most = FLATNESS * Math.max(...plane.flat.map(([x, y]) => Math.hypot(x, y)));
    if (plane.off > most) continue;
    const shell = shells.corners[shells.of[rim[0] ?? 0] ?? 0] ?? [];
    if (shell.every((corner) => plane.from(pointAt(corner)) <= most)) continue;
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
