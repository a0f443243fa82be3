import type { Piece } from '../modules/module.ts';
import type { Outline, Point } from '../modules/solids/shapes.ts';
import { cross, directionAt, dot, minus, type Vector } from '../modules/vectors.ts';
import { type CutPrism, cutPrismOf, extentOf, lyingOn, pointOf, type StandingPrism } from './flatShape.ts';

/** A round hole in a face, told as it is marked out: from the bar's end, and across from the face's lower edge. */
export interface BarHole {
  along: number;
  across: number;
  diameter: number;
}

/** Anything else that is cut into a face: a keyway, a notch. */
export interface BarRecess {
  from: number;
  to: number;
  low: number;
  high: number;
  depth: number;
}

/** One side of a bar, looked at from outside with the bar's beginning at the left. Millimetres. */
export interface BarFace {
  /** A, B, C… around the bar. */
  name: string;
  width: number;
  holes: readonly BarHole[];
  recesses: readonly BarRecess[];
  /** Its edge in the section, from its upper to its lower corner. */
  edge: readonly [Point, Point];
}

/** Something that is sawn off a stock and drilled from its sides. */
export interface Bar {
  length: number;
  section: Outline;
  inside: readonly Outline[];
  /** Only what has something to drill or cut. */
  faces: readonly BarFace[];
}

const ROUNDING = 1e-6;

interface Plane {
  name: string;
  width: number;
  /** Upper corner, and the directions along the face downwards and out of it. */
  from: Point;
  to: Point;
  normal: Vector;
  down: Vector;
}

