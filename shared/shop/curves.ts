import type { Outline, Point } from '../modules/solids/shapes.ts';

/** A closed line of straight and round stretches, or a circle: what a cutting table follows. Millimetres. */
export type Curve =
  | { kind: 'circle'; middle: Point; radius: number }
  | { kind: 'line'; corners: readonly CurveCorner[] };

export interface CurveCorner {
  at: Point;
  /** Tangent of a quarter of the angle that the arc to the next corner turns by, left positive; 0: straight. */
  bulge: number;
}

/** Fewer equal sides than this are corners that are meant. */
const LEAST_SIDES = 6;
/** Degrees that an arc's sides turn by, at most: a hexagon is no circle. */
const MOST_TURN = (20 * Math.PI) / 180;

interface Side {
  from: Point;
  to: Point;
  length: number;
  /** Radians by which the next side turns left. */
  turn: number;
}

function sidesOf(corners: readonly Point[]): Side[] {
  const direction = ([x, y]: Point, [u, v]: Point) => Math.atan2(v - y, u - x);
  return corners.map((from, n) => {
    const to = corners[(n + 1) % corners.length] ?? from;
    const after = corners[(n + 2) % corners.length] ?? to;
    const turn = direction(to, after) - direction(from, to);
    return {
      from,
      to,
      length: Math.hypot(to[0] - from[0], to[1] - from[1]),
      turn: Math.atan2(Math.sin(turn), Math.cos(turn)),
    };
  });
}

/** Whether a side goes on with the arc that the one before it began. */
const follows = (one: Side, next: Side, turn: number): boolean =>
  Math.abs(one.length - next.length) < 1e-6 * one.length + 1e-9 &&
  Math.abs(one.turn - turn) < 1e-6 &&
  Math.abs(turn) > 1e-6 &&
  Math.abs(turn) < MOST_TURN;

/** How many sides from there on are one arc. */
function runFrom(sides: readonly Side[], first: number): number {
  let count = 1;
  for (let one = sides[first]; one && count < sides.length; count += 1) {
    const next = sides[(first + count) % sides.length];
    if (!next || !follows(one, next, sides[first]?.turn ?? 0)) break;
    one = next;
  }
  return count;
}

/**
 * Corners of an outline that stand for a round were moved outwards, so that the area is the round's: its radius is less
 * by the square root of sin(turn) / turn.
 */
const shrinking = (turn: number): number => Math.sqrt(Math.sin(turn) / turn);

function arc(
  sides: readonly Side[],
  first: number,
  count: number,
): { start: Point; end: Point; bulge: number } {
  const begin = sides[first];
  const last = sides[(first + count - 1) % sides.length];
  if (!begin || !last) return { start: [0, 0], end: [0, 0], bulge: 0 };
  const { turn, length, from, to } = begin;
  const radius = length / 2 / Math.sin(turn / 2);
  const half = length / 2 / Math.tan(turn / 2);
  const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  const middle: Point = [(from[0] + to[0]) / 2 - uy * half, (from[1] + to[1]) / 2 + ux * half];
  const share = shrinking(Math.abs(turn));
  const inwards = ([x, y]: Point): Point => [
    middle[0] + (x - middle[0]) * share,
    middle[1] + (y - middle[1]) * share,
  ];
  return {
    start: inwards(from),
    end: inwards(last.to),
    bulge: radius === 0 ? 0 : Math.tan((turn * count) / 4),
  };
}

/** The line that an outline stands for: runs of many equal sides become arcs again. */
export function curveOf(outline: Outline): Curve {
  if (outline.kind === 'circle') {
    return { kind: 'circle', middle: outline.middle, radius: outline.diameter / 2 };
  }
  const sides = sidesOf(outline.corners);
  if (sides.length > LEAST_SIDES && runFrom(sides, 0) === sides.length)
    return wholeCircle(outline.corners, sides);
  // Begins where no arc is under way.
  const begin = sides.findIndex((side, n) => {
    const before = sides[(n + sides.length - 1) % sides.length];
    return !before || !follows(before, side, before.turn);
  });
  const stretches: { start: Point; end: Point; bulge: number }[] = [];
  for (let done = 0; done < sides.length; ) {
    const first = (Math.max(0, begin) + done) % sides.length;
    const side = sides[first];
    const count = Math.min(runFrom(sides, first), sides.length - done);
    const round = count >= LEAST_SIDES;
    if (round) stretches.push(arc(sides, first, count));
    else if (side) stretches.push({ start: side.from, end: side.to, bulge: 0 });
    done += round ? count : 1;
  }
  const corners = stretches.map(({ start, bulge }, n): CurveCorner => {
    const before = stretches[(n + stretches.length - 1) % stretches.length];
    // What follows an arc begins where the arc now ends.
    return { at: bulge === 0 && before && before.bulge !== 0 ? before.end : start, bulge };
  });
  return { kind: 'line', corners };
}

function wholeCircle(corners: readonly Point[], [side]: readonly Side[]): Curve {
  const sum = corners.reduce(([x, y], [u, v]): [number, number] => [x + u, y + v], [0, 0]);
  const middle: Point = [sum[0] / corners.length, sum[1] / corners.length];
  const [first = middle] = corners;
  const radius = Math.hypot(first[0] - middle[0], first[1] - middle[1]);
  return { kind: 'circle', middle, radius: radius * shrinking(Math.abs(side?.turn ?? 0)) };
}

/** Square millimetres inside it. */
export function areaOf(curve: Curve): number {
  if (curve.kind === 'circle') return Math.PI * curve.radius ** 2;
  let twice = 0;
  for (const [n, { at, bulge }] of curve.corners.entries()) {
    const to = curve.corners[(n + 1) % curve.corners.length]?.at ?? at;
    twice += at[0] * to[1] - at[1] * to[0];
    if (bulge === 0) continue;
    const angle = 4 * Math.atan(bulge);
    const radius = Math.hypot(to[0] - at[0], to[1] - at[1]) / 2 / Math.sin(angle / 2);
    twice += radius ** 2 * (angle - Math.sin(angle));
  }
  return Math.abs(twice) / 2;
}
