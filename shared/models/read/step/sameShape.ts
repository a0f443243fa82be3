/** How far two corners may lie apart that should be one, as a part of the shape's size. */
const NEAR = 1e-4;

/**
 * The turn and shift that bring one shape's corners to those of another, where both were made alike, corner by corner.
 * @returns a column-major 4 × 4 matrix; null where they are not the same shape.
 */
export function movement(from: Float32Array, to: Float32Array): number[] | null {
  if (from.length !== to.length || from.length < 9) return null;
  const [first, second, third, size] = farApart(from);
  const one = frame(from, first, second, third);
  const other = frame(to, first, second, third);
  if (!one || !other) return null;
  const matrix: number[] = [];
  for (let column = 0; column < 3; column += 1) {
    for (let row = 0; row < 3; row += 1) {
      let sum = 0;
      for (let axis = 0; axis < 3; axis += 1)
        sum += (other[axis * 3 + row] ?? 0) * (one[axis * 3 + column] ?? 0);
      matrix.push(sum);
    }
    matrix.push(0);
  }
  const at = (array: Float32Array, corner: number, axis: number) => array[corner * 3 + axis] ?? 0;
  const turned = (corner: number, row: number) =>
    (matrix[row] ?? 0) * at(from, corner, 0) +
    (matrix[4 + row] ?? 0) * at(from, corner, 1) +
    (matrix[8 + row] ?? 0) * at(from, corner, 2);
  const shift = [0, 1, 2].map((axis) => at(to, first, axis) - turned(first, axis));
  const most = Math.max(size * NEAR, 1e-4);
  for (let corner = 0; corner < from.length / 3; corner += 1) {
    for (let axis = 0; axis < 3; axis += 1) {
      if (Math.abs(turned(corner, axis) + (shift[axis] ?? 0) - at(to, corner, axis)) > most) return null;
    }
  }
  return [...matrix, ...shift, 1];
}

/** Three corners that lie far from each other, and how far the first two. */
function farApart(positions: Float32Array): readonly [number, number, number, number] {
  const count = positions.length / 3;
  const away = (corner: number, axis: number) => (positions[corner * 3 + axis] ?? 0) - (positions[axis] ?? 0);
  let second = 0;
  let longest = 0;
  for (let corner = 1; corner < count; corner += 1) {
    const length = Math.hypot(away(corner, 0), away(corner, 1), away(corner, 2));
    if (length > longest) [second, longest] = [corner, length];
  }
  let third = 0;
  let largest = 0;
  const [x, y, z] = [away(second, 0), away(second, 1), away(second, 2)];
  for (let corner = 1; corner < count; corner += 1) {
    const [u, v, w] = [away(corner, 0), away(corner, 1), away(corner, 2)];
    const area = Math.hypot(y * w - z * v, z * u - x * w, x * v - y * u);
    if (area > largest) [third, largest] = [corner, area];
  }
  return [0, second, third, longest];
}

/** Three unit vectors at right angles to each other, from three corners. */
function frame(positions: Float32Array, first: number, second: number, third: number): number[] | null {
  const between = (corner: number) =>
    [0, 1, 2].map((axis) => (positions[corner * 3 + axis] ?? 0) - (positions[first * 3 + axis] ?? 0));
  const x = unit(between(second));
  const z = x && unit(across(x, between(third)));
  return x && z ? [...x, ...across(z, x), ...z] : null;
}

const across = ([a = 0, b = 0, c = 0]: number[], [x = 0, y = 0, z = 0]: number[]) => [
  b * z - c * y,
  c * x - a * z,
  a * y - b * x,
];

function unit([x = 0, y = 0, z = 0]: number[]): number[] | null {
  const length = Math.hypot(x, y, z);
  return length > 0 ? [x / length, y / length, z / length] : null;
}
