import { matrixOf, type Placement } from '../modules/vectors.ts';

/** Column-major 4 × 4, its last row 0 0 0 1. */
export type Matrix = readonly number[];

export const IDENTITY: Matrix = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

/** Of something that is mirrored across its own plane x = 0, if so, and then stands there. */
export function standingMatrix(at: Placement, mirrored: boolean): number[] {
  const matrix = matrixOf(at);
  if (mirrored) for (const row of [0, 1, 2]) matrix[row] = -(matrix[row] ?? 0);
  return matrix;
}

/** First the inner one, then the outer one. */
export function times(outer: Matrix, inner: Matrix): number[] {
  const [a = 1, b = 0, c = 0, , d = 0, e = 1, f = 0, , g = 0, h = 0, i = 1, , x = 0, y = 0, z = 0] = outer;
  const product = new Array<number>(16);
  for (let column = 0; column < 4; column += 1) {
    const u = inner[4 * column] ?? 0;
    const v = inner[4 * column + 1] ?? 0;
    const w = inner[4 * column + 2] ?? 0;
    const moves = column === 3 ? 1 : 0;
    product[4 * column] = a * u + d * v + g * w + moves * x;
    product[4 * column + 1] = b * u + e * v + h * w + moves * y;
    product[4 * column + 2] = c * u + f * v + i * w + moves * z;
    product[4 * column + 3] = moves;
  }
  return product;
}

/** What takes a matrix back; of one that leaves no volume, nothing useful. */
export function inverseOf(matrix: Matrix): number[] {
  const [a = 1, b = 0, c = 0, , d = 0, e = 1, f = 0, , g = 0, h = 0, i = 1, , x = 0, y = 0, z = 0] = matrix;
  const [p, q, r] = [e * i - f * h, f * g - d * i, d * h - e * g];
  const whole = a * p + b * q + c * r;
  const columns = [
    [p, c * h - b * i, b * f - c * e],
    [q, a * i - c * g, c * d - a * f],
    [r, b * g - a * h, a * e - b * d],
  ].map((column) => column.map((each) => each / whole));
  const [first = [], second = [], third = []] = columns;
  const moved = [0, 1, 2].map(
    (row) => -((first[row] ?? 0) * x + (second[row] ?? 0) * y + (third[row] ?? 0) * z),
  );
  return [...first, 0, ...second, 0, ...third, 0, ...moved, 1];
}

export function pointBy(
  matrix: Matrix,
  [x, y, z]: readonly [number, number, number],
): [number, number, number] {
  const along = (row: 0 | 1 | 2) =>
    (matrix[row] ?? 0) * x +
    (matrix[4 + row] ?? 0) * y +
    (matrix[8 + row] ?? 0) * z +
    (matrix[12 + row] ?? 0);
  return [along(0), along(1), along(2)];
}
