import { SEGMENT } from './visibleSegments.ts';

/** Points x, y, x, y … of a line in tenths of a pixel. */
export type Stroke = number[];

export interface Strokes {
  outlines: Stroke[];
  inner: Stroke[];
}

/** Where a segment stands on the sheet: its tenths of pixels; y goes down. */
export interface Sheet {
  left: number;
  top: number;
  /** Tenths of a pixel to the millimetre. */
  scale: number;
}

/** Segments on the sheet, each once, joined to lines as long as they go and freed from points that lie on the way. */
export function strokesOf(segments: Float64Array, sheet: Sheet): Strokes {
  const known = new Set<string>();
  const drawn: { outlines: number[]; inner: number[] } = { outlines: [], inner: [] };
  for (const wanted of [1, 0]) {
    for (let from = 0; from < segments.length; from += SEGMENT) {
      if (segments[from + 4] !== wanted) continue;
      const x0 = Math.round(((segments[from] ?? 0) - sheet.left) * sheet.scale);
      const y0 = Math.round((sheet.top - (segments[from + 1] ?? 0)) * sheet.scale);
      const x1 = Math.round(((segments[from + 2] ?? 0) - sheet.left) * sheet.scale);
      const y1 = Math.round((sheet.top - (segments[from + 3] ?? 0)) * sheet.scale);
      if (x0 === x1 && y0 === y1) continue;
      const isTurned = x0 > x1 || (x0 === x1 && y0 > y1);
      const key = isTurned ? `${x1},${y1},${x0},${y0}` : `${x0},${y0},${x1},${y1}`;
      if (known.has(key)) continue;
      known.add(key);
      (wanted === 1 ? drawn.outlines : drawn.inner).push(x0, y0, x1, y1);
    }
  }
  return { outlines: joined(drawn.outlines), inner: joined(drawn.inner) };
}

/** Goes on from each end as straight as it can, until no segment is left there. */
function joined(segments: number[]): Stroke[] {
  const count = segments.length / 4;
  const atPoint = new Map<number, number[]>();
  const pointOf = (segment: number, end: 0 | 1) =>
    (segments[segment * 4 + end * 2] ?? 0) * 2 ** 26 + (segments[segment * 4 + end * 2 + 1] ?? 0);
  for (let segment = 0; segment < count; segment += 1) {
    for (const end of [0, 1] as const) {
      const point = pointOf(segment, end);
      const there = atPoint.get(point);
      if (there) there.push(segment);
      else atPoint.set(point, [segment]);
    }
  }
  const used = new Uint8Array(count);
  const goOn = (stroke: Stroke): void => {
    for (;;) {
      const x = stroke.at(-2) ?? 0;
      const y = stroke.at(-1) ?? 0;
      const alongX = x - (stroke.at(-4) ?? x);
      const alongY = y - (stroke.at(-3) ?? y);
      let best = -1;
      let straightest = LEAST_STRAIGHT;
      let [toX, toY] = [0, 0];
      for (const segment of atPoint.get(x * 2 ** 26 + y) ?? []) {
        if (used[segment] === 1) continue;
        const isFirst = segments[segment * 4] === x && segments[segment * 4 + 1] === y;
        const nextX = segments[segment * 4 + (isFirst ? 2 : 0)] ?? 0;
        const nextY = segments[segment * 4 + (isFirst ? 3 : 1)] ?? 0;
        const lengths = Math.hypot(alongX, alongY) * Math.hypot(nextX - x, nextY - y);
        const cosine = (alongX * (nextX - x) + alongY * (nextY - y)) / lengths;
        if (cosine > straightest) {
          straightest = cosine;
          best = segment;
          toX = nextX;
          toY = nextY;
        }
      }
      if (best < 0) return;
      used[best] = 1;
      stroke.push(toX, toY);
    }
  };
  const strokes: Stroke[] = [];
  for (let segment = 0; segment < count; segment += 1) {
    if (used[segment] === 1) continue;
    used[segment] = 1;
    const stroke = segments.slice(segment * 4, segment * 4 + 4);
    goOn(stroke);
    const back: Stroke = [];
    for (let at = stroke.length - 2; at >= 0; at -= 2) back.push(stroke[at] ?? 0, stroke[at + 1] ?? 0);
    goOn(back);
    strokes.push(simplified(back));
  }
  return strokes;
}

/** A line that would turn sharper than this begins anew. */
const LEAST_STRAIGHT = -0.99;

/** Tenths of a pixel that a line may stand aside from where it was. */
const ASIDE = 1.2;

/** Leaves out points as long as all that lie between two others are near the straight line between them (Douglas and Peucker). */
function simplified(stroke: Stroke): Stroke {
  const count = stroke.length / 2;
  if (count < 3) return stroke;
  const kept = new Uint8Array(count);
  kept[0] = 1;
  kept[count - 1] = 1;
  const open: [number, number][] = [[0, count - 1]];
  for (let stretch = open.pop(); stretch; stretch = open.pop()) {
    const [from, to] = stretch;
    const x0 = stroke[from * 2] ?? 0;
    const y0 = stroke[from * 2 + 1] ?? 0;
    const dx = (stroke[to * 2] ?? 0) - x0;
    const dy = (stroke[to * 2 + 1] ?? 0) - y0;
    const length = Math.hypot(dx, dy);
    let farthest = ASIDE;
    let at = -1;
    for (let point = from + 1; point < to; point += 1) {
      const px = (stroke[point * 2] ?? 0) - x0;
      const py = (stroke[point * 2 + 1] ?? 0) - y0;
      const aside = length === 0 ? Math.hypot(px, py) : Math.abs(px * dy - py * dx) / length;
      if (aside > farthest) {
        farthest = aside;
        at = point;
      }
    }
    if (at < 0) continue;
    kept[at] = 1;
    open.push([from, at], [at, to]);
  }
  return stroke.filter((_, index) => kept[index >> 1] === 1);
}

/** The `d` of an SVG path: steps from point to point, as short as they can be written. */
export function pathOf(strokes: readonly Stroke[]): string {
  let written = '';
  let lastX = 0;
  let lastY = 0;
  for (const stroke of strokes) {
    for (let at = 0; at < stroke.length; at += 2) {
      const x = stroke[at] ?? 0;
      const y = stroke[at + 1] ?? 0;
      const [dx, dy] = [x - lastX, y - lastY];
      // After an `m` further pairs are lines: no letter is needed.
      const letter = at === 0 ? 'm' : dx < 0 ? '' : ' ';
      written += `${letter}${dx}${dy < 0 ? '' : ' '}${dy}`;
      lastX = x;
      lastY = y;
    }
  }
  return written;
}
