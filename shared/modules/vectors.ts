/** Three lengths in millimetres, or a direction of length 1. */
export type Vector = readonly [x: number, y: number, z: number];

/**
 * Where something stands and how it is turned: the place of its own origin, and the directions of its own x and z axes
 * (at right angles, of length 1; y follows by the right hand).
 */
export interface Placement {
  origin: Vector;
  x: Vector;
  z: Vector;
}

export const AT_ORIGIN: Placement = { origin: [0, 0, 0], x: [1, 0, 0], z: [0, 0, 1] };

export const plus = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const times = (a: Vector, factor: number): Vector => [a[0] * factor, a[1] * factor, a[2] * factor];
export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
export const lengthOf = (a: Vector): number => Math.hypot(a[0], a[1], a[2]);

/** Where a point of something stands, when that thing stands at a placement. */
export function pointAt({ origin, x, z }: Placement, point: Vector): Vector {
  return plus(origin, directionAt({ x, z }, point));
}

/** A direction of something, as it points when that thing is turned so. */
export function directionAt({ x, z }: Pick<Placement, 'x' | 'z'>, direction: Vector): Vector {
  return plus(plus(times(x, direction[0]), times(cross(z, x), direction[1])), times(z, direction[2]));
}

/** The placement within a whole of what stands at `inner` within a thing that stands at `outer`. */
export const within = (outer: Placement, inner: Placement): Placement => ({
  origin: pointAt(outer, inner.origin),
  x: directionAt(outer, inner.x),
  z: directionAt(outer, inner.z),
});

/** The placement that takes another one back: `within(p, inverse(p))` is the origin. */
export function inverse({ origin, x, z }: Placement): Placement {
  const y = cross(z, x);
  return {
    origin: [-dot(origin, x), -dot(origin, y), -dot(origin, z)],
    x: [x[0], y[0], z[0]],
    z: [x[2], y[2], z[2]],
  };
}

/** Turned about its own z axis, in degrees. */
export function turned(placement: Placement, degrees: number): Placement {
  const angle = (degrees * Math.PI) / 180;
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  return { ...placement, x: directionAt(placement, [cosine, sine, 0]) };
}

/** As a column-major 4 × 4 matrix, as drawing libraries want it. */
export function matrixOf({ origin, x, z }: Placement): number[] {
  const y = cross(z, x);
  return [...x, 0, ...y, 0, ...z, 0, ...origin, 1];
}
