import type { Mesh, Model, ModelPart } from '../models/model.ts';

/** Triangles that are drawn as they are, over all occurrences. */
const MOST_TRIANGLES = 1_000_000;
const MOST_OCCURRENCES = 20_000;
/** Squares along the longest side of a part that is drawn coarser, tried one after the other. */
const COARSER = [256, 128, 64, 32, 16] as const;

/**
 * The same model with few enough triangles to be drawn in time: parts whose triangles are too many get corners on a
 * grid, ever wider until all is few enough; at last they become boxes.
 */
export function simplerModel(model: Model): Model {
  let simple: Model =
    model.occurrences.length > MOST_OCCURRENCES ? { ...model, occurrences: largestOf(model) } : model;
  for (const squares of COARSER) {
    if (trianglesOf(simple) <= MOST_TRIANGLES) return simple;
    const share = MOST_TRIANGLES / Math.max(1, simple.occurrences.length);
    simple = { ...simple, parts: simple.parts.map((part) => coarser(part, squares, share)) };
  }
  if (trianglesOf(simple) <= MOST_TRIANGLES) return simple;
  return {
    ...simple,
    parts: simple.parts.map((part) => ({ ...part, mesh: boxOf(part.mesh), closed: true })),
  };
}

const trianglesOf = ({ parts, occurrences }: Model): number =>
  occurrences.reduce((sum, { part }) => sum + (parts[part]?.mesh.triangles.length ?? 0) / 3, 0);

/** Those of the largest parts, in their order. */
function largestOf({ parts, occurrences }: Model): Model['occurrences'] {
  const sizes = parts.map(({ mesh }) => sizeOf(boundsOf(mesh.positions)));
  const sizeAt = (index: number) => sizes[occurrences[index]?.part ?? -1] ?? 0;
  const kept = new Set(
    occurrences
      .map((_, index) => index)
      .sort((one, other) => sizeAt(other) - sizeAt(one) || one - other)
      .slice(0, MOST_OCCURRENCES),
  );
  return occurrences.filter((_, index) => kept.has(index));
}

/** Corners in one square of a grid become the first of them (after Rossignac and Borrel); small parts stay as they are. */
function coarser(part: ModelPart, squares: number, share: number): ModelPart {
  const { positions, triangles } = part.mesh;
  if (triangles.length / 3 <= share) return part;
  const { least, most } = boundsOf(positions);
  const side = Math.max(...most.map((each, axis) => each - (least[axis] ?? 0))) / squares || 1;
  const firstIn = new Map<number, number>();
  const standIn = Uint32Array.from({ length: positions.length / 3 }, (_, corner) => {
    let square = 0;
    for (let axis = 0; axis < 3; axis += 1) {
      square = square * 1024 + Math.floor(((positions[corner * 3 + axis] ?? 0) - (least[axis] ?? 0)) / side);
    }
    const first = firstIn.get(square);
    if (first !== undefined) return first;
    firstIn.set(square, corner);
    return corner;
  });
  const kept: number[] = [];
  for (let first = 0; first + 2 < triangles.length; first += 3) {
    const a = standIn[triangles[first] ?? 0] ?? 0;
    const b = standIn[triangles[first + 1] ?? 0] ?? 0;
    const c = standIn[triangles[first + 2] ?? 0] ?? 0;
    if (a !== b && b !== c && a !== c) kept.push(a, b, c);
  }
  // It may have come open where two walls met: both sides are to cover.
  return { ...part, closed: null, mesh: { ...part.mesh, triangles: Uint32Array.from(kept), edges: null } };
}

interface Bounds {
  least: [number, number, number];
  most: [number, number, number];
}

function boundsOf(positions: Float32Array): Bounds {
  const least: Bounds['least'] = [Infinity, Infinity, Infinity];
  const most: Bounds['most'] = [-Infinity, -Infinity, -Infinity];
  for (let at = 0; at < positions.length; at += 1) {
    const axis = (at % 3) as 0 | 1 | 2;
    const value = positions[at] ?? 0;
    if (value < least[axis]) least[axis] = value;
    if (value > most[axis]) most[axis] = value;
  }
  return { least, most };
}

const sizeOf = ({ least, most }: Bounds): number =>
  Math.hypot(most[0] - least[0], most[1] - least[1], most[2] - least[2]) || 0;

/** Sides of a box by its corners, whose bits say on which end of x, y and z they are. */
const BOX = [
  0, 2, 3, 0, 3, 1, 4, 5, 7, 4, 7, 6, 0, 1, 5, 0, 5, 4, 2, 6, 7, 2, 7, 3, 0, 4, 6, 0, 6, 2, 1, 3, 7, 1, 7, 5,
];

function boxOf(mesh: Mesh): Mesh {
  const { least, most } = boundsOf(mesh.positions);
  const positions = Float32Array.from({ length: 24 }, (_, at) => {
    const axis = (at % 3) as 0 | 1 | 2;
    return (Math.floor(at / 3) >> axis) & 1 ? most[axis] : least[axis];
  });
  return { positions, triangles: Uint32Array.from(BOX), normals: null, colours: null, edges: null };
}
