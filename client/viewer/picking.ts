import type { Mesh } from '../../shared/models/model.ts';
import type { Vector } from '../../shared/modules/vectors.ts';
import { type Box, boxOfMesh } from './bounds.ts';

/** Triangles that share one box. Neighbours in a file are mostly neighbours in space: no tree has to be built first. */
const BLOCK = 128;

/** A mesh, made ready to be met by rays. */
export interface Target {
  mesh: Mesh;
  box: Box;
  /** Six numbers for each block of triangles. */
  blocks: Float32Array;
}

export interface Ray {
  origin: Vector;
  /** Of any length: distances are told as multiples of it. */
  direction: Vector;
}

export interface Meeting {
  distance: number;
  triangle: number;
  /** The triangle is met from within. */
  behind: boolean;
}

export function targetOf(mesh: Mesh): Target {
  const { positions, triangles } = mesh;
  const count = Math.floor(triangles.length / 3);
  const blocks = new Float32Array(Math.ceil(count / BLOCK) * 6);
  for (let block = 0; block * BLOCK < count; block += 1) {
    const at = block * 6;
    blocks.fill(Number.POSITIVE_INFINITY, at, at + 3);
    blocks.fill(Number.NEGATIVE_INFINITY, at + 3, at + 6);
    const end = Math.min(count, (block + 1) * BLOCK) * 3;
    for (let corner = block * BLOCK * 3; corner < end; corner += 1) {
      const from = (triangles[corner] ?? 0) * 3;
      for (let axis = 0; axis < 3; axis += 1) {
        const value = positions[from + axis] ?? 0;
        if (value < (blocks[at + axis] ?? 0)) blocks[at + axis] = value;
        if (value > (blocks[at + 3 + axis] ?? 0)) blocks[at + 3 + axis] = value;
      }
    }
  }
  return { mesh, box: boxOfMesh(mesh), blocks };
}

/** Where a ray enters a box, or infinity where it does not, between two distances. */
export function entryInto(
  box: ArrayLike<number>,
  at: number,
  { origin, direction }: Ray,
  nearest: number,
  farthest: number,
): number {
  let from = nearest;
  let to = farthest;
  for (let axis = 0; axis < 3; axis += 1) {
    const start = origin[axis] ?? 0;
    const along = direction[axis] ?? 0;
    const least = box[at + axis] ?? 0;
    const most = box[at + 3 + axis] ?? 0;
    if (along === 0) {
      if (start < least || start > most) return Number.POSITIVE_INFINITY;
      continue;
    }
    const one = (least - start) / along;
    const other = (most - start) / along;
    from = Math.max(from, Math.min(one, other));
    to = Math.min(to, Math.max(one, other));
    if (from > to) return Number.POSITIVE_INFINITY;
  }
  return from;
}

/** The nearest triangle that a ray meets, by Möller and Trumbore (1997), between two distances. */
export function meet(target: Target, ray: Ray, nearest: number, farthest: number): Meeting | null {
  const { blocks, mesh } = target;
  let found: Meeting | null = null;
  const count = Math.floor(mesh.triangles.length / 3);
  for (let block = 0; block * BLOCK < count; block += 1) {
    const limit = found?.distance ?? farthest;
    if (entryInto(blocks, block * 6, ray, nearest, limit) === Number.POSITIVE_INFINITY) continue;
    const end = Math.min(count, (block + 1) * BLOCK);
    for (let triangle = block * BLOCK; triangle < end; triangle += 1) {
      const met = meetTriangle(mesh, triangle, ray);
      if (met && met.distance >= nearest && met.distance <= (found?.distance ?? farthest)) found = met;
    }
  }
  return found;
}

function meetTriangle({ positions, triangles }: Mesh, triangle: number, ray: Ray): Meeting | null {
  const a = (triangles[triangle * 3] ?? 0) * 3;
  const b = (triangles[triangle * 3 + 1] ?? 0) * 3;
  const c = (triangles[triangle * 3 + 2] ?? 0) * 3;
  const [dx, dy, dz] = ray.direction;
  const ax = positions[a] ?? 0;
  const ay = positions[a + 1] ?? 0;
  const az = positions[a + 2] ?? 0;
  const ux = (positions[b] ?? 0) - ax;
  const uy = (positions[b + 1] ?? 0) - ay;
  const uz = (positions[b + 2] ?? 0) - az;
  const vx = (positions[c] ?? 0) - ax;
  const vy = (positions[c + 1] ?? 0) - ay;
  const vz = (positions[c + 2] ?? 0) - az;
  const px = dy * vz - dz * vy;
  const py = dz * vx - dx * vz;
  const pz = dx * vy - dy * vx;
  const determinant = ux * px + uy * py + uz * pz;
  if (determinant === 0) return null;
  const sx = ray.origin[0] - ax;
  const sy = ray.origin[1] - ay;
  const sz = ray.origin[2] - az;
  const one = (sx * px + sy * py + sz * pz) / determinant;
  if (!(one >= 0 && one <= 1)) return null;
  const qx = sy * uz - sz * uy;
  const qy = sz * ux - sx * uz;
  const qz = sx * uy - sy * ux;
  const other = (dx * qx + dy * qy + dz * qz) / determinant;
  if (!(other >= 0 && one + other <= 1)) return null;
  return {
    distance: (vx * qx + vy * qy + vz * qz) / determinant,
    triangle,
    behind: determinant < 0,
  };
}

/** The ray in the coordinates of something that a column-major matrix places; its distances stay the same. */
export function rayWithin(
  ray: Ray,
  matrix: ArrayLike<number>,
  offset: ArrayLike<number>,
  at: number,
): Ray | null {
  const m = (row: number, column: number) => matrix[column * 4 + row] ?? 0;
  const cofactor = (row: number, column: number) => {
    const [r, s] = [(row + 1) % 3, (row + 2) % 3];
    const [c, d] = [(column + 1) % 3, (column + 2) % 3];
    return m(r, c) * m(s, d) - m(r, d) * m(s, c);
  };
  const determinant = m(0, 0) * cofactor(0, 0) + m(0, 1) * cofactor(0, 1) + m(0, 2) * cofactor(0, 2);
  if (determinant === 0 || !Number.isFinite(determinant)) return null;
  const start = [0, 1, 2].map((axis) => (ray.origin[axis] ?? 0) - m(axis, 3) - (offset[at + axis] ?? 0));
  const back = (vector: readonly number[]): Vector => {
    const along = (column: number) =>
      ((vector[0] ?? 0) * cofactor(0, column) +
        (vector[1] ?? 0) * cofactor(1, column) +
        (vector[2] ?? 0) * cofactor(2, column)) /
      determinant;
    return [along(0), along(1), along(2)];
  };
  return { origin: back(start), direction: back([...ray.direction]) };
}

/** Whether a matrix turns left into right. */
export function mirrors(matrix: ArrayLike<number>): boolean {
  const m = (at: number) => matrix[at] ?? 0;
  return (
    m(0) * (m(5) * m(10) - m(6) * m(9)) -
      m(4) * (m(1) * m(10) - m(2) * m(9)) +
      m(8) * (m(1) * m(6) - m(2) * m(5)) <
    0
  );
}
