import type { Mesh, Model } from '../../shared/models/model.ts';

/** Least x, y, z and most x, y, z; millimetres. Empty where the least is above the most. */
export type Box = Float64Array;

export const emptyBox = (): Box =>
  Float64Array.of(
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  );

export const isEmpty = (box: Box): boolean => !((box[0] ?? 1) <= (box[3] ?? 0));

/** Corners that are no numbers, or nowhere, are passed over. */
export function boxOfMesh({ positions }: Pick<Mesh, 'positions'>): Box {
  const box = emptyBox();
  for (let at = 0; at < positions.length; at += 3) {
    for (let axis = 0; axis < 3; axis += 1) {
      const value = positions[at + axis] ?? 0;
      if (value - value !== 0) continue;
      if (value < (box[axis] ?? 0)) box[axis] = value;
      if (value > (box[axis + 3] ?? 0)) box[axis + 3] = value;
    }
  }
  return box;
}

/** Makes a box hold another one too. */
export function enclose(box: Box, other: ArrayLike<number>, at = 0): void {
  for (let axis = 0; axis < 3; axis += 1) {
    box[axis] = Math.min(box[axis] ?? 0, other[at + axis] ?? 0);
    box[axis + 3] = Math.max(box[axis + 3] ?? 0, other[at + axis + 3] ?? 0);
  }
}

/** The box that holds a box where a column-major matrix puts it. */
export function placedBox(box: Box, matrix: ArrayLike<number>): Box {
  const placed = emptyBox();
  if (isEmpty(box)) return placed;
  for (let axis = 0; axis < 3; axis += 1) {
    let least = matrix[12 + axis] ?? 0;
    let most = least;
    for (let from = 0; from < 3; from += 1) {
      const factor = matrix[from * 4 + axis] ?? 0;
      const one = factor * (box[from] ?? 0);
      const other = factor * (box[from + 3] ?? 0);
      least += Math.min(one, other);
      most += Math.max(one, other);
    }
    // What stands nowhere is not to be fitted into the picture.
    if (least - least !== 0 || most - most !== 0) return emptyBox();
    placed[axis] = least;
    placed[axis + 3] = most;
  }
  return placed;
}

/** Six numbers for each occurrence of a model, in its own coordinates. */
export function boxesOfOccurrences(model: Model): Float64Array {
  const ofParts = model.parts.map(({ mesh }) => boxOfMesh(mesh));
  const boxes = new Float64Array(model.occurrences.length * 6);
  model.occurrences.forEach(({ part, matrix }, index) => {
    boxes.set(placedBox(ofParts[part] ?? emptyBox(), matrix), index * 6);
  });
  return boxes;
}

/** One box for each node: all that stands in it. */
export function boxesOfNodes(model: Model, boxes: Float64Array): Box[] {
  const ofNodes = model.nodes.map(emptyBox);
  model.occurrences.forEach(({ node }, index) => {
    const box = ofNodes[node];
    if (box) enclose(box, boxes, index * 6);
  });
  for (let node = model.nodes.length - 1; node > 0; node -= 1) {
    const own = ofNodes[node];
    const parent = ofNodes[model.nodes[node]?.parent ?? -1];
    if (own && parent) enclose(parent, own);
  }
  return ofNodes;
}

export const middleOf = (box: Box): [number, number, number] =>
  isEmpty(box)
    ? [0, 0, 0]
    : [
        ((box[0] ?? 0) + (box[3] ?? 0)) / 2,
        ((box[1] ?? 0) + (box[4] ?? 0)) / 2,
        ((box[2] ?? 0) + (box[5] ?? 0)) / 2,
      ];

export const sizeOf = (box: Box): [number, number, number] =>
  isEmpty(box)
    ? [0, 0, 0]
    : [(box[3] ?? 0) - (box[0] ?? 0), (box[4] ?? 0) - (box[1] ?? 0), (box[5] ?? 0) - (box[2] ?? 0)];

/** Half the diagonal: the sphere around the middle that holds it all. */
export const radiusOf = (box: Box): number => Math.hypot(...sizeOf(box)) / 2;
