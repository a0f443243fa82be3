import { Growing } from './growing.ts';
import { COVER, EDGE, type Scene } from './scene.ts';
import { type Tiles, within } from './tiles.ts';

/** Numbers of a segment that shows: x and y of both ends, and 1 for an outline. */
export const SEGMENT = 5;

interface Tolerances {
  /** Millimetres by which something must be nearer to hide an edge: what merely touches does not. */
  skin: number;
  /** Millimetres below which a remainder of an edge is not worth a line. */
  speck: number;
}

/** What remains of each edge where nothing nearer covers it: exact, each edge cut by each triangle on its way. */
export function visibleSegments(scene: Scene, tiles: Tiles, { skin, speck }: Tolerances): Float64Array {
  const { edges, covers } = scene;
  const segments = new Growing();
  const asked = new Int32Array(covers.length / COVER).fill(-1);
  const hidden = new Stretches();
  const count = edges.length / EDGE;
  for (let edge = 0; edge < count; edge += 1) {
    const from = edge * EDGE;
    const x0 = edges[from] ?? 0;
    const y0 = edges[from + 1] ?? 0;
    const x1 = edges[from + 3] ?? 0;
    const y1 = edges[from + 4] ?? 0;
    const length = Math.hypot(x1 - x0, y1 - y0);
    if (length === 0) continue;
    hidden.clear();
    hide(scene, tiles, edge, asked, hidden, skin);
    let begin = 0;
    for (let at = 0; at <= hidden.count; at += 1) {
      const end = at < hidden.count ? (hidden.begins[at] ?? 1) : 1;
      const isWhole = begin === 0 && end === 1;
      if (isWhole || (end - begin) * length > speck) {
        const to = segments.more(SEGMENT);
        const { numbers } = segments;
        numbers[to] = x0 + (x1 - x0) * begin;
        numbers[to + 1] = y0 + (y1 - y0) * begin;
        numbers[to + 2] = x0 + (x1 - x0) * end;
        numbers[to + 3] = y0 + (y1 - y0) * end;
        numbers[to + 4] = edges[from + 8] ?? 0;
      }
      begin = hidden.ends[at] ?? 1;
    }
  }
  return segments.numbers.subarray(0, segments.length);
}

/** Goes through the squares on an edge's way, row by row, until nothing of it is left. */
function hide(
  { edges, covers, left, bottom }: Scene,
  { columns, rows, side, starts, covers: listed }: Tiles,
  edge: number,
  asked: Int32Array,
  hidden: Stretches,
  skin: number,
): void {
  const from = edge * EDGE;
  const x0 = edges[from] ?? 0;
  const y0 = edges[from + 1] ?? 0;
  const z0 = edges[from + 2] ?? 0;
  const x1 = edges[from + 3] ?? 0;
  const y1 = edges[from + 4] ?? 0;
  const z1 = edges[from + 5] ?? 0;
  const own = edges[from + 6] ?? -1;
  const other = edges[from + 7] ?? -1;
  const farthest = Math.min(z0, z1) + skin;
  const firstRow = within(Math.floor((Math.min(y0, y1) - bottom) / side), rows);
  const lastRow = within(Math.floor((Math.max(y0, y1) - bottom) / side), rows);
  for (let row = firstRow; row <= lastRow; row += 1) {
    const floor = Math.max(bottom + row * side, Math.min(y0, y1));
    const ceiling = Math.min(bottom + (row + 1) * side, Math.max(y0, y1));
    const isLevel = y0 === y1;
    const slope = isLevel ? 0 : (x1 - x0) / (y1 - y0);
    const one = isLevel ? x0 : x0 + (floor - y0) * slope;
    const two = isLevel ? x1 : x0 + (ceiling - y0) * slope;
    const lastColumn = within(Math.floor((Math.max(one, two) - left) / side), columns);
    for (
      let column = within(Math.floor((Math.min(one, two) - left) / side), columns);
      column <= lastColumn;
      column += 1
    ) {
      const tile = row * columns + column;
      const end = starts[tile + 1] ?? 0;
      for (let at = starts[tile] ?? 0; at < end; at += 1) {
        const cover = listed[at] ?? 0;
        if (asked[cover] === edge) continue;
        asked[cover] = edge;
        if (cover === own || cover === other) continue;
        const c = cover * COVER;
        if ((covers[c + 9] ?? 0) < farthest) continue;
        // Of the edge, as t goes from 0 to 1: where the cover is nearer by the skin, and where it is inside each side.
        const alongX = covers[c + 6] ?? 0;
        const alongY = covers[c + 7] ?? 0;
        const base = covers[c + 8] ?? 0;
        const near0 = alongX * x0 + alongY * y0 + base - z0 - skin;
        const near1 = alongX * x1 + alongY * y1 + base - z1 - skin;
        if (near0 <= 0 && near1 <= 0) continue;
        let begin = 0;
        let finish = 1;
        if (near0 < 0) begin = near0 / (near0 - near1);
        else if (near1 < 0) finish = near0 / (near0 - near1);
        for (let corner = 0; corner < 6 && begin < finish; corner += 2) {
          const ax = covers[c + corner] ?? 0;
          const ay = covers[c + corner + 1] ?? 0;
          const next = corner === 4 ? 0 : corner + 2;
          const dx = (covers[c + next] ?? 0) - ax;
          const dy = (covers[c + next + 1] ?? 0) - ay;
          // An edge right behind the line where two covers meet is behind both.
          const seam = skin * SEAM * (Math.abs(dx) + Math.abs(dy));
          const in0 = dx * (y0 - ay) - dy * (x0 - ax) + seam;
          const in1 = dx * (y1 - ay) - dy * (x1 - ax) + seam;
          if (in0 <= 0 && in1 <= 0) finish = begin;
          else if (in0 < 0) begin = Math.max(begin, in0 / (in0 - in1));
          else if (in1 < 0) finish = Math.min(finish, in0 / (in0 - in1));
        }
        if (begin < finish && hidden.add(begin, finish)) return;
      }
    }
  }
}

/** Stretches of an edge, in order and apart from each other. */
class Stretches {
  begins = new Float64Array(64);
  ends = new Float64Array(64);
  count = 0;

  clear(): void {
    this.count = 0;
  }

  /** Joins one to those that it touches. @returns whether the whole edge is taken. */
  add(begin: number, end: number): boolean {
    const { count } = this;
    let first = 0;
    while (first < count && (this.ends[first] ?? 0) < begin - JOINT) first += 1;
    let last = first;
    while (last < count && (this.begins[last] ?? 0) <= end + JOINT) last += 1;
    if (last > first) {
      begin = Math.min(begin, this.begins[first] ?? begin);
      end = Math.max(end, this.ends[last - 1] ?? end);
    } else if (count === this.begins.length) this.grow();
    const { begins, ends } = this;
    begins.copyWithin(first + 1, last, count);
    ends.copyWithin(first + 1, last, count);
    begins[first] = begin;
    ends[first] = end;
    this.count = count - (last - first) + 1;
    return this.count === 1 && begin <= JOINT && end >= 1 - JOINT;
  }

  private grow(): void {
    const { begins, ends } = this;
    this.begins = new Float64Array(begins.length * 2);
    this.ends = new Float64Array(ends.length * 2);
    this.begins.set(begins);
    this.ends.set(ends);
  }
}

/** Part of the skin by which a cover is wider than it is. */
const SEAM = 1e-3;

/** Two covers that meet leave no gap wider than this, of the edge's length. */
const JOINT = 1e-6;
