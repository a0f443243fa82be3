import { circle, ellipsePart, splinePoints, withoutArcs } from './curves.ts';
import { moved, type Outline, type Point, type Segment } from './drawing2d.ts';
import { allOf, type DxfRecord, numberAs, numberOf, textOf } from './dxfPairs.ts';

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** The outline of one entity, in the drawing's plane. Null: it is not drawn here. */
export function outlineOf(entity: DxfRecord, vertices: readonly DxfRecord[]): Outline | null {
  const outline = plainOutlineOf(entity, vertices);
  if (!outline || entity.type === 'LINE' || entity.type === 'SPLINE' || entity.type === 'ELLIPSE')
    return outline;
  const plane = planeOf(entity);
  return plane ? moved(plane.isFlat ? outline : withoutArcs(outline), plane.at, plane.mirrors) : outline;
}

/**
 * From the plane that an entity is drawn in to the drawing's, seen from above; null: it is that one. A plane is said by its
 * normal, and its x axis follows from it (the arbitrary axis of AutoCAD's DXF reference).
 */
function planeOf(entity: DxfRecord) {
  const normal = [numberOf(entity, 210), numberOf(entity, 220), numberOf(entity, 230, 1)];
  const length = Math.hypot(...normal);
  if (!(length > 0)) return null;
  const [x, y, z] = normal.map((each) => each / length) as [number, number, number];
  const isFlat = Math.abs(x) < 1e-6 && Math.abs(y) < 1e-6;
  if (isFlat && z > 0) return null;
  const near = Math.abs(x) < 1 / 64 && Math.abs(y) < 1 / 64;
  // y × normal, or z × normal.
  const across = near ? [z, 0, -x] : [-y, x, 0];
  const size = Math.hypot(...across);
  const [ax, ay, az] = across.map((each) => each / size) as [number, number, number];
  const [bx, by] = [y * az - z * ay, z * ax - x * az];
  const up = entity.type === 'LWPOLYLINE' ? numberOf(entity, 38) : numberOf(entity, 30);
  return {
    isFlat,
    mirrors: z < 0,
    at: ([u, v]: Point): Point => [ax * u + bx * v + x * up, ay * u + by * v + y * up],
  };
}

function plainOutlineOf(entity: DxfRecord, vertices: readonly DxfRecord[]): Outline | null {
  const layer = textOf(entity, 8).slice(0, 100) || '0';
  const at: Point = [numberOf(entity, 10), numberOf(entity, 20)];
  switch (entity.type) {
    case 'LINE':
      return lines(layer, [at, [numberOf(entity, 11), numberOf(entity, 21)]], false);
    case 'CIRCLE':
      return circle(layer, at, numberOf(entity, 40));
    case 'ARC':
      return arc(layer, at, numberOf(entity, 40), numberOf(entity, 50), numberOf(entity, 51));
    case 'ELLIPSE':
      return ellipse(layer, at, entity);
    case 'LWPOLYLINE':
      return polyline(layer, bulging(entity), (numberOf(entity, 70) & 1) === 1);
    case 'POLYLINE': {
      // Meshes and nets are polylines too, by their flags.
      if ((numberOf(entity, 70) & 0b1010000) !== 0) return null;
      const drawn = vertices.filter((vertex) => (numberOf(vertex, 70) & 16) === 0);
      const corners = drawn.map((vertex) => ({
        at: [numberOf(vertex, 10), numberOf(vertex, 20)] as const,
        bulge: numberOf(vertex, 42),
      }));
      return polyline(layer, corners, (numberOf(entity, 70) & 1) === 1);
    }
    case 'SPLINE':
      return spline(layer, entity);
    case 'SOLID':
    case '3DFACE':
    case 'TRACE': {
      const corner = (number: number): Point => [
        numberOf(entity, 10 + number),
        numberOf(entity, 20 + number),
      ];
      // Solids name their corners crosswise; faces go around.
      return entity.type === '3DFACE'
        ? lines(layer, [corner(0), corner(1), corner(2), corner(3)], true)
        : lines(layer, [corner(0), corner(1), corner(3), corner(2)], true);
    }
    default:
      return null;
  }
}

