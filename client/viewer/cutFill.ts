import type { Plane } from './sight.ts';

/** So much work at most for one outline: a slider has to follow a hand. */
const MOST_STEPS = 2_000_000;

/** A side of an outline in the plane: it rises from `low` to `high`, and what is solid begins (1) or ends (-1) there. */
interface Side {
  low: number;
  high: number;
  /** Where it stands at `low`, and how it leans. */
  start: number;
  lean: number;
  turn: number;
}

/** What is filled between two sides, from a height on. */
interface Span {
  left: Side;
  right: Side;
  bottom: number;
}

/** The two axes that a plane is least steep to, and how its points are found from them. */
export function flatAxes({ normal, at }: Plane) {
  const steep = [0, 1, 2].reduce(
    (best, axis) => (Math.abs(normal[axis] ?? 0) > Math.abs(normal[best] ?? 0) ? axis : best),
    0,
  );
  const [across, upwards] = [(steep + 1) % 3, (steep + 2) % 3];
  return {
    across,
    upwards,
    point(u: number, v: number): [number, number, number] {
      const point: [number, number, number] = [0, 0, 0];
      point[across] = u;
      point[upwards] = v;
      point[steep] = (at - (normal[across] ?? 0) * u - (normal[upwards] ?? 0) * v) / (normal[steep] ?? 1);
      return point;
    },
  };
}

/** How often the outline of a cut goes round a point in its plane: 0 outside of what is solid. */
export function turnsRound(lines: readonly number[], plane: Plane, point: ArrayLike<number>): number {
  const { across, upwards } = flatAxes(plane);
  const [u, v] = [point[across] ?? 0, point[upwards] ?? 0];
  let turns = 0;
  for (let at = 0; at < lines.length; at += 6) {
    const [from, to] = [lines[at + upwards] ?? 0, lines[at + 3 + upwards] ?? 0];
    if (from <= v === to <= v) continue;
    const [start, end] = [lines[at + across] ?? 0, lines[at + 3 + across] ?? 0];
    if (start + ((end - start) * (v - from)) / (to - from) > u) turns += from <= v ? 1 : -1;
  }
  return turns;
}

/**
 * Fills the outline of a cut with trapezoids, whatever loops it has, one in another or across each other: solid is what
 * they go round. Where an outline has gaps nothing is filled. @returns twelve numbers for each trapezoid, four corners
 * in millimetres of the whole; null: there is too much to follow a hand.
 */
export function filled(lines: readonly number[], plane: Plane): number[] | null {
  const { across, upwards, point } = flatAxes(plane);
  const sides = sidesOf(lines, across, upwards);
  const heights = [...new Set(sides.flatMap(({ low, high }) => [low, high]))].sort(
    (one, other) => one - other,
  );
  const corners: number[] = [];
  const close = ({ left, right, bottom }: Span, top: number) => {
    for (const v of [bottom, top]) {
      for (const { start, lean, low } of [left, right]) corners.push(...point(start + lean * (v - low), v));
    }
  };
  let standing: Side[] = [];
  let open: Span[] = [];
  let next = 0;
  let steps = 0;
  for (const [level, bottom] of heights.entries()) {
    const top = heights[level + 1] ?? bottom;
    standing = standing.filter(({ high }) => high > bottom);
    for (let side = sides[next]; side && side.low <= bottom; side = sides[next]) {
      standing.push(side);
      next += 1;
    }
    steps += standing.length;
    if (steps > MOST_STEPS) return null;
    const middle = (bottom + top) / 2;
    const place = ({ start, lean, low }: Side) => start + lean * (middle - low);
    standing.sort((one, other) => place(one) - place(other));
    const spans = top > bottom ? spansOf(standing, bottom) : [];
    const before = new Map(open.map((span) => [span.left, span]));
    open = spans.map((span) => {
      const same = before.get(span.left);
      if (same?.right !== span.right) return span;
      before.delete(span.left);
      return same;
    });
    for (const span of before.values()) close(span, bottom);
  }
  return corners;
}

/** The lowest first. */
function sidesOf(lines: readonly number[], across: number, upwards: number): Side[] {
  const sides: Side[] = [];
  for (let at = 0; at < lines.length; at += 6) {
    const [from, to] = [lines[at + upwards] ?? 0, lines[at + 3 + upwards] ?? 0];
    if (from === to || !Number.isFinite(to - from)) continue;
    const [start, end] = [lines[at + across] ?? 0, lines[at + 3 + across] ?? 0];
    const lean = (end - start) / (to - from);
    sides.push(
      from < to
        ? { low: from, high: to, start, lean, turn: 1 }
        : { low: to, high: from, start: end, lean, turn: -1 },
    );
  }
  return sides.sort((one, other) => one.low - other.low);
}

/** Between sides that stand from left to right. */
function spansOf(sides: readonly Side[], bottom: number): Span[] {
  const spans: Span[] = [];
  let turns = 0;
  let left: Side | null = null;
  for (const side of sides) {
    turns += side.turn;
    if (left === null) left = side;
    else if (turns === 0) {
      spans.push({ left, right: side, bottom });
      left = null;
    }
  }
  return turns === 0 ? spans : [];
}
