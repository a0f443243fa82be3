/** From the end of the segment before to a point; y upwards. */
export type Segment =
  | { kind: 'line'; to: Point }
  /** Part of a circle: `bulge` is the tangent of a quarter of its angle, positive where it turns left. */
  | { kind: 'arc'; to: Point; bulge: number }
  | { kind: 'cubic'; one: Point; other: Point; to: Point };

export type Point = readonly [number, number];

/** A line of a drawing that is drawn without lifting the pen. */
export interface Outline {
  layer: string;
  start: Point;
  segments: readonly Segment[];
  closed: boolean;
}

/** What a drawing in two dimensions shows; y upwards. */
export interface Drawing2d {
  outlines: readonly Outline[];
  box: { low: Point; high: Point };
  layers: readonly string[];
}

/** A drawing of outlines, with its bounds. Null: nothing is drawn. */
export function drawingOf(outlines: readonly Outline[]): Drawing2d | null {
  const [low, high] = [
    [Infinity, Infinity],
    [-Infinity, -Infinity],
  ];
  for (const outline of outlines) {
    for (const point of reached(outline)) {
      for (const axis of [0, 1]) {
        const value = point[axis] ?? 0;
        if (value < (low[axis] ?? 0)) low[axis] = value;
        if (value > (high[axis] ?? 0)) high[axis] = value;
      }
    }
  }
  if (![...low, ...high].every((value) => Math.abs(value) < 1e12)) return null;
  return {
    outlines,
    box: { low: [low[0] ?? 0, low[1] ?? 0], high: [high[0] ?? 0, high[1] ?? 0] },
    layers: [...new Set(outlines.map(({ layer }) => layer))],
  };
}

/** The drawing with all lengths multiplied. */
export function scaledDrawing(drawing: Drawing2d, scale: number): Drawing2d {
  if (scale === 1) return drawing;
  const at = ([x, y]: Point): Point => [x * scale, y * scale];
  return {
    layers: drawing.layers,
    box: { low: at(drawing.box.low), high: at(drawing.box.high) },
    outlines: drawing.outlines.map((outline) => moved(outline, at)),
  };
}

/** An outline whose points were moved alike: turned, shifted, enlarged (arcs stay arcs), or mirrored. */
export function moved(outline: Outline, at: (point: Point) => Point, mirrors = false): Outline {
  return {
    ...outline,
    start: at(outline.start),
    segments: outline.segments.map((segment): Segment => {
      if (segment.kind === 'cubic')
        return { kind: 'cubic', one: at(segment.one), other: at(segment.other), to: at(segment.to) };
      if (segment.kind === 'arc')
        return { kind: 'arc', to: at(segment.to), bulge: mirrors ? -segment.bulge : segment.bulge };
      return { kind: 'line', to: at(segment.to) };
    }),
  };
}

/** Centre and radius of an arc. */
export function circleOf([x, y]: Point, [u, v]: Point, bulge: number): { centre: Point; radius: number } {
  // The centre lies on the perpendicular of the chord, (1 − b²) / 4b chords to its left.
  const away = (1 - bulge * bulge) / (4 * bulge);
  const centre: Point = [(x + u) / 2 - (v - y) * away, (y + v) / 2 + (u - x) * away];
  return { centre, radius: Math.hypot(x - centre[0], y - centre[1]) };
}

const DIRECTIONS: readonly Point[] = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
];

/** Points between which all of an outline lies. */
function* reached({ start, segments }: Outline): Generator<Point> {
  yield start;
  let from = start;
  for (const segment of segments) {
    yield segment.to;
    if (segment.kind === 'cubic') {
      for (let step = 1; step < 16; step += 1) yield onCubic(from, segment, step / 16);
    } else if (segment.kind === 'arc' && segment.bulge !== 0) {
      const { centre, radius } = circleOf(from, segment.to, segment.bulge);
      for (const [x, y] of DIRECTIONS) {
        const point: Point = [centre[0] + x * radius, centre[1] + y * radius];
        if (isOnArc(from, segment.to, segment.bulge, point)) yield point;
      }
    }
    from = segment.to;
  }
}

/** An arc that turns left lies to the right of its chord. */
const isOnArc = ([x, y]: Point, [u, v]: Point, bulge: number, [p, q]: Point): boolean =>
  ((u - x) * (q - y) - (v - y) * (p - x)) * bulge < 0;

function onCubic([x, y]: Point, { one, other, to }: Segment & { kind: 'cubic' }, at: number): Point {
  const left = 1 - at;
  const [a, b, c, d] = [left ** 3, 3 * left * left * at, 3 * left * at * at, at ** 3];
  return [a * x + b * one[0] + c * other[0] + d * to[0], a * y + b * one[1] + c * other[1] + d * to[1]];
}

const written = (value: number): string => `${Math.round(value * 1e4) / 1e4 + 0}`;

/** The `d` of an SVG path; y is turned downwards. */
export function pathOf({ start, segments, closed }: Outline): string {
  const spot = ([x, y]: Point) => `${written(x)} ${written(-y)}`;
  let path = `M${spot(start)}`;
  let from = start;
  for (const segment of segments) {
    if (segment.kind === 'cubic') path += `C${spot(segment.one)} ${spot(segment.other)} ${spot(segment.to)}`;
    else if (segment.kind === 'line' || segment.bulge === 0) path += `L${spot(segment.to)}`;
    else {
      const radius = written(circleOf(from, segment.to, segment.bulge).radius);
      const [large, sweep] = [Math.abs(segment.bulge) > 1 ? 1 : 0, segment.bulge > 0 ? 0 : 1];
      path += `A${radius} ${radius} 0 ${large} ${sweep} ${spot(segment.to)}`;
    }
    from = segment.to;
  }
  return closed ? `${path}Z` : path;
}

/** The drawing as an SVG of its own, in millimetres; nothing of the file but its lines stands in it. */
export function svgOf({ outlines, box }: Drawing2d): string {
  const [width, height] = [box.high[0] - box.low[0], box.high[1] - box.low[1]];
  const margin = Math.max(width, height, 1e-3) * 0.02;
  const frame = [box.low[0] - margin, -box.high[1] - margin, width + 2 * margin, height + 2 * margin];
  const paths = outlines.map((outline) => `<path d="${pathOf(outline)}"/>`).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${frame.map(written).join(' ')}">` +
    `<g fill="none" stroke="currentColor" stroke-width="1" stroke-linejoin="round">` +
    `${paths.replaceAll('<path', '<path vector-effect="non-scaling-stroke"')}</g></svg>`
  );
}