function lines(layer: string, [start, ...rest]: readonly Point[], closed: boolean): Outline | null {
  if (!start || rest.length === 0) return null;
  return { layer, start, segments: rest.map((to) => ({ kind: 'line', to })), closed };
}

function arc(layer: string, [x, y]: Point, radius: number, from: number, to: number): Outline {
  const sweep = turnFrom(from, to, 360);
  if (sweep === 360) return circle(layer, [x, y], radius);
  const at = (degrees: number): Point => [
    x + radius * Math.cos(radians(degrees)),
    y + radius * Math.sin(radians(degrees)),
  ];
  // Two halves: the tangent of a quarter of nearly a whole turn would be without bounds.
  const bulge = Math.tan(radians(sweep / 2) / 4);
  return {
    layer,
    start: at(from),
    segments: [
      { kind: 'arc', to: at(from + sweep / 2), bulge },
      { kind: 'arc', to: at(from + sweep), bulge },
    ],
    closed: false,
  };
}

function ellipse(layer: string, centre: Point, entity: DxfRecord): Outline {
  const major: Point = [numberOf(entity, 11), numberOf(entity, 21)];
  const ratio = numberOf(entity, 40, 1) * (numberOf(entity, 230, 1) < 0 ? -1 : 1);
  const minor: Point = [-major[1] * ratio, major[0] * ratio];
  const whole = 2 * Math.PI;
  const [from, to] = [numberOf(entity, 41), numberOf(entity, 42, whole)];
  const sweep = turnFrom(from, to, whole);
  return { layer, ...ellipsePart(centre, major, minor, from, sweep), closed: sweep > whole - 1e-6 };
}

/** How far it is around from one angle to another; a whole turn that was rounded up is one still. */
function turnFrom(from: number, to: number, whole: number): number {
  const turn = (((to - from) % whole) + whole) % whole;
  return turn < whole * 1e-8 ? whole : turn;
}

interface Corner {
  at: Point;
  bulge: number;
}

/** Corners of a light polyline: each code 10 begins one. */
function bulging({ values }: DxfRecord): Corner[] {
  const corners: { x: number; y: number; bulge: number }[] = [];
  for (const [code, value] of values) {
    if (code === 10) corners.push({ x: numberAs(value), y: 0, bulge: 0 });
    const last = corners.at(-1);
    if (last && code === 20) last.y = numberAs(value);
    else if (last && code === 42) last.bulge = numberAs(value);
  }
  return corners.map(({ x, y, bulge }) => ({ at: [x, y], bulge }));
}

function polyline(layer: string, corners: readonly Corner[], closed: boolean): Outline | null {
  const [first] = corners;
  if (!first || corners.length < 2) return null;
  const ends = closed ? [...corners.slice(1), first] : corners.slice(1);
  const segments = ends.map(({ at }, index): Segment => {
    const bulge = corners[index]?.bulge ?? 0;
    return bulge === 0 ? { kind: 'line', to: at } : { kind: 'arc', to: at, bulge };
  });
  return { layer, start: first.at, segments, closed };
}

function spline(layer: string, entity: DxfRecord): Outline | null {
  const pairs = (codeX: number, codeY: number): Point[] => {
    const ys = allOf(entity, codeY);
    return allOf(entity, codeX).map((x, index) => [x, ys[index] ?? 0]);
  };
  const controls = pairs(10, 20);
  const points =
    controls.length > 1
      ? splinePoints(numberOf(entity, 71, 3), allOf(entity, 40), controls, allOf(entity, 41))
      : pairs(11, 21);
  return lines(layer, points, (numberOf(entity, 70) & 1) === 1);
}
