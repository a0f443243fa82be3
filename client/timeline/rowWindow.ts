/** Tops of rows that stand one under the other: `tops[i]` is the top of row i, `tops[count]` the whole height. Pixels. */
export const topsOf = (heights: readonly number[]): Float64Array => {
  const tops = new Float64Array(heights.length + 1);
  let top = 0;
  heights.forEach((height, index) => {
    tops[index] = top;
    top += height;
  });
  tops[heights.length] = top;
  return tops;
};

/** The row at a height, by binary search; clamped to the first and last. */
export const rowAt = (tops: Float64Array, y: number): number => {
  let low = 0;
  let high = tops.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
};

/** Rows `[first, last)` that a window shows, with a few more on either side so that a flick meets no blank. */
export const rowsInWindow = (
  tops: Float64Array,
  scrollTop: number,
  height: number,
  overscan: number,
): { first: number; last: number } => {
  const count = tops.length - 1;
  if (count <= 0) return { first: 0, last: 0 };
  const first = Math.max(0, rowAt(tops, scrollTop) - overscan);
  const last = Math.min(count, rowAt(tops, scrollTop + height) + 1 + overscan);
  return { first, last };
};
