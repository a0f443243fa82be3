/** What is laid out: plates of one size, each in a band (the smallest on the left). */
export interface LaidNode {
  id: string;
  band: number;
}

export interface LaidLine {
  id: string;
  from: string;
  to: string;
  /** It carries a tag with words, near its end. */
  tagged: boolean;
}

/** Columns of one band, the first and the last. */
export interface BandOfColumns {
  band: number;
  first: number;
  last: number;
}

/**
 * The column of each plate: bands follow each other from left to right, and within a band what comes earlier stands
 * further left, so that no line joins two plates of one column. A circle within a band is opened at the line that closes it.
 */
export function columnsOf(
  nodes: readonly LaidNode[],
  lines: readonly LaidLine[],
): { column: ReadonlyMap<string, number>; bands: readonly BandOfColumns[] } {
  const column = new Map<string, number>();
  const bands: BandOfColumns[] = [];
  const numbers = [...new Set(nodes.map(({ band }) => band))].toSorted((one, other) => one - other);
  let first = 0;
  for (const band of numbers) {
    const ids = nodes.filter((node) => node.band === band).map(({ id }) => id);
    const depths = depthsOf(ids, lines);
    let last = first;
    for (const [id, depth] of depths) {
      column.set(id, first + depth);
      last = Math.max(last, first + depth);
    }
    bands.push({ band, first, last });
    first = last + 1;
  }
  return { column, bands };
}

/** How many lines lead at most to each of these from among them. */
function depthsOf(ids: readonly string[], lines: readonly LaidLine[]): Map<string, number> {
  const here = new Set(ids);
  const inside = lines.filter(({ from, to }) => here.has(from) && here.has(to));
  const into = Map.groupBy(inside, ({ to }) => to);
  const depths = new Map<string, number>();
  const open = new Set<string>();
  for (const id of ids) {
    // Without recursion: a chain may be as long as there are things.
    const stack = [id];
    for (let at = stack.at(-1); at !== undefined; at = stack.at(-1)) {
      if (depths.has(at)) {
        stack.pop();
        continue;
      }
      const before = (into.get(at) ?? []).map(({ from }) => from);
      // What still waits further down the stack waits for this one: a circle, opened here.
      const waits = open.has(at) ? [] : before.filter((each) => !depths.has(each) && !open.has(each));
      open.add(at);
      if (waits.length > 0) {
        stack.push(...waits);
        continue;
      }
      const known = before.map((each) => depths.get(each) ?? -1);
      depths.set(at, Math.max(-1, ...known) + 1);
      stack.pop();
    }
  }
  return depths;
}
