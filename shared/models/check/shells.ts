import type { Edges } from './edges.ts';
import type { Surface } from './surface.ts';

/** One piece of a surface that hangs together. */
export interface Shell {
  triangles: number;
  /** All of its edges have two triangles that look to the same side. */
  closed: boolean;
  /** Cubic millimetres that its triangles enclose; negative where they look inwards. Of open ones it says nothing. */
  volume: number;
  /** It looks inwards and lies in no other shell, whose cavity it could be. */
  inverted: boolean;
}

/** Shells that are looked at one by one for whether they are cavities, at most. */
const MOST_CAVITIES = 200;

export function shellsOf(surface: Surface, edges: Edges): Shell[] {
  const { positions, triangles } = surface;
  const { shellOf, opposite } = edges;
  const shells = Array.from(
    { length: edges.shells },
    (): Shell => ({ triangles: 0, closed: true, volume: 0, inverted: false }),
  );
  const firstOf = new Int32Array(edges.shells).fill(-1);
  // Reckoned about a corner, so that parts far from the origin lose no digits.
  const [ox, oy, oz] = [positions[0] ?? 0, positions[1] ?? 0, positions[2] ?? 0];
  for (let n = 0; n < shellOf.length; n += 1) {
    const shell = shells[shellOf[n] ?? 0];
    if (!shell) continue;
    shell.triangles += 1;
    if ((firstOf[shellOf[n] ?? 0] ?? 0) < 0) firstOf[shellOf[n] ?? 0] = n;
    for (let side = n * 3; side < n * 3 + 3; side += 1) {
      const other = opposite[side] ?? -1;
      if (other < 0 || triangles[side] === triangles[other]) shell.closed = false;
    }
    const [a, b, c] = [
      (triangles[n * 3] ?? 0) * 3,
      (triangles[n * 3 + 1] ?? 0) * 3,
      (triangles[n * 3 + 2] ?? 0) * 3,
    ];
    const [ax, ay, az] = [
      (positions[a] ?? 0) - ox,
      (positions[a + 1] ?? 0) - oy,
      (positions[a + 2] ?? 0) - oz,
    ];
    const [bx, by, bz] = [
      (positions[b] ?? 0) - ox,
      (positions[b + 1] ?? 0) - oy,
      (positions[b + 2] ?? 0) - oz,
    ];
    const [cx, cy, cz] = [
      (positions[c] ?? 0) - ox,
      (positions[c + 1] ?? 0) - oy,
      (positions[c + 2] ?? 0) - oz,
    ];
    shell.volume += (ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx)) / 6;
  }
  const inwards = shells.flatMap((shell, n) => (shell.closed && shell.volume < 0 ? [n] : []));
  for (const [looked, n] of inwards.entries()) {
    const shell = shells[n];
    if (!shell) continue;
    shell.inverted = looked >= MOST_CAVITIES || !liesInAnother(surface, shellOf, n, firstOf[n] ?? 0);
  }
  return shells;
}

/** A direction that no face or edge of a made thing is likely to lie along. */
const RAY = [0.577_215_66, 0.302_775_64, 0.758_382_3] as const;

/** Whether a ray from a triangle of a shell leaves an odd number of the other shells' faces behind. */
function liesInAnother(
  { positions, triangles }: Surface,
  shellOf: Int32Array,
  shell: number,
  triangle: number,
): boolean {
  const at = (corner: number, axis: number) => positions[(triangles[corner] ?? 0) * 3 + axis] ?? 0;
  const from = [0, 1, 2].map(
    (axis) => (at(triangle * 3, axis) + at(triangle * 3 + 1, axis) + at(triangle * 3 + 2, axis)) / 3,
  );
  const [px = 0, py = 0, pz = 0] = from;
  const [dx, dy, dz] = RAY;
  let crossings = 0;
  for (let n = 0; n < shellOf.length; n += 1) {
    if (shellOf[n] === shell) continue;
    const [ax, ay, az] = [at(n * 3, 0), at(n * 3, 1), at(n * 3, 2)];
    const [ux, uy, uz] = [at(n * 3 + 1, 0) - ax, at(n * 3 + 1, 1) - ay, at(n * 3 + 1, 2) - az];
    const [vx, vy, vz] = [at(n * 3 + 2, 0) - ax, at(n * 3 + 2, 1) - ay, at(n * 3 + 2, 2) - az];
    // Möller and Trumbore, Fast, Minimum Storage Ray/Triangle Intersection (1997).
    const [hx, hy, hz] = [dy * vz - dz * vy, dz * vx - dx * vz, dx * vy - dy * vx];
    const slope = ux * hx + uy * hy + uz * hz;
    if (slope === 0) continue;
    const [sx, sy, sz] = [px - ax, py - ay, pz - az];
    const u = (sx * hx + sy * hy + sz * hz) / slope;
    if (u < 0 || u > 1) continue;
    const [qx, qy, qz] = [sy * uz - sz * uy, sz * ux - sx * uz, sx * uy - sy * ux];
    const v = (dx * qx + dy * qy + dz * qz) / slope;
    if (v < 0 || u + v > 1) continue;
    if ((vx * qx + vy * qy + vz * qz) / slope > 0) crossings += 1;
  }
  return crossings % 2 === 1;
}
