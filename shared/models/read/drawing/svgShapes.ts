import { circle, ellipsePart } from './curves.ts';
import type { Point } from './drawing2d.ts';
import type { RawOutline } from './svgPath.ts';

/** x' = a x + c y + e, y' = b x + d y + f. */
export type Flat = readonly [number, number, number, number, number, number];

export type Attributes = Readonly<Record<string, string>>;

export const numberIn = (text: string | undefined, usual = 0): number => {
  const value = Number.parseFloat(text ?? '');
  return Number.isFinite(value) ? value : usual;
};

/** The lines of a basic shape (SVG 2, chapter 10); none for any other element. */
export function shapeLines(name: string, attributes: Attributes): RawOutline[] {
  const at = (key: string) => numberIn(attributes[key]);
  switch (name) {
    case 'line':
      return polygon(
        [
          [at('x1'), at('y1')],
          [at('x2'), at('y2')],
        ],
        false,
      );
    case 'polyline':
    case 'polygon':
      return polygon(pairsIn(attributes.points ?? ''), name === 'polygon');
    case 'rect':
      return rectangle(at('x'), at('y'), at('width'), at('height'), attributes);
    case 'circle':
      return at('r') > 0 ? [bare(circle('', [at('cx'), at('cy')], at('r')))] : [];
    case 'ellipse': {
      if (!(at('rx') > 0 && at('ry') > 0)) return [];
      const whole = ellipsePart([at('cx'), at('cy')], [at('rx'), 0], [0, at('ry')], 0, 2 * Math.PI);
      return [{ ...whole, closed: true }];
    }
    default:
      return [];
  }
}

const bare = ({ start, segments, closed }: ReturnType<typeof circle>): RawOutline => ({
  start,
  segments: [...segments],
  closed,
});

function polygon([start, ...rest]: readonly Point[], closed: boolean): RawOutline[] {
  return start && rest.length > 0
    ? [{ start, segments: rest.map((to) => ({ kind: 'line', to })), closed }]
    : [];
}

function rectangle(
  x: number,
  y: number,
  width: number,
  height: number,
  attributes: Attributes,
): RawOutline[] {
  if (!(width > 0 && height > 0)) return [];
  const [wantedX, wantedY] = [attributes.rx ?? attributes.ry, attributes.ry ?? attributes.rx];
  const rx = Math.min(Math.max(0, numberIn(wantedX)), width / 2);
  const ry = Math.min(Math.max(0, numberIn(wantedY)), height / 2);
  const [right, bottom] = [x + width, y + height];
  if (rx === 0 || ry === 0)
    return polygon(
      [
        [x, y],
        [right, y],
        [right, bottom],
        [x, bottom],
      ],
      true,
    );
  const corner = (cx: number, cy: number, quarter: number) =>
    ellipsePart([cx, cy], [rx, 0], [0, ry], (quarter * Math.PI) / 2, Math.PI / 2);
  const corners = [
    corner(right - rx, y + ry, 3),
    corner(right - rx, bottom - ry, 0),
    corner(x + rx, bottom - ry, 1),
    corner(x + rx, y + ry, 2),
  ];
  const [first] = corners;
  return first
    ? [
        {
          start: first.start,
          segments: corners.flatMap(({ start, segments }) => [
            { kind: 'line' as const, to: start },
            ...segments,
          ]),
          closed: true,
        },
      ]
    : [];
}

function pairsIn(text: string): Point[] {
  const numbers = (text.match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/g) ?? []).map(Number);
  const points: Point[] = [];
  for (let at = 0; at + 1 < numbers.length; at += 2) points.push([numbers[at] ?? 0, numbers[at + 1] ?? 0]);
  return points;
}

/** A list of `translate(…) rotate(…)`: what is written last happens first. */
export function transformFrom(text: string): Flat {
  let all: Flat = [1, 0, 0, 1, 0, 0];
  for (const [, name = '', inner = ''] of text.slice(0, 5000).matchAll(/(\w+)\s*\(([^()]*)\)/g)) {
    const values = inner
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    if (values.some((value) => !Number.isFinite(value))) continue;
    for (const step of stepsOf(name, values)) {
      const [a, b, c, d, e, f] = all;
      const [p, q, r, s, t, u] = step;
      all = [
        a * p + c * q,
        b * p + d * q,
        a * r + c * s,
        b * r + d * s,
        a * t + c * u + e,
        b * t + d * u + f,
      ];
    }
  }
  return all;
}

function stepsOf(name: string, values: readonly number[]): Flat[] {
  const [a = 0, b, c, d = 0, e = 0, f = 0] = values;
  const shift = (x: number, y: number): Flat => [1, 0, 0, 1, x, y];
  const angle = (a * Math.PI) / 180;
  switch (name) {
    case 'matrix':
      return values.length === 6 ? [[a, b ?? 0, c ?? 0, d, e, f]] : [];
    case 'translate':
      return [shift(a, b ?? 0)];
    case 'scale':
      return [[a, 0, 0, b ?? a, 0, 0]];
    case 'rotate': {
      const turn: Flat = [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0];
      return b !== undefined && c !== undefined ? [shift(b, c), turn, shift(-b, -c)] : [turn];
    }
    case 'skewX':
      return [[1, 0, Math.tan(angle), 1, 0, 0]];
    case 'skewY':
      return [[1, Math.tan(angle), 0, 1, 0, 0]];
    default:
      return [];
  }
}
