import type { DraftContent } from '../../../shared/designs/content.ts';
import {
  directionAt,
  minus,
  type Placement,
  plus,
  pointAt,
  type Vector,
  within,
} from '../../../shared/modules/vectors.ts';
import { anchorsOf } from './groups.ts';
import { changed, type Gesture, type Standing, tidyPlacement } from './standing.ts';

export type Axis = 'x' | 'y' | 'z';
export const AXES: readonly Axis[] = ['x', 'y', 'z'];

/** The direction of an axis of the whole. */
export const directionOf = (axis: Axis): Vector =>
  axis === 'x' ? [1, 0, 0] : axis === 'y' ? [0, 1, 0] : [0, 0, 1];

/** Things and whatever is joined to them, moved as one: the placement takes the whole along. */
export function movedWith(
  content: DraftContent,
  standing: Standing,
  ids: readonly string[],
  by: Placement,
): DraftContent {
  return changed(content, anchorsOf(content, ids), (instance) => ({
    ...instance,
    at: tidyPlacement(within(by, standing.get(instance.id) ?? instance.at)),
  }));
}

/** Moves things, with what is joined to them, by so many millimetres along each axis of the whole. */
export function moveBy(standing: Standing, ids: readonly string[], by: Vector): Gesture {
  const isNothing = by.every((part) => !Number.isFinite(part) || part === 0);
  return (content) =>
    isNothing ? content : movedWith(content, standing, ids, { origin: by, x: [1, 0, 0], z: [0, 0, 1] });
}

/** The placement that turns everything about a line through a point, along an axis, by degrees. */
export function turningAbout(point: Vector, axis: Axis, degrees: number): Placement {
  const turn = { x: turnedDirection([1, 0, 0], axis, degrees), z: turnedDirection([0, 0, 1], axis, degrees) };
  return { origin: minus(point, directionAt(turn, point)), ...turn };
}

function turnedDirection([x, y, z]: Vector, axis: Axis, degrees: number): Vector {
  const angle = (degrees * Math.PI) / 180;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  if (axis === 'x') return [x, c * y - s * z, s * y + c * z];
  if (axis === 'y') return [c * x + s * z, y, c * z - s * x];
  return [c * x - s * y, s * x + c * y, z];
}

/** Turns things, with what is joined to them, about an axis through the first one's origin. */
export function turnBy(standing: Standing, ids: readonly string[], axis: Axis, degrees: number): Gesture {
  const point = standing.get(ids[0] ?? '')?.origin;
  if (!point || !Number.isFinite(degrees) || degrees % 360 === 0) return (content) => content;
  return (content) => movedWith(content, standing, ids, turningAbout(point, axis, degrees));
}

/** Puts a thing's origin somewhere, with all that is joined to it. */
export function placeAt(standing: Standing, id: string, to: Vector): Gesture {
  const now = standing.get(id);
  return now ? moveBy(standing, [id], minus(to, now.origin)) : (content) => content;
}

/** A thing's turn as three typed numbers would have it: first about x, then y, then z of the whole; degrees. */
export function anglesOf({ x, z }: Pick<Placement, 'x' | 'z'>): [number, number, number] {
  const y: Vector = [z[1] * x[2] - z[2] * x[1], z[2] * x[0] - z[0] * x[2], z[0] * x[1] - z[1] * x[0]];
  const about = Math.asin(Math.min(1, Math.max(-1, -x[2])));
  const isUpright = Math.abs(x[2]) > 1 - 1e-9;
  const first = isUpright ? Math.atan2(-z[1], y[1]) : Math.atan2(y[2], z[2]);
  const last = isUpright ? 0 : Math.atan2(x[1], x[0]);
  const degrees = (radians: number) => Math.round((radians * 180e6) / Math.PI) / 1e6 || 0;
  return [degrees(first), degrees(about), degrees(last)];
}

/** The directions after turns about x, then y, then z of the whole; degrees. */
export function turnedTo([about, over, round]: readonly [number, number, number]): Pick<
  Placement,
  'x' | 'z'
> {
  const turn = (vector: Vector) =>
    turnedDirection(turnedDirection(turnedDirection(vector, 'x', about), 'y', over), 'z', round);
  return { x: turn([1, 0, 0]), z: turn([0, 0, 1]) };
}

/** Turns a thing to typed angles, with all that is joined to it; its origin stays. */
export function turnTo(standing: Standing, id: string, angles: readonly [number, number, number]): Gesture {
  const now = standing.get(id);
  if (!now || !angles.every(Number.isFinite)) return (content) => content;
  const back = within({ origin: [0, 0, 0], ...turnedTo(angles) }, inverseTurn(now));
  const by = {
    origin: minus(now.origin, pointAt({ ...back, origin: [0, 0, 0] }, now.origin)),
    x: back.x,
    z: back.z,
  };
  return (content) => movedWith(content, standing, [id], by);
}

const inverseTurn = ({ x, z }: Placement): Placement => {
  const y: Vector = [z[1] * x[2] - z[2] * x[1], z[2] * x[0] - z[0] * x[2], z[0] * x[1] - z[1] * x[0]];
  return { origin: [0, 0, 0], x: [x[0], y[0], z[0]], z: [x[2], y[2], z[2]] };
};

/** The middle of some things' origins. */
export function middleOf(standing: Standing, ids: readonly string[]): Vector {
  const origins = ids.flatMap((id) => {
    const at = standing.get(id);
    return at ? [at.origin] : [];
  });
  const sum = origins.reduce<Vector>((all, each) => plus(all, each), [0, 0, 0]);
  const count = Math.max(1, origins.length);
  return [sum[0] / count, sum[1] / count, sum[2] / count];
}
