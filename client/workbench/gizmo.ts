import { cross, minus, plus, times, type Vector } from '../../shared/modules/vectors.ts';
import { type Axis, directionOf } from './gestures/move.ts';

/** A point of the picture, in its pixels; y runs down. */
export interface Point {
  x: number;
  y: number;
}
/** Where a point of the model is seen; null behind the eye. */
export type Project = (at: Vector) => Point | null;

/** Nearer to the line of sight than this share of its length, an arrow cannot be dragged. */
const LEAST_SEEN = 0.12;
const ROUNDS = 8;

/** An arrow from a point along an axis, of a length in millimetres; null where it points at the eye. */
export function arrowOf(project: Project, origin: Vector, axis: Axis, length: number): [Point, Point] | null {
  const from = project(origin);
  const to = project(plus(origin, times(directionOf(axis), length)));
  if (!from || !to) return null;
  const across = project(plus(origin, times(directionOf(axis), length / 100)));
  return across && Math.hypot(across.x - from.x, across.y - from.y) > 0 ? [from, to] : null;
}

/**
 * How far along an axis a hand has dragged a point, millimetres: so that what was under the hand stays under it (Newton's
 * method on the picture, since things shrink with distance). Null where the axis points at the eye.
 */
export function draggedAlong(
  project: Project,
  origin: Vector,
  axis: Axis,
  by: Point,
  length: number,
): number | null {
  const arrow = arrowOf(project, origin, axis, length);
  if (!arrow) return null;
  const [from, to] = arrow;
  const seen = Math.hypot(to.x - from.x, to.y - from.y);
  if (seen < 1) return null;
  const [ux, uy] = [(to.x - from.x) / seen, (to.y - from.y) / seen];
  const wanted = by.x * ux + by.y * uy;
  const along = (distance: number): number | null => {
    const at = project(plus(origin, times(directionOf(axis), distance)));
    return at && (at.x - from.x) * ux + (at.y - from.y) * uy;
  };
  let distance = (wanted / seen) * length;
  const small = length / 100;
  for (let round = 0; round < ROUNDS; round += 1) {
    const [here, beyond] = [along(distance), along(distance + small)];
    if (here === null || beyond === null || Math.abs(beyond - here) < 1e-9) break;
    const step = ((wanted - here) * small) / (beyond - here);
    distance += Math.max(-length * 20, Math.min(length * 20, step));
    if (Math.abs(step) < 1e-3) break;
  }
  return Number.isFinite(distance) ? distance : null;
}

/** Whether an arrow is seen long enough to be dragged, its whole length being so many pixels. */
export const isDraggable = ([from, to]: readonly [Point, Point], pixels: number): boolean =>
  Math.hypot(to.x - from.x, to.y - from.y) > LEAST_SEEN * pixels;

const STEPS = 48;

/** A ring about an axis, as it is seen; null where some of it is behind the eye. */
export function ringOf(project: Project, origin: Vector, axis: Axis, radius: number): Point[] | null {
  const way = directionOf(axis);
  const one: Vector = axis === 'x' ? [0, 1, 0] : [1, 0, 0];
  const other = cross(way, one);
  const points: Point[] = [];
  for (let step = 0; step <= STEPS; step += 1) {
    const angle = (step * 2 * Math.PI) / STEPS;
    const aside = plus(times(one, Math.cos(angle) * radius), times(other, Math.sin(angle) * radius));
    const point = project(plus(origin, aside));
    if (!point) return null;
    points.push(point);
  }
  return points;
}

/**
 * By how many degrees a hand has turned about an axis, going round the middle on the picture; `towards`: the direction to
 * the eye there.
 */
export function draggedAround(middle: Point, from: Point, to: Point, axis: Axis, towards: Vector): number {
  const angle = (at: Point) => Math.atan2(at.y - middle.y, at.x - middle.x);
  const turned = ((angle(to) - angle(from)) * 180) / Math.PI;
  const short = turned - 360 * Math.round(turned / 360);
  const [x, y, z] = directionOf(axis);
  const faces = x * towards[0] + y * towards[1] + z * towards[2];
  // On the picture y runs down: what goes clockwise there goes backwards about an axis that looks at the eye.
  return faces >= 0 ? -short : short;
}

/** The direction from a point to an eye. */
export const towardsEye = (eye: Vector, at: Vector): Vector => minus(eye, at);
