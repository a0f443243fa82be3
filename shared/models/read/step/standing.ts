import type { Occurrence } from '../../model.ts';
import { IDENTITY, type RawModel, type RawPart } from '../rawModel.ts';
import { backwards } from './placements.ts';
import { movement } from './sameShape.ts';

/** A shape as the reader of solids hands it over: where it stands, in millimetres. */
export type Shape = Omit<RawPart, 'name'>;

/** One solid, and where the file says that it stands. */
export interface Place {
  /** The same for the same solid of the same product; empty: nobody knows. */
  key: string;
  title: string;
  node: number;
  /** Which of the shapes. */
  mesh: number;
  /** Millimetres; null: the file does not say. */
  matrix: readonly number[] | null;
}

/** How far a corner may lie from where the file's placement puts it, as a part of how far out things stand. */
const NEAR = 1e-5;
/** Where names say nothing, so many shapes are tried. */
const MOST_TRIED = 8;

/**
 * Parts and where they stand: a shape that comes again, turned and moved, is no new part. Where the file says the places
 * of its parts, each is told in its own coordinates; where it does not, or says others than where its shapes stand, the
 * first one's are its own, and the others' places follow from their corners.
 */
export function standing(
  places: readonly Place[],
  shapes: readonly Shape[],
): Pick<RawModel, 'parts' | 'occurrences'> {
  const parts: RawPart[] = [];
  const known = new Map<string, number[]>();
  const occurrences: Occurrence[] = [];
  for (const { key, title, node, mesh, matrix } of places) {
    const shape = shapes[mesh];
    if (!shape) continue;
    const family = `${key} ${shape.positions.length} ${shape.triangles.length} ${shape.colour}`;
    const alike = known.get(family) ?? [];
    known.set(family, alike);
    let stands: Occurrence | null = null;
    for (const part of alike.slice(0, MOST_TRIED)) {
      const first = parts[part];
      if (!first || (key === '' && first.name !== title)) continue;
      const found =
        matrix && isThere(first.positions, matrix, shape.positions)
          ? matrix
          : !first.colours && movement(first.positions, shape.positions);
      if (found) stands = { part, matrix: found, node };
      if (stands) break;
    }
    if (!stands) {
      const part = parts.push({ ...(matrix ? takenBack(shape, matrix) : shape), name: title }) - 1;
      alike.push(part);
      stands = { part, matrix: matrix ?? IDENTITY, node };
    }
    occurrences.push(stands);
  }
  return { parts, occurrences };
}

/** Whether a shape stands where a placement puts its own corners. */
function isThere(own: Float32Array, matrix: readonly number[], there: Float32Array): boolean {
  if (own.length !== there.length) return false;
  const placed = placedBy(matrix, own, 1);
  let size = 1;
  for (const value of there) size = Math.max(size, Math.abs(value));
  for (let at = 0; at < there.length; at += 1)
    if (!(Math.abs((placed[at] ?? 0) - (there[at] ?? 0)) <= size * NEAR)) return false;
  return true;
}

/** The shape in its own coordinates. */
function takenBack(shape: Shape, matrix: readonly number[]): Shape {
  const back = backwards(matrix);
  return {
    ...shape,
    positions: placedBy(back, shape.positions, 1),
    normals: shape.normals && placedBy(back, shape.normals, 0),
  };
}

/** @param shift 1 for places, 0 for directions. */
function placedBy(matrix: readonly number[], from: Float32Array, shift: 0 | 1): Float32Array<ArrayBuffer> {
  const [a = 1, b = 0, c = 0, , d = 0, e = 1, f = 0, , g = 0, h = 0, i = 1, , x = 0, y = 0, z = 0] = matrix;
  const to = new Float32Array(from.length);
  for (let at = 0; at < from.length; at += 3) {
    const [p, q, r] = [from[at] ?? 0, from[at + 1] ?? 0, from[at + 2] ?? 0];
    to[at] = a * p + d * q + g * r + x * shift;
    to[at + 1] = b * p + e * q + h * r + y * shift;
    to[at + 2] = c * p + f * q + i * r + z * shift;
  }
  return to;
}
