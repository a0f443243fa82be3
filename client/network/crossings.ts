/** A place in a rank: a plate, or where a line passes. */
export interface Place {
  /** The ranks beside it, by their places' keys. */
  before: number[];
  after: number[];
}

const SWEEPS = 10;

/** Orders the places of each rank so that lines cross little; deterministic, and never worse than the given order. */
export function ordered(ranks: readonly (readonly number[])[], places: readonly Place[]): number[][] {
  const current = ranks.map((rank) => [...rank]);
  const index = new Array<number>(places.length).fill(0);
  const number = (rank: readonly number[]) =>
    rank.forEach((key, at) => {
      index[key] = at;
    });
  current.forEach(number);
  let best = current.map((rank) => [...rank]);
  let fewest = crossingsIn(current, places, index);
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
    const forward = sweep % 2 === 0;
    for (let step = 1; step < current.length; step++) {
      const at = forward ? step : current.length - 1 - step;
      const rank = current[at] ?? [];
      const wish = new Map(rank.map((key) => [key, middleOf(key, forward, places, index)] as const));
      rank.sort((one, other) => (wish.get(one) ?? 0) - (wish.get(other) ?? 0));
      number(rank);
    }
    const count = crossingsIn(current, places, index);
    if (count >= fewest) continue;
    fewest = count;
    best = current.map((rank) => [...rank]);
  }
  return best;
}

/** The mean place of what it is joined to on one side; where that is nothing, it stays. */
function middleOf(key: number, forward: boolean, places: readonly Place[], index: readonly number[]): number {
  const beside = (forward ? places[key]?.before : places[key]?.after) ?? [];
  const own = index[key] ?? 0;
  if (beside.length === 0) return own;
  return beside.reduce((sum, other) => sum + (index[other] ?? 0), 0) / beside.length;
}

/** How many pairs of lines cross between neighbouring ranks. */
export function crossingsIn(
  ranks: readonly (readonly number[])[],
  places: readonly Place[],
  index: readonly number[],
): number {
  let crossings = 0;
  for (const [at, rank] of ranks.entries()) {
    const width = ranks[at + 1]?.length ?? 0;
    // A tree of counts: how many lines so far end at or above a place.
    const counts = new Array<number>(width + 1).fill(0);
    let lines = 0;
    for (const key of rank) {
      const ends = (places[key]?.after ?? []).map((other) => index[other] ?? 0);
      for (const end of ends) {
        let above = 0;
        for (let i = end + 1; i > 0; i -= i & -i) above += counts[i] ?? 0;
        crossings += lines - above;
      }
      for (const end of ends) for (let i = end + 1; i <= width; i += i & -i) counts[i] = (counts[i] ?? 0) + 1;
      lines += ends.length;
    }
  }
  return crossings;
}
