import type { Span } from './wallDay.ts';

/**
 * Places spans in lanes so that none in a lane overlap, each in the lowest lane that is free (ends count before starts).
 * Answers the lane of each span in the order given.
 */
export const lanesOf = (spans: readonly Span[]): number[] => {
  const order = spans
    .map((_, index) => index)
    .sort((left, right) => startOf(spans, left) - startOf(spans, right));
  const freeFrom: number[] = [];
  const lanes = new Array<number>(spans.length).fill(0);
  for (const index of order) {
    const span = spans[index];
    if (!span) continue;
    let lane = freeFrom.findIndex((free) => free <= span.start);
    if (lane < 0) lane = freeFrom.length;
    freeFrom[lane] = span.end;
    lanes[index] = lane;
  }
  return lanes;
};

const startOf = (spans: readonly Span[], index: number): number => spans[index]?.start ?? 0;

/** How many lanes a row shows: those in use and one free, at most its capacity, at least those in use. */
export const laneCount = (lanes: readonly number[], capacity: number): number => {
  const used = lanes.reduce((most, lane) => Math.max(most, lane + 1), 0);
  return Math.max(used, Math.min(capacity, used + 1), 1);
};
