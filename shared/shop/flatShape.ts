import type { Outline, Point, Shape } from '../modules/solids/shapes.ts';
import {
  AT_ORIGIN,
  directionAt,
  inverse,
  type Placement,
  pointAt,
  type Vector,
  within,
} from '../modules/vectors.ts';

type Prism = Extract<Shape, { kind: 'prism' }>;

/** A prism that stands somewhere. */
export interface StandingPrism {
  prism: Prism;
  at: Placement;
}

/** A prism and whatever was cut from it by other prisms, told in the prism's own coordinates. */
export interface CutPrism {
  prism: Prism;
  cutters: readonly StandingPrism[];
}

interface Flattened extends StandingPrism {
  cutters: readonly StandingPrism[];
}

function flattened(shape: Shape): Flattened | null {
  switch (shape.kind) {
    case 'prism':
      return { prism: shape, at: AT_ORIGIN, cutters: [] };
    case 'placed': {
      const inner = flattened(shape.shape);
      if (!inner) return null;
      const move = ({ prism, at }: StandingPrism) => ({ prism, at: within(shape.at, at) });
      return { ...move(inner), cutters: inner.cutters.map(move) };
    }
    case 'cut': {
      const base = flattened(shape.from);
      const cutters = shape.by.map(flattened);
      if (!base || cutters.some((each) => each === null || each.cutters.length > 0)) return null;
      return { ...base, cutters: [...base.cutters, ...cutters.flatMap((each) => (each ? [each] : []))] };
    }
    default:
      return null;
  }
}

/** What a shape is, where it is one prism less others; null: it is something else. */
export function cutPrismOf(shape: Shape): CutPrism | null {
  const flat = flattened(shape);
  if (!flat) return null;
  const back = inverse(flat.at);
  return {
    prism: flat.prism,
    cutters: flat.cutters.map(({ prism, at }) => ({ prism, at: within(back, at) })),
  };
}

/** Width and height of an outline, and its middle. */
export function extentOf(outline: Outline): { width: number; height: number; middle: Point } {
  if (outline.kind === 'circle') {
    return { width: outline.diameter, height: outline.diameter, middle: outline.middle };
  }
  const xs = outline.corners.map(([x]) => x);
  const ys = outline.corners.map(([, y]) => y);
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return { width: right - left, height: high - low, middle: [(left + right) / 2, (low + high) / 2] };
}

/** Whether an outline is a rectangle along the axes. */
export function isRectangle(outline: Outline): boolean {
  if (outline.kind !== 'polygon' || outline.corners.length !== 4) return false;
  const { width, height, middle } = extentOf(outline);
  return outline.corners.every(
    ([x, y]) =>
      Math.abs(Math.abs(x - middle[0]) - width / 2) < 1e-9 &&
      Math.abs(Math.abs(y - middle[1]) - height / 2) < 1e-9,
  );
}

/** The same box with another of its edges upright: x, or y; null: it is no plain box. */
export function lyingOn({ prism, cutters }: CutPrism, upright: 'x' | 'y'): CutPrism | null {
  if (!isRectangle(prism.outline) || prism.openings.length > 0) return null;
  const { width, height, middle } = extentOf(prism.outline);
  const [mx, my] = middle;
  // The new origin, and where the new x and z look.
  const frame: Placement =
    upright === 'x'
      ? { origin: [mx - width / 2, my, prism.height / 2], x: [0, 1, 0], z: [1, 0, 0] }
      : { origin: [mx, my - height / 2, prism.height / 2], x: [0, 0, 1], z: [0, 1, 0] };
  const [across, tall] = upright === 'x' ? [height, width] : [prism.height, height];
  const other = upright === 'x' ? prism.height : width;
  const back = inverse(frame);
  return {
    prism: {
      kind: 'prism',
      outline: {
        kind: 'polygon',
        corners: [
          [-across / 2, -other / 2],
          [across / 2, -other / 2],
          [across / 2, other / 2],
          [-across / 2, other / 2],
        ],
      },
      openings: [],
      height: tall,
    },
    cutters: cutters.map((each) => ({ prism: each.prism, at: within(back, each.at) })),
  };
}

/** Where a point of a standing prism's plane is. */
export const pointOf = ({ at }: StandingPrism, [x, y]: Point, up = 0): Vector => pointAt(at, [x, y, up]);

/** An outline as it lies in the plane z = 0 of something that it stands upright in; mirrored where it looks down. */
export function outlineIn({ prism, at }: StandingPrism): Outline {
  const moved = ([x, y]: Point): Point => {
    const [px, py] = pointAt(at, [x, y, 0]);
    return [px, py];
  };
  const { outline } = prism;
  if (outline.kind === 'circle') return { ...outline, middle: moved(outline.middle) };
  const corners = outline.corners.map(moved);
  return { kind: 'polygon', corners: directionAt(at, [0, 0, 1])[2] < 0 ? corners.reverse() : corners };
}
