import { ellipsePart } from './curves.ts';
import type { Point, Segment } from './drawing2d.ts';

/** Lines of a path as SVG counts: y downwards. */
export interface RawOutline {
  start: Point;
  segments: Segment[];
  closed: boolean;
}

const TOKEN = /([a-df-zA-DF-Z])|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)/g;
const COUNTS: Readonly<Record<string, number>> = {
  M: 2,
  L: 2,
  H: 1,
  V: 1,
  C: 6,
  S: 4,
  Q: 4,
  T: 2,
  A: 7,
  Z: 0,
};

/** The lines of a `d` (SVG 2, chapter 9); what follows an error in it is not drawn, as the standard wants it. */
export function pathLines(d: string): RawOutline[] {
  const outlines: RawOutline[] = [];
  let outline: RawOutline | null = null;
  let at: Point = [0, 0];
  let start: Point = [0, 0];
  /** The arm behind the last curve, which `S` and `T` mirror. */
  let arm: Point | null = null;
  let before = '';
  const draw = (segment: Segment) => {
    outline ??= begun(at);
    outline.segments.push(segment);
    at = segment.to;
  };
  const begun = (from: Point): RawOutline => {
    const next: RawOutline = { start: from, segments: [], closed: false };
    outlines.push(next);
    return next;
  };
  const step = (letter: string, values: readonly number[]): void => {
    const command = letter.toUpperCase();
    const [dx, dy] = letter === command ? [0, 0] : at;
    const point = (index: number): Point => [(values[index] ?? 0) + dx, (values[index + 1] ?? 0) + dy];
    const mirrored = (kinds: string): Point =>
      arm && kinds.includes(before) ? [2 * at[0] - arm[0], 2 * at[1] - arm[1]] : at;
    let next: Point | null = null;
    if (command === 'M') {
      at = point(0);
      start = at;
      outline = null;
    } else if (command === 'Z') {
      if (outline) outline.closed = true;
      outline = null;
      at = start;
    } else if (command === 'L') draw({ kind: 'line', to: point(0) });
    else if (command === 'H') draw({ kind: 'line', to: [(values[0] ?? 0) + dx, at[1]] });
    else if (command === 'V') draw({ kind: 'line', to: [at[0], (values[0] ?? 0) + dy] });
    else if (command === 'C' || command === 'S') {
      const one = command === 'C' ? point(0) : mirrored('CS');
      const from = command === 'C' ? 2 : 0;
      next = point(from);
      draw({ kind: 'cubic', one, other: next, to: point(from + 2) });
    } else if (command === 'Q' || command === 'T') {
      next = command === 'Q' ? point(0) : mirrored('QT');
      draw(quadratic(at, next, point(command === 'Q' ? 2 : 0)));
    } else if (command === 'A') for (const segment of arcSegments(at, values, point(5))) draw(segment);
    arm = next;
    before = command;
  };
  let letter = '';
  let values: number[] = [];
  for (const [, command, number] of d.matchAll(TOKEN)) {
    if (command !== undefined) {
      letter = command;
      values = [];
      if (COUNTS[letter.toUpperCase()] === undefined) break;
      if (letter.toUpperCase() === 'Z') step(letter, []);
    } else if (number !== undefined) {
      if (letter === '' || letter.toUpperCase() === 'Z') break;
      const isFlag = letter.toUpperCase() === 'A' && (values.length === 3 || values.length === 4);
      // Flags of arcs may stand together: `a1 1 0 01 5 5`.
      if (isFlag && /^[01]\d/.test(number)) {
        for (const digit of flagsIn(number, values.length)) values.push(digit);
      } else values.push(Number(number));
      if (values.length < (COUNTS[letter.toUpperCase()] ?? 0)) continue;
      step(letter, values);
      values = [];
      // More pairs behind a move are lines.
      if (letter === 'M') letter = 'L';
      else if (letter === 'm') letter = 'l';
    }
  }
  return outlines.filter(({ segments }) => segments.length > 0);
}

function flagsIn(number: string, found: number): number[] {
  const flags = [Number(number[0])];
  let rest = number.slice(1);
  if (found === 3 && /^[01]/.test(rest)) {
    flags.push(Number(rest[0]));
    rest = rest.slice(1);
  }
  return rest === '' ? flags : [...flags, Number(rest)];
}

const quadratic = ([x, y]: Point, [u, v]: Point, to: Point): Segment => ({
  kind: 'cubic',
  one: [x + (2 / 3) * (u - x), y + (2 / 3) * (v - y)],
  other: [to[0] + (2 / 3) * (u - to[0]), to[1] + (2 / 3) * (v - to[1])],
  to,
});

/** An elliptical arc by its end points (SVG 2, appendix B.2.4: from end points to centre). */
function arcSegments([x, y]: Point, values: readonly number[], to: Point): Segment[] {
  const [first = 0, second = 0, degrees = 0, large = 0, sweep = 0] = values;
  let [rx, ry] = [Math.abs(first), Math.abs(second)];
  if (rx === 0 || ry === 0) return [{ kind: 'line', to }];
  if (x === to[0] && y === to[1]) return [];
  const turn = (degrees * Math.PI) / 180;
  const [cosine, sine] = [Math.cos(turn), Math.sin(turn)];
  const [hx, hy] = [(x - to[0]) / 2, (y - to[1]) / 2];
  const [px, py] = [cosine * hx + sine * hy, -sine * hx + cosine * hy];
  const tooFar = (px / rx) ** 2 + (py / ry) ** 2;
  if (tooFar > 1) [rx, ry] = [rx * Math.sqrt(tooFar), ry * Math.sqrt(tooFar)];
  const share = (rx * ry) ** 2 / ((rx * py) ** 2 + (ry * px) ** 2) - 1;
  const size = (large === sweep ? -1 : 1) * Math.sqrt(Math.max(0, share));
  const [qx, qy] = [(size * rx * py) / ry, (-size * ry * px) / rx];
  const centre: Point = [
    cosine * qx - sine * qy + (x + to[0]) / 2,
    sine * qx + cosine * qy + (y + to[1]) / 2,
  ];
  const start = Math.atan2((py - qy) / ry, (px - qx) / rx);
  let angle = Math.atan2((-py - qy) / ry, (-px - qx) / rx) - start;
  if (sweep === 1 && angle < 0) angle += 2 * Math.PI;
  if (sweep === 0 && angle > 0) angle -= 2 * Math.PI;
  const major: Point = [rx * cosine, rx * sine];
  const minor: Point = [-ry * sine, ry * cosine];
  return ellipsePart(centre, major, minor, start, angle).segments;
}
