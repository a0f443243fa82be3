import { circleOf, type Outline, type Point, type Segment } from './drawing2d.ts';

/** Cubics for part of an ellipse, each at most a quarter; `start` and `sweep` in radians of its parameter. */
export function ellipsePart(
  centre: Point,
  major: Point,
  minor: Point,
  start: number,
  sweep: number,
): { start: Point; segments: Segment[] } {
  const at = (angle: number): Point => [
    centre[0] + major[0] * Math.cos(angle) + minor[0] * Math.sin(angle),
    centre[1] + major[1] * Math.cos(angle) + minor[1] * Math.sin(angle),
  ];
  const along = (angle: number): Point => [
    -major[0] * Math.sin(angle) + minor[0] * Math.cos(angle),
    -major[1] * Math.sin(angle) + minor[1] * Math.cos(angle),
  ];
  const pieces = Math.max(1, Math.min(64, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9)));
  const step = sweep / pieces;
  // The usual approximation of an arc by a cubic: its arms are 4/3 tan(a/4) long.
  const arm = (4 / 3) * Math.tan(step / 4);
  const segments: Segment[] = [];
  for (let piece = 0; piece < pieces; piece += 1) {
    const [from, to] = [start + piece * step, start + (piece + 1) * step];
    const [a, b, u, v] = [at(from), at(to), along(from), along(to)];
    segments.push({
      kind: 'cubic',
      one: [a[0] + u[0] * arm, a[1] + u[1] * arm],
      other: [b[0] - v[0] * arm, b[1] - v[1] * arm],
      to: b,
    });
  }
  return { start: at(start), segments };
}

/** The outline with cubics in place of its arcs, so that it may be pulled out of shape. */
export function withoutArcs(outline: Outline): Outline {
  let from = outline.start;
  const segments = outline.segments.flatMap((segment): Segment[] => {
    const start = from;
    from = segment.to;
    if (segment.kind !== 'arc' || segment.bulge === 0) return [segment];
    const { centre, radius } = circleOf(start, segment.to, segment.bulge);
    const angle = Math.atan2(start[1] - centre[1], start[0] - centre[0]);
    return ellipsePart(centre, [radius, 0], [0, radius], angle, 4 * Math.atan(segment.bulge)).segments;
  });
  return { ...outline, segments };
}

export const circle = (layer: string, [x, y]: Point, radius: number): Outline => ({
  layer,
  start: [x + radius, y],
  segments: [
    { kind: 'arc', to: [x - radius, y], bulge: 1 },
    { kind: 'arc', to: [x + radius, y], bulge: 1 },
  ],
  closed: true,
});

const STEPS = 12;
const MOST_CONTROLS = 20_000;

/**
 * Points of a rational B-spline (de Boor), enough to look round.
 * @param knots one more than controls and degree together; others make none.
 */
export function splinePoints(
  degree: number,
  knots: readonly number[],
  controls: readonly Point[],
  weights: readonly number[],
): Point[] {
  const isWhole = knots.length === controls.length + degree + 1 && controls.length > degree;
  if (!isWhole || degree < 1 || degree > 10 || controls.length > MOST_CONTROLS) return [...controls];
  const points: Point[] = [];
  for (let span = degree; span < controls.length; span += 1) {
    const [from, to] = [knots[span] ?? 0, knots[span + 1] ?? 0];
    if (!(to > from)) continue;
    for (let step = points.length === 0 ? 0 : 1; step <= STEPS; step += 1)
      points.push(deBoor(degree, knots, controls, weights, span, from + ((to - from) * step) / STEPS));
  }
  return points.length > 1 ? points : [...controls];
}

function deBoor(
  degree: number,
  knots: readonly number[],
  controls: readonly Point[],
  weights: readonly number[],
  span: number,
  at: number,
): Point {
  const own = Array.from({ length: degree + 1 }, (_, index) => {
    const number = span - degree + index;
    const [x, y] = controls[number] ?? [0, 0];
    const weight = weights[number] ?? 1;
    return [x * weight, y * weight, weight] as [number, number, number];
  });
  for (let level = 1; level <= degree; level += 1) {
    for (let index = degree; index >= level; index -= 1) {
      const low = knots[span - degree + index] ?? 0;
      const high = knots[span + 1 + index - level] ?? 0;
      const share = high > low ? (at - low) / (high - low) : 0;
      const [one = [0, 0, 1], other = [0, 0, 1]] = [own[index - 1], own[index]];
      own[index] = [0, 1, 2].map((axis) => (one[axis] ?? 0) * (1 - share) + (other[axis] ?? 0) * share) as [
        number,
        number,
        number,
      ];
    }
  }
  const [x, y, weight] = own[degree] ?? [0, 0, 1];
  return [x / (weight || 1), y / (weight || 1)];
}
