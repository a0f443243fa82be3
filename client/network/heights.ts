import type { Place } from './crossings.ts';

const PASSES = 24;

/**
 * The middle of each place, in CSS pixels from above, so that lines run as level as they can and no two places of a rank
 * come nearer than `apart(one, other)` (middle to middle). @param ranks from left to right, each from above
 */
export function heightsOf(
  ranks: readonly (readonly number[])[],
  places: readonly Place[],
  apart: (one: number, other: number) => number,
): number[] {
  const heights = new Array<number>(places.length).fill(0);
  for (const rank of ranks) {
    let height = 0;
    rank.forEach((key, at) => {
      const before = rank[at - 1];
      if (before !== undefined) height += apart(before, key);
      heights[key] = height;
    });
  }
  for (let pass = 0; pass < PASSES; pass++) {
    const inOrder = pass % 2 === 0 ? ranks : ranks.toReversed();
    for (const rank of inOrder) {
      const wishes = rank.map((key) => wishOf(key, places, heights));
      settle(rank, wishes, apart).forEach((height, at) => {
        const key = rank[at];
        if (key !== undefined) heights[key] = height;
      });
    }
  }
  return heights;
}

/** Where it would like to be: level with what it is joined to. */
function wishOf(key: number, places: readonly Place[], heights: readonly number[]): number {
  const beside = [...(places[key]?.before ?? []), ...(places[key]?.after ?? [])];
  if (beside.length === 0) return heights[key] ?? 0;
  return beside.reduce((sum, other) => sum + (heights[other] ?? 0), 0) / beside.length;
}

/** As near to the wishes as the distances allow (isotonic regression by pooling neighbours that are too near). */
function settle(
  rank: readonly number[],
  wishes: readonly number[],
  apart: (one: number, other: number) => number,
): number[] {
  const offsets: number[] = [];
  rank.forEach((key, at) => {
    const before = rank[at - 1];
    offsets.push(before === undefined ? 0 : (offsets[at - 1] ?? 0) + apart(before, key));
  });
  const pools: { sum: number; count: number }[] = [];
  wishes.forEach((wish, at) => {
    let pool = { sum: wish - (offsets[at] ?? 0), count: 1 };
    for (let above = pools.at(-1); above && mean(above) >= mean(pool); above = pools.at(-1)) {
      pool = { sum: above.sum + pool.sum, count: above.count + pool.count };
      pools.pop();
    }
    pools.push(pool);
  });
  const settled = pools.flatMap((pool) => Array.from({ length: pool.count }, () => mean(pool)));
  return settled.map((height, at) => height + (offsets[at] ?? 0));
}

const mean = ({ sum, count }: { sum: number; count: number }) => sum / count;
