import { directionAt, type Placement, type Vector } from '../vectors.ts';
import type { Outline, Shape } from './shapes.ts';

/** Holes smaller than this share of what they are in are not seen from where all of a large machine is. */
const SMALL = 0.2;

/** Least x, y, z and most x, y, z. */
type Extent = readonly [least: Vector, most: Vector];

/**
 * The same shape without its small holes, for what stands far away among thousands: a drilled tube becomes a plain one.
 * Null where there is nothing to leave out.
 */
export function coarseShape(shape: Shape): Shape | null {
  const whole = sizeOf(shape);
  const coarse = withoutHoles(shape, whole * SMALL);
  return coarse === shape ? null : coarse;
}

function withoutHoles(shape: Shape, least: number): Shape {
  switch (shape.kind) {
    case 'turned':
      return shape;
    case 'prism': {
      // What is open along all of a long thing is seen at its ends: a tube is no bar.
      const across = sizeOfOutline(shape.outline) * SMALL;
      const openings = shape.openings.filter((each) => sizeOfOutline(each) >= Math.min(least, across));
      return openings.length === shape.openings.length ? shape : { ...shape, openings };
    }
    case 'joined': {
      const of = shape.of.map((each) => withoutHoles(each, least));
      return of.every((each, place) => each === shape.of[place]) ? shape : { ...shape, of };
    }
    case 'placed': {
      const inner = withoutHoles(shape.shape, least);
      return inner === shape.shape ? shape : { ...shape, shape: inner };
    }
    case 'cut': {
      const from = withoutHoles(shape.from, least);
      const by = shape.by.filter((each) => sizeOf(each) >= least);
      if (by.length === 0) return from;
      return from === shape.from && by.length === shape.by.length ? shape : { ...shape, from, by };
    }
  }
}

/** From corner to corner of the box that holds it, millimetres. */
function sizeOf(shape: Shape): number {
  const [least, most] = extentOf(shape);
  return Math.hypot(most[0] - least[0], most[1] - least[1], most[2] - least[2]);
}

function extentOf(shape: Shape): Extent {
  switch (shape.kind) {
    case 'prism': {
      const [[left, front], [right, back]] = extentOfOutline(shape.outline);
      return [
        [left, front, Math.min(0, shape.height)],
        [right, back, Math.max(0, shape.height)],
      ];
    }
    case 'turned': {
      const radius = Math.max(...shape.profile.map(([each]) => each));
      const heights = shape.profile.map(([, height]) => height);
      return [
        [-radius, -radius, Math.min(...heights)],
        [radius, radius, Math.max(...heights)],
      ];
    }
    case 'joined':
      return around(shape.of.flatMap(extentOf));
    case 'cut':
      return extentOf(shape.from);
    case 'placed': {
      const [least, most] = extentOf(shape.shape);
      const corners = [0, 1, 2, 3, 4, 5, 6, 7].map(
        (corner): Vector => [
          corner & 1 ? most[0] : least[0],
          corner & 2 ? most[1] : least[1],
          corner & 4 ? most[2] : least[2],
        ],
      );
      return around(corners.map((corner) => placedAt(shape.at, corner)));
    }
  }
}

const placedAt = (at: Placement, corner: Vector): Vector => {
  const [x, y, z] = directionAt(at, corner);
  return [at.origin[0] + x, at.origin[1] + y, at.origin[2] + z];
};

const around = (points: readonly Vector[]): Extent => {
  const all = (axis: 0 | 1 | 2, pick: (...values: number[]) => number): number =>
    pick(...points.map((point) => point[axis]));
  return [
    [all(0, Math.min), all(1, Math.min), all(2, Math.min)],
    [all(0, Math.max), all(1, Math.max), all(2, Math.max)],
  ];
};

function extentOfOutline(outline: Outline): readonly [readonly [number, number], readonly [number, number]] {
  if (outline.kind === 'circle') {
    const [x, y] = outline.middle;
    const radius = outline.diameter / 2;
    return [
      [x - radius, y - radius],
      [x + radius, y + radius],
    ];
  }
  const [across, along] = [outline.corners.map(([x]) => x), outline.corners.map(([, y]) => y)];
  return [
    [Math.min(...across), Math.min(...along)],
    [Math.max(...across), Math.max(...along)],
  ];
}

function sizeOfOutline(outline: Outline): number {
  const [[left, front], [right, back]] = extentOfOutline(outline);
  return Math.hypot(right - left, back - front);
}
