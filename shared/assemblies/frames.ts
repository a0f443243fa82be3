import {
  cross,
  dot,
  lengthOf,
  minus,
  type Placement,
  times,
  type Vector,
  within,
} from '../modules/vectors.ts';

const isFinite3 = ([x, y, z]: Vector): boolean =>
  Number.isFinite(x) && Number.isFinite(y) && Number.isFinite(z);
/** How far from a right angle, and from the length 1, directions may be and stay as they are. */
const CRUMB = 1e-12;

/** A placement with directions at right angles and of length 1, whatever was written; the same one where it is so. */
export function straightened(placement: Placement): Placement {
  const { origin, x, z } = placement;
  const isStraight =
    Math.abs(dot(x, x) - 1) < CRUMB && Math.abs(dot(z, z) - 1) < CRUMB && Math.abs(dot(x, z)) < CRUMB;
  if (isStraight && isFinite3(origin)) return placement;
  const up = direction(z) ?? [0, 0, 1];
  const along = isFinite3(x) ? direction(minus(x, times(up, dot(x, up)))) : null;
  return {
    origin: isFinite3(origin) ? origin : [0, 0, 0],
    // Any direction at a right angle will do.
    x: along ?? direction(cross(Math.abs(up[0]) < 0.9 ? [1, 0, 0] : [0, 1, 0], up)) ?? [1, 0, 0],
    z: up,
  };
}

function direction(vector: Vector): Vector | null {
  const length = lengthOf(vector);
  return Number.isFinite(length) && length > 1e-9 ? times(vector, 1 / length) : null;
}

/** What stands there in a thing, when that thing is mirrored across its own plane x = 0; y follows by the right hand. */
export const mirroredFrame = ({ origin, x, z }: Placement): Placement => ({
  origin: [-origin[0], origin[1], origin[2]],
  x: [-x[0], x[1], x[2]],
  z: [-z[0], z[1], z[2]],
});

/** Where a placement of a thing is, when the thing stands so. */
export const standingAt = (at: Placement, mirrored: boolean, inner: Placement): Placement =>
  within(at, mirrored ? mirroredFrame(inner) : inner);

export interface Meeting {
  /** Degrees about the first one's z. */
  turn: number;
  /** Millimetres along the first one's x, y and z. */
  offset: Vector;
}

/** Where the second interface of a mate stands when the first one stands there: face to face, turned, then set aside. */
export function metFrom(first: Placement, { turn, offset }: Meeting): Placement {
  const { x, z } = first;
  const y = cross(z, x);
  const angle = (turn * Math.PI) / 180;
  const [cosine, sine] = turn === 0 ? [1, 0] : [Math.cos(angle), Math.sin(angle)];
  return {
    origin: aside(first, y, offset, 1),
    x: [x[0] * cosine + y[0] * sine, x[1] * cosine + y[1] * sine, x[2] * cosine + y[2] * sine],
    z: [-z[0], -z[1], -z[2]],
  };
}

/** Where the first interface of a mate stands when the second one stands there. */
export function metTo(second: Placement, { turn, offset }: Meeting): Placement {
  const z = times(second.z, -1);
  const across = cross(z, second.x);
  const angle = (-turn * Math.PI) / 180;
  const [cosine, sine] = turn === 0 ? [1, 0] : [Math.cos(angle), Math.sin(angle)];
  const x: Vector = [
    second.x[0] * cosine + across[0] * sine,
    second.x[1] * cosine + across[1] * sine,
    second.x[2] * cosine + across[2] * sine,
  ];
  return { origin: aside({ origin: second.origin, x, z }, cross(z, x), offset, -1), x, z };
}

function aside({ origin, x, z }: Placement, y: Vector, [a, b, c]: Vector, sign: 1 | -1): Vector {
  if (a === 0 && b === 0 && c === 0) return origin;
  return [
    origin[0] + sign * (a * x[0] + b * y[0] + c * z[0]),
    origin[1] + sign * (a * x[1] + b * y[1] + c * z[1]),
    origin[2] + sign * (a * x[2] + b * y[2] + c * z[2]),
  ];
}

/** Where a thing stands of which one place (in its own coordinates) stands there. */
export function thingWith(inner: Placement, mirrored: boolean, stands: Placement): Placement {
  const own = mirrored ? mirroredFrame(inner) : inner;
  const [ox, oz] = [own.x, own.z];
  const oy = cross(oz, ox);
  const [sx, sz] = [stands.x, stands.z];
  const sy = cross(sz, sx);
  // Its axes: the rotation `stands` times the transpose of its own.
  const axis = (n: 0 | 1 | 2): Vector => [
    sx[0] * ox[n] + sy[0] * oy[n] + sz[0] * oz[n],
    sx[1] * ox[n] + sy[1] * oy[n] + sz[1] * oz[n],
    sx[2] * ox[n] + sy[2] * oy[n] + sz[2] * oz[n],
  ];
  const [x, y, z] = [axis(0), axis(1), axis(2)];
  const [a, b, c] = own.origin;
  const { origin } = stands;
  return {
    origin: [
      origin[0] - a * x[0] - b * y[0] - c * z[0],
      origin[1] - a * x[1] - b * y[1] - c * z[1],
      origin[2] - a * x[2] - b * y[2] - c * z[2],
    ],
    x,
    z,
  };
}

/** How far apart two placements are, in millimetres and degrees; about z any turn may be free. */
export function apartOf(
  one: Placement,
  other: Placement,
  isRound: boolean,
): { apart: number; degrees: number } {
  const apart = lengthOf(minus(one.origin, other.origin));
  const tilt = angleBetween(one.z, other.z);
  if (isRound) return { apart, degrees: tilt };
  return { apart, degrees: Math.max(tilt, angleBetween(one.x, other.x)) };
}

const angleBetween = (one: Vector, other: Vector): number =>
  (Math.atan2(lengthOf(cross(one, other)), dot(one, other)) * 180) / Math.PI;