const turnOf = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number =>
  (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

/** Sides of a section that can be reached from outside with a drill: those that all corners lie behind. */
function planesOf(section: Outline): Plane[] {
  if (section.kind === 'circle') return [];
  const { corners } = section;
  const outer = corners.flatMap((from, n): [Point, Point][] => {
    const to = corners[(n + 1) % corners.length] ?? from;
    return corners.every((corner) => turnOf(from, to, corner) >= -ROUNDING) ? [[from, to]] : [];
  });
  return outer.map(([from, to], n) => {
    const width = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const down: Vector = [(to[0] - from[0]) / width, (to[1] - from[1]) / width, 0];
    return { name: String.fromCharCode(65 + n), width, from, to, down, normal: [down[1], -down[0], 0] };
  });
}

/** For round bars: one side, on which the given recess lies. */
function planeTowards({ middle, width }: ReturnType<typeof extentOf>, point: Vector): Plane {
  const [x, y] = [point[0] - middle[0], point[1] - middle[1]];
  const far = Math.hypot(x, y) || 1;
  const normal: Vector = [x / far, y / far, 0];
  const down: Vector = [-normal[1], normal[0], 0];
  const half = width / 2;
  const at = (way: number): Point => [
    middle[0] + half * (normal[0] + way * down[0]),
    middle[1] + half * (normal[1] + way * down[1]),
  ];
  return { name: 'A', width, from: at(-1), to: at(1), normal, down };
}

function corners(cutter: StandingPrism): Vector[] {
  const { outline, height } = cutter.prism;
  if (outline.kind === 'polygon') {
    return outline.corners.flatMap((corner) => [pointOf(cutter, corner), pointOf(cutter, corner, height)]);
  }
  const [x, y] = outline.middle;
  const half = outline.diameter / 2;
  return [-half, half].flatMap((a) =>
    [-half, half].flatMap((b) => [pointOf(cutter, [x + a, y + b]), pointOf(cutter, [x + a, y + b], height)]),
  );
}

/** The round hole that a drill leaves in a face; null: it does not meet that face, or not squarely. */
function holeIn(plane: Plane, cutter: StandingPrism, length: number): BarHole | null {
  const { outline, height } = cutter.prism;
  if (outline.kind !== 'circle') return null;
  const axis = directionAt(cutter.at, [0, 0, 1]);
  if (Math.abs(Math.abs(dot(axis, plane.normal)) - 1) > ROUNDING) return null;
  const corner: Vector = [plane.from[0], plane.from[1], 0];
  const one = minus(pointOf(cutter, outline.middle), corner);
  const depth = dot(one, plane.normal);
  const other = depth + height * dot(axis, plane.normal);
  if (Math.max(depth, other) < -ROUNDING || Math.min(depth, other) > -ROUNDING) return null;
  const across = plane.width - dot(one, plane.down);
  if (one[2] <= 0 || one[2] >= length || across <= 0 || across >= plane.width) return null;
  return { along: one[2], across, diameter: outline.diameter };
}

/** What a cutter that is not round leaves in a face. */
function recessIn(plane: Plane, cutter: StandingPrism, length: number): BarRecess | null {
  if (cutter.prism.outline.kind === 'circle') return null;
  const corner: Vector = [plane.from[0], plane.from[1], 0];
  const points = corners(cutter).map((point) => minus(point, corner));
  const depths = points.map((point) => dot(point, plane.normal));
  if (Math.max(...depths) < -ROUNDING || Math.min(...depths) > -ROUNDING) return null;
  const alongs = points.map(([, , z]) => z);
  const acrosses = points.map((point) => plane.width - dot(point, plane.down));
  const from = Math.max(0, Math.min(...alongs));
  const to = Math.min(length, Math.max(...alongs));
  const low = Math.max(0, Math.min(...acrosses));
  const high = Math.min(plane.width, Math.max(...acrosses));
  return to > from && high > low ? { from, to, low, high, depth: -Math.min(...depths) } : null;
}

/** The bar's own way round: its length is upright. */
function standing(flat: CutPrism, length: number): CutPrism | null {
  const near = (value: number) => Math.abs(value - length) < 0.01;
  if (near(flat.prism.height)) return flat;
  const { width, height } = extentOf(flat.prism.outline);
  if (near(width)) return lyingOn(drilledInstead(flat), 'x');
  return near(height) ? lyingOn(drilledInstead(flat), 'y') : null;
}

/** A flat bar whose holes are told as openings of its outline: the same, with drills. */
function drilledInstead({ prism, cutters }: CutPrism): CutPrism {
  const drills = prism.openings.map(
    (outline): StandingPrism => ({
      prism: { kind: 'prism', outline, openings: [], height: prism.height + 2 },
      at: { origin: [0, 0, -1], x: [1, 0, 0], z: [0, 0, 1] },
    }),
  );
  return { prism: { ...prism, openings: [] }, cutters: [...cutters, ...drills] };
}

/** The bar that a piece is sawn from, with all that is drilled into it; null: it is not cut to length, or not straight. */
export function barOf(piece: Pick<Piece, 'cut' | 'shape'>): Bar | null {
  const flat = piece.cut && cutPrismOf(piece.shape);
  const bar = flat && piece.cut ? standing(flat, piece.cut.length) : null;
  if (!bar) return null;
  const { outline: section, openings: inside, height: length } = bar.prism;
  const planes = section.kind === 'circle' ? roundPlanes(section, bar.cutters) : planesOf(section);
  const faces = planes.map((plane): BarFace => {
    const holes = bar.cutters.flatMap((cutter) => holeIn(plane, cutter, length) ?? []);
    const recesses = bar.cutters.flatMap((cutter) => recessIn(plane, cutter, length) ?? []);
    const { name, width, from, to } = plane;
    holes.sort((one, other) => one.along - other.along || one.across - other.across);
    return {
      name,
      width,
      holes,
      recesses,
      edge: [from, to],
    };
  });
  return {
    length,
    section,
    inside,
    faces: faces.filter((face) => face.holes.length + face.recesses.length > 0),
  };
}

function roundPlanes(section: Outline, cutters: readonly StandingPrism[]): Plane[] {
  const planes: Plane[] = [];
  for (const cutter of cutters) {
    const all = corners(cutter);
    const sum = all.reduce<Vector>(([x, y, z], [u, v, w]) => [x + u, y + v, z + w], [0, 0, 0]);
    const plane = planeTowards(extentOf(section), [sum[0] / all.length, sum[1] / all.length, 0]);
    const known = planes.some(
      ({ normal }) => Math.hypot(...cross(normal, plane.normal)) < ROUNDING && dot(normal, plane.normal) > 0,
    );
    if (!known) planes.push({ ...plane, name: String.fromCharCode(65 + planes.length) });
  }
  return planes;
}
