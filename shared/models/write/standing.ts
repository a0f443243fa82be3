import type { Model, ModelPart } from '../model.ts';
import { type Matrix, mirrors, movedCorners, turnedTriangles } from './matrices.ts';
import { NotWritten } from './notWritten.ts';

/** One occurrence, its corners where it stands; for files that know no instances. */
export interface Standing {
  part: ModelPart;
  /** Of the occurrence's node, or the part's where that has none. */
  name: string;
  positions: Float32Array;
  triangles: Uint32Array;
}

/** Every occurrence in turn, so that only one of them is in memory at a time. */
export function* standing({ parts, occurrences, nodes }: Model): Generator<Standing> {
  for (const { part: number, matrix, node } of occurrences) {
    const part = parts[number];
    if (!part) continue;
    const { positions, triangles } = part.mesh;
    yield {
      part,
      name: nodes[node]?.name || part.name,
      positions: isIdentity(matrix) ? positions : movedCorners(positions, matrix),
      triangles: mirrors(matrix) ? turnedTriangles(triangles) : triangles,
    };
  }
}

const isIdentity = (matrix: Matrix): boolean => matrix.every((value, at) => value === (at % 5 === 0 ? 1 : 0));

/** Triangles of all occurrences together. */
export const trianglesOf = ({ parts, occurrences }: Model): number =>
  occurrences.reduce((sum, { part }) => sum + (parts[part]?.mesh.triangles.length ?? 0) / 3, 0);

const finite = (values: ArrayLike<number>): boolean => {
  for (let at = 0; at < values.length; at += 1) if (!Number.isFinite(values[at])) return false;
  return true;
};

/** @throws {NotWritten} where there is nothing to write, or a number in it is none. */
export function mustBeWritable(model: Model): void {
  if (trianglesOf(model) === 0) throw new NotWritten('empty');
  for (const { name, mesh } of model.parts) {
    if (!finite(mesh.positions)) throw new NotWritten('notFinite', { part: name });
    const corners = mesh.positions.length / 3;
    for (const corner of mesh.triangles)
      if (corner >= corners) throw new NotWritten('notFinite', { part: name });
  }
  for (const { part, matrix } of model.occurrences) {
    if (!finite(matrix)) throw new NotWritten('notFinite', { part: model.parts[part]?.name ?? '' });
  }
}
