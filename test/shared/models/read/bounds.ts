import type { Model } from '../../../../shared/models/model.ts';

/** The bounds of all that stands in a model. */
export function boundsOf({ parts, occurrences }: Model): { low: number[]; high: number[] } {
  const [low, high] = [Array<number>(3).fill(Infinity), Array<number>(3).fill(-Infinity)];
  for (const { part, matrix } of occurrences) {
    const positions = parts[part]?.mesh.positions ?? new Float32Array(0);
    for (let at = 0; at < positions.length; at += 3) {
      for (let row = 0; row < 3; row += 1) {
        let value = matrix[12 + row] ?? 0;
        for (let column = 0; column < 3; column += 1)
          value += (matrix[column * 4 + row] ?? 0) * (positions[at + column] ?? 0);
        low[row] = Math.min(low[row] ?? 0, value);
        high[row] = Math.max(high[row] ?? 0, value);
      }
    }
  }
  const rounded = (values: number[]) => values.map((value) => Math.round(value * 100) / 100 + 0);
  return { low: rounded(low), high: rounded(high) };
}
