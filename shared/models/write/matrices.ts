/** Column-major 4 × 4. */
export type Matrix = readonly number[];

export const IDENTITY: Matrix = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

/** Across x = 0. */
export const MIRRORED: Matrix = [-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

/** By how much a matrix multiplies volumes; negative where it mirrors. */
export function determinant(m: Matrix): number {
  const [a = 0, b = 0, c = 0, , d = 0, e = 0, f = 0, , g = 0, h = 0, i = 0] = m;
  return a * (e * i - f * h) - d * (b * i - c * h) + g * (b * f - c * e);
}

/** Whether what stands so is mirrored: its triangles turn the other way round. */
export const mirrors = (m: Matrix): boolean => determinant(m) < 0;

/** Corners moved by a matrix; reckoned in double precision and rounded once. */
export function movedCorners(positions: Float32Array, m: Matrix): Float32Array<ArrayBuffer> {
  const [a = 1, b = 0, c = 0, , d = 0, e = 1, f = 0, , g = 0, h = 0, i = 1, , x0 = 0, y0 = 0, z0 = 0] = m;
  const moved = new Float32Array(positions.length);
  for (let at = 0; at + 2 < positions.length; at += 3) {
    const x = positions[at] ?? 0;
    const y = positions[at + 1] ?? 0;
    const z = positions[at + 2] ?? 0;
    moved[at] = a * x + d * y + g * z + x0;
    moved[at + 1] = b * x + e * y + h * z + y0;
    moved[at + 2] = c * x + f * y + i * z + z0;
  }
  return moved;
}

/** Triangles as they are seen from outside once they were mirrored. */
export function turnedTriangles(triangles: Uint32Array): Uint32Array<ArrayBuffer> {
  const turned = Uint32Array.from(triangles);
  for (let at = 0; at + 2 < turned.length; at += 3) {
    turned[at + 1] = triangles[at + 2] ?? 0;
    turned[at + 2] = triangles[at + 1] ?? 0;
  }
  return turned;
}
