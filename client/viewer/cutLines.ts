import type { Mesh, Model } from '../../shared/models/model.ts';
import type { Plane } from './sight.ts';
import { GHOSTED, HIDDEN } from './visibility.ts';

/** Above so many triangles in the plane's way the cut is drawn without its outline: a slider has to follow a hand. */
const MOST_TRIANGLES = 400_000;
const MOST_LINES = 100_000;
/** Corners nearer to the plane than this share of the whole lie in it: a face that lies in it is not scribbled over. */
export const IN_PLANE = 1e-6;

/** What stands where, as far as lines need to know. */
export interface Standing {
  model: Pick<Model, 'parts' | 'occurrences'>;
  /** Six numbers for each occurrence, where it belongs. */
  boxes: Float64Array;
  offsets: Float32Array;
  marks: Uint8Array;
  /** Of single occurrences, beside what holds for their nodes. */
  worn?: Uint8Array;
}

/** Where the plane meets the skin of one thing. */
export interface Cut {
  occurrence: number;
  /** Six numbers a line: from, to; millimetres of the whole. All run the same way round what is solid. */
  lines: readonly number[];
}

/** Outlines of the cut of what is seen. @param radius of the whole. @returns nothing where there is too much to follow a hand. */
export function cutsOf(standing: Standing, plane: Plane, radius: number): Cut[] {
  const { model, marks, worn } = standing;
  const cuts: Cut[] = [];
  let triangles = 0;
  let numbers = 0;
  for (const [occurrence, { part, node }] of model.occurrences.entries()) {
    if (((marks[node] ?? 0) | (worn?.[occurrence] ?? 0)) & (HIDDEN | GHOSTED)) continue;
    if (!crosses(standing, occurrence, plane)) continue;
    triangles += (model.parts[part]?.mesh.triangles.length ?? 0) / 3;
    if (triangles > MOST_TRIANGLES) return [];
    const lines = cutOf(standing, occurrence, plane, radius * IN_PLANE);
    if (lines.length === 0) continue;
    cuts.push({ occurrence, lines });
    numbers += lines.length;
    if (numbers > MOST_LINES * 6) return [];
  }
  return cuts;
}

/**
 * Outline of the cut of one thing, seen or not; empty where it is on one side. @param skin how far a corner may stand
 * from the plane and still lie in it, millimetres.
 */
export function cutOf(
  { model, offsets }: Omit<Standing, 'marks' | 'worn'>,
  occurrence: number,
  plane: Plane,
  skin: number,
): number[] {
  const own = model.occurrences[occurrence];
  const mesh = own && model.parts[own.part]?.mesh;
  if (!mesh) return [];
  return linesOfMesh(mesh, own.matrix, offsets.subarray(occurrence * 3, occurrence * 3 + 3), plane, skin);
}

/** Whether the box of a thing has corners on both sides. */
function crosses({ boxes, offsets }: Standing, occurrence: number, { normal, at }: Plane): boolean {
  let [least, most] = [-at, -at];
  for (let axis = 0; axis < 3; axis += 1) {
    const along = normal[axis] ?? 0;
    const offset = offsets[occurrence * 3 + axis] ?? 0;
    const one = along * ((boxes[occurrence * 6 + axis] ?? 0) + offset);
    const other = along * ((boxes[occurrence * 6 + 3 + axis] ?? 0) + offset);
    least += Math.min(one, other);
    most += Math.max(one, other);
  }
  return least <= 0 && most >= 0;
}

/** The larger of two things that are cut in one place would hide the smaller: the smaller is shown. */
export const sizeOfThing = (boxes: Float64Array, occurrence: number): number =>
  [0, 1, 2].reduce(
    (size, axis) => size * ((boxes[occurrence * 6 + 3 + axis] ?? 0) - (boxes[occurrence * 6 + axis] ?? 0)),
    1,
  );

function linesOfMesh(
  { positions, triangles }: Mesh,
  matrix: readonly number[],
  shift: ArrayLike<number>,
  { normal, at: height }: Plane,
  skin: number,
): number[] {
  const column = (n: number) =>
    [0, 1, 2].reduce((sum, axis) => sum + (normal[axis] ?? 0) * (matrix[n * 4 + axis] ?? 0), 0);
  const away = [0, 1, 2].reduce((sum, axis) => sum + (normal[axis] ?? 0) * (shift[axis] ?? 0), 0);
  const [x, y, z, own] = [column(0), column(1), column(2), column(3) + away - height];
  const count = positions.length / 3;
  // How far each corner stands before the plane.
  const before = new Float64Array(count);
  let [least, most] = [0, 0];
  for (let corner = 0; corner < count; corner += 1) {
    const far =
      x * (positions[corner * 3] ?? 0) +
      y * (positions[corner * 3 + 1] ?? 0) +
      z * (positions[corner * 3 + 2] ?? 0) +
      own;
    before[corner] = Math.abs(far) < skin ? 0 : far;
    if (far < least) least = far;
    if (far > most) most = far;
  }
  // What only touches the plane, from either side, is not cut.
  if (!(least < -skin && most > skin)) return [];
  const lines: number[] = [];
  /** Reckoned from before to behind, so that neighbours come to the very same point. */
  const meet = (from: number, to: number) => {
    const [a, b] = [before[from] ?? 0, before[to] ?? 0];
    const share = a / (a - b);
    const at = (axis: number) => {
      const start = positions[from * 3 + axis] ?? 0;
      return start + ((positions[to * 3 + axis] ?? 0) - start) * share;
    };
    const [u, v, w] = [at(0), at(1), at(2)];
    for (let row = 0; row < 3; row += 1) {
      lines.push(
        (matrix[row] ?? 0) * u +
          (matrix[4 + row] ?? 0) * v +
          (matrix[8 + row] ?? 0) * w +
          (matrix[12 + row] ?? 0) +
          (shift[row] ?? 0),
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
    if ((before[alone] ?? 0) > 0) {
      meet(alone, left);
      meet(alone, right);
    } else {
      meet(right, alone);
      meet(left, alone);
    }
  }
  return lines;
}
