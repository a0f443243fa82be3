import type { Placement, Vector } from '../vectors.ts';

export type Point = readonly [x: number, y: number];

/** A closed line in a plane, millimetres. */
export type Outline =
  | { kind: 'circle'; diameter: number; middle: Point }
  /** Corners counter-clockwise. */
  | { kind: 'polygon'; corners: readonly Point[] };

/**
 * A solid told in words, so that it can be drawn, cut out of a sheet or written as a script. Millimetres; each stands
 * where its own origin is.
 */
export type Shape =
  /** An outline in the plane z = 0, with openings in it, as high as that. */
  | { kind: 'prism'; outline: Outline; openings: readonly Outline[]; height: number }
  /** What a lathe would leave: points of radius and height, counter-clockwise, turned about z. */
  | { kind: 'turned'; profile: readonly Point[] }
  | { kind: 'joined'; of: readonly Shape[] }
  | { kind: 'cut'; from: Shape; by: readonly Shape[] }
  | { kind: 'placed'; shape: Shape; at: Placement };

export const circle = (diameter: number, middle: Point = [0, 0]): Outline => ({
  kind: 'circle',
  diameter,
  middle,
});
export const polygon = (corners: readonly Point[]): Outline => ({ kind: 'polygon', corners });

/** A rectangle about its middle. */
export const rectangle = (width: number, height: number, [x, y]: Point = [0, 0]): Outline =>
  polygon([
    [x - width / 2, y - height / 2],
    [x + width / 2, y - height / 2],
    [x + width / 2, y + height / 2],
    [x - width / 2, y + height / 2],
  ]);

/** A regular polygon about the origin, told as a spanner is: by the distance between opposite sides. */
export function hexagon(acrossFlats: number): Outline {
  const radius = acrossFlats / Math.sqrt(3);
  return polygon(
    Array.from({ length: 6 }, (_, n) => [
      radius * Math.cos((n * Math.PI) / 3),
      radius * Math.sin((n * Math.PI) / 3),
    ]),
  );
}

/** An L of two equal legs, its heel at the origin. */
export const angleOutline = (leg: number, thickness: number): Outline =>
  polygon([
    [0, 0],
    [leg, 0],
    [leg, thickness],
    [thickness, thickness],
    [thickness, leg],
    [0, leg],
  ]);

/** Half the corners of a whole circle of such an outline. */
const HALF_TURN = 24;

/** The outline of an eye: round about the origin, its sides going up to a flat edge at that height. */
export function eyeOutline(diameter: number, reach: number): Outline {
  const radius = diameter / 2;
  // As for whole circles: as large as the round that is meant.
  const wider = Math.sqrt(Math.PI / (HALF_TURN * Math.sin(Math.PI / HALF_TURN)));
  const round = Array.from({ length: HALF_TURN + 1 }, (_, n): Point => {
    const angle = Math.PI + (Math.PI * n) / HALF_TURN;
    return [radius * wider * Math.cos(angle), radius * wider * Math.sin(angle)];
  });
  return polygon([...round, [radius, reach], [-radius, reach]]);
}
export const eyeArea = (diameter: number, reach: number): number =>
  circleArea(diameter) / 2 + diameter * reach;

export const prism = (outline: Outline, height: number, openings: readonly Outline[] = []): Shape => ({
  kind: 'prism',
  outline,
  openings,
  height,
});
export const cylinder = (diameter: number, height: number): Shape => prism(circle(diameter), height);
export const ring = (outer: number, inner: number, height: number): Shape =>
  prism(circle(outer), height, [circle(inner)]);
/** A box that stands on the plane z = 0, its middle above the origin. */
export const box = (width: number, depth: number, height: number): Shape =>
  prism(rectangle(width, depth), height);
export const turnedShape = (profile: readonly Point[]): Shape => ({ kind: 'turned', profile });
export const joined = (...of: Shape[]): Shape => ({ kind: 'joined', of });
export const cutBy = (from: Shape, ...by: Shape[]): Shape => ({ kind: 'cut', from, by });
export const placed = (shape: Shape, at: Placement): Shape => ({ kind: 'placed', shape, at });
export const raised = (shape: Shape, z: number): Shape =>
  placed(shape, { origin: [0, 0, z], x: [1, 0, 0], z: [0, 0, 1] });

/** Middles of holes spread evenly on a circle, the first at that angle in degrees from x. */
export const onCircle = (diameter: number, count: number, first = 45): Point[] =>
  Array.from({ length: count }, (_, n) => {
    const angle = ((first + (n * 360) / count) * Math.PI) / 180;
    return [(diameter / 2) * Math.cos(angle), (diameter / 2) * Math.sin(angle)];
  });

/** The four corners of a rectangle about the origin. */
export const cornersOf = (width: number, height: number): Point[] => [
  [-width / 2, -height / 2],
  [width / 2, -height / 2],
  [width / 2, height / 2],
  [-width / 2, height / 2],
];

/** Square millimetres. */
export const circleArea = (diameter: number): number => (Math.PI * diameter ** 2) / 4;
export const ringArea = (outer: number, inner: number): number => circleArea(outer) - circleArea(inner);
export const hexagonArea = (acrossFlats: number): number => (Math.sqrt(3) / 2) * acrossFlats ** 2;

type Axis = '+x' | '-x' | '+y' | '-y' | '+z' | '-z';
const DIRECTIONS: Record<Axis, { x: Vector; z: Vector }> = {
  '+x': { x: [0, 1, 0], z: [1, 0, 0] },
  '-x': { x: [0, -1, 0], z: [-1, 0, 0] },
  '+y': { x: [-1, 0, 0], z: [0, 1, 0] },
  '-y': { x: [1, 0, 0], z: [0, -1, 0] },
  '+z': { x: [1, 0, 0], z: [0, 0, 1] },
  '-z': { x: [1, 0, 0], z: [0, 0, -1] },
};

/** Standing at a point, its z towards that axis; where z lies level, y points up. */
export const towards = (axis: Axis, origin: Vector): Placement => ({ origin, ...DIRECTIONS[axis] });
