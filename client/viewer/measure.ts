import { cross, dot, lengthOf, minus, times, type Vector } from '../../shared/modules/vectors.ts';
import type { Feature } from './features.ts';

/** What two features tell about each other. Millimetres, degrees. */
export interface Measurement {
  distance: number;
  /** Where the distance is measured. */
  from: Vector;
  to: Vector;
  /** Between edges, faces and axes, 0 to 90; null where one of them is a point. */
  angle: number | null;
  /** Along x, y and z. */
  apart: Vector;
}

/** Directions closer than this to parallel are parallel. */
const PARALLEL = Math.sin((0.05 * Math.PI) / 180);

const directionOf = (feature: Feature): Vector | null => {
  if (feature.kind === 'face' || feature.kind === 'circle') return feature.normal;
  if (feature.kind === 'point') return null;
  const along = minus(feature.to, feature.from);
  return times(along, 1 / (lengthOf(along) || 1));
};

const onPlane = (point: Vector, on: Vector, normal: Vector): Vector =>
  minus(point, times(normal, dot(minus(point, on), normal)));

const onLine = (point: Vector, from: Vector, along: Vector): Vector => {
  const share = dot(minus(point, from), along);
  return [from[0] + along[0] * share, from[1] + along[1] * share, from[2] + along[2] * share];
};

/** The point of the other that the distance from `at` runs to. */
function across(at: Vector, other: Feature): Vector {
  if (other.kind === 'face') return onPlane(at, other.at, other.normal);
  if (other.kind === 'edge') {
    const along = directionOf(other);
    if (along) return onLine(at, other.from, along);
  }
  return other.at;
}

/**
 * The distance: of parallel faces and edges square across; of skew edges by their common perpendicular; of what meets,
 * zero; of points, and of middles of circles, straight. To faces and edges as if they went on for ever.
 */
export function measureBetween(one: Feature, other: Feature): Measurement {
  const [a, b] = [directionOf(one), directionOf(other)];
  const angle = a && b ? angleOf(one, other, a, b) : null;
  const [from, to] = ends(one, other, a, b);
  const apart = minus(to, from);
  return { distance: lengthOf(apart), from, to, angle, apart };
}

/** Between a face and an edge the angle is to the face itself, not to its normal. */
function angleOf(one: Feature, other: Feature, a: Vector, b: Vector): number {
  const between = (Math.acos(Math.min(1, Math.abs(dot(a, b)))) * 180) / Math.PI;
  const flat = (feature: Feature) => feature.kind !== 'edge';
  return flat(one) === flat(other) ? between : 90 - between;
}

function ends(one: Feature, other: Feature, a: Vector | null, b: Vector | null): [Vector, Vector] {
  const straight = (feature: Feature) => feature.kind === 'point' || feature.kind === 'circle';
  if (straight(one) && straight(other)) return [one.at, other.at];
  if (straight(one)) return [one.at, across(one.at, other)];
  if (straight(other)) return [across(other.at, one), other.at];
  if (!a || !b) return [one.at, other.at];
  if (one.kind === 'edge' && other.kind === 'edge') return betweenLines(one.from, a, other.from, b);
  // A face with a face or an edge: beside each other they have a distance, else they meet.
  const sine = one.kind === other.kind ? lengthOf(cross(a, b)) : Math.abs(dot(a, b));
  if (sine > PARALLEL) return [one.at, one.at];
  if (one.kind === 'face') return [onPlane(other.at, one.at, a), other.at];
  return [one.at, across(one.at, other)];
}

/** The feet of the common perpendicular of two lines. */
function betweenLines(p: Vector, a: Vector, q: Vector, b: Vector): [Vector, Vector] {
  const cosine = dot(a, b);
  const square = 1 - cosine * cosine;
  if (square < PARALLEL * PARALLEL) return [p, onLine(p, q, b)];
  const apart = minus(q, p);
  const s = (dot(apart, a) - cosine * dot(apart, b)) / square;
  const t = (cosine * dot(apart, a) - dot(apart, b)) / square;
  const on = (from: Vector, along: Vector, way: number): Vector => [
    from[0] + along[0] * way,
    from[1] + along[1] * way,
    from[2] + along[2] * way,
  ];
  return [on(p, a, s), on(q, b, t)];
}
