import type { Mesh, Model } from '../../shared/models/model.ts';
import type { Plane } from './sight.ts';
import { GHOSTED, HIDDEN } from './visibility.ts';

/** Above so many triangles in the plane's way the cut is drawn without its outline: a slider has to follow a hand. */
const MOST_TRIANGLES = 400_000;
const MOST_LINES = 100_000;
/** Corners nearer to the plane than this share of the whole lie in it: a face that lies in it is not scribbled over. */
const IN_PLANE = 1e-6;

/** What stands where, as far as lines need to know. */
export interface Standing {
  model: Pick<Model, 'parts' | 'occurrences'>;
  boxes: Float64Array;
  offsets: Float32Array;
  marks: Uint8Array;
  /** Of single occurrences, beside what holds for their nodes. */
  worn?: Uint8Array;
}

/**
 * Where the plane meets the skin of what is seen: the outlines of the cut. Six numbers a line: from, to; millimetres of
 * the whole. @param radius of the whole. @returns nothing where there is too much to follow a hand.
 */
export function cutLines(
  { model, boxes, offsets, marks, worn }: Standing,
  plane: Plane,
  radius: number,
): Float32Array {
  const lines: number[] = [];
  let triangles = 0;
  for (const [index, { part, matrix, node }] of model.occurrences.entries()) {
    const mesh = model.parts[part]?.mesh;
    if (!mesh || ((marks[node] ?? 0) | (worn?.[index] ?? 0)) & (HIDDEN | GHOSTED)) continue;
    const shift = [offsets[index * 3] ?? 0, offsets[index * 3 + 1] ?? 0, offsets[index * 3 + 2] ?? 0];
    const away = plane.normal.reduce((sum, value, axis) => sum + value * (shift[axis] ?? 0), 0) - plane.at;
    if (!crosses(boxes, index * 6, plane, away)) continue;
    triangles += mesh.triangles.length / 3;
    if (triangles > MOST_TRIANGLES) return new Float32Array();
    linesOfMesh(mesh, matrix, shift, plane, away, radius * IN_PLANE, lines);
    if (lines.length > MOST_LINES * 6) return new Float32Array();
  }
  return Float32Array.from(lines);
}

/** Whether a box has corners on both sides. */
function crosses(boxes: Float64Array, at: number, { normal }: Plane, away: number): boolean {
  let [least, most] = [away, away];
  for (let axis = 0; axis < 3; axis += 1) {
    const one = (normal[axis] ?? 0) * (boxes[at + axis] ?? 0);
    const other = (normal[axis] ?? 0) * (boxes[at + 3 + axis] ?? 0);
    least += Math.min(one, other);
    most += Math.max(one, other);
  }
  return least <= 0 && most >= 0;
}

function linesOfMesh(
  { positions, triangles }: Mesh,
  matrix: readonly number[],
  shift: readonly number[],
  { normal }: Plane,
  away: number,
  skin: number,
  lines: number[],
): void {
  const column = (n: number) =>
    [0, 1, 2].reduce((sum, axis) => sum + (normal[axis] ?? 0) * (matrix[n * 4 + axis] ?? 0), 0);
  const [x, y, z, own] = [column(0), column(1), column(2), column(3) + away];
  const count = positions.length / 3;
  // How far each corner stands before the plane.
  const before = new Float64Array(count);
  for (let corner = 0; corner < count; corner += 1) {
    const far =
      x * (positions[corner * 3] ?? 0) +
      y * (positions[corner * 3 + 1] ?? 0) +
      z * (positions[corner * 3 + 2] ?? 0) +
      own;
    before[corner] = Math.abs(far) < skin ? 0 : far;
  }
  const meet = (from: number, to: number) => {
    const [a, b] = [before[from] ?? 0, before[to] ?? 0];
    const share = a / (a - b);
    const at = (axis: number) => {
      const start = positions[from * 3 + axis] ?? 0;
      return start + ((positions[to * 3 + axis] ?? 0) - start) * share;
    };
    const [u, v, w] = [at(0), at(1), at(2)];
    for (let row = 0; row < 3; row += 1) {
      // A hair on the side that stays: what lies beyond the plane is not drawn.
      lines.push(
        (matrix[row] ?? 0) * u +
          (matrix[4 + row] ?? 0) * v +
          (matrix[8 + row] ?? 0) * w +
          (matrix[12 + row] ?? 0) +
          (shift[row] ?? 0) -
          (normal[row] ?? 0) * skin * 10,
      );
    }
  };
  for (let first = 0; first < triangles.length; first += 3) {
    const [a, b, c] = [triangles[first] ?? 0, triangles[first + 1] ?? 0, triangles[first + 2] ?? 0];
    const one = (before[a] ?? 0) > 0;
    const two = (before[b] ?? 0) > 0;
    const three = (before[c] ?? 0) > 0;
    if (one === two && two === three) continue;
    // The corner that stands alone on its side.
    const [alone, left, right] = two === three ? [a, b, c] : one === three ? [b, c, a] : [c, a, b];
    meet(alone, left);
    meet(alone, right);
  }
}
