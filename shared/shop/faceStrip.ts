import type { Bar, BarFace } from './bars.ts';
import { inMillimetres, onTape } from './fractions.ts';
import { line, onPaper, rectangle, text } from './svg.ts';
import type { ShopWords } from './words.ts';

/** Room above a face for its distances, below it for the whole length; paper millimetres. */
export const ABOVE = 40;
export const BELOW = 14;
/** Paper between two distances that can be read beside each other. */
const LEAST_GAP = 4;

/** Faces that are drilled alike are drawn once. */
export interface FaceGroup {
  names: string[];
  face: BarFace;
}

const sameFace = (one: BarFace, other: BarFace): boolean =>
  JSON.stringify([round(one.width), one.holes.map(holeKey), one.recesses]) ===
  JSON.stringify([round(other.width), other.holes.map(holeKey), other.recesses]);
const round = (value: number): number => Math.round(value * 100) / 100;
const holeKey = ({ along, across, diameter }: BarFace['holes'][number]) =>
  [along, across, diameter].map(round);

export function groupsOf(faces: readonly BarFace[]): FaceGroup[] {
  const groups: FaceGroup[] = [];
  for (const face of faces) {
    const known = groups.find((group) => sameFace(group.face, face));
    if (known) known.names.push(face.name);
    else groups.push({ names: [face.name], face });
  }
  return groups;
}

export const titleOf = ({ names }: FaceGroup, words: ShopWords): string =>
  `${names.length > 1 ? words.faces : words.face} ${names.join(', ')}`;

/** Places along a bar that get their distance: as many as have room, the last always. */
function readable(places: readonly number[], scale: number): { told: number[]; all: boolean } {
  const told: number[] = [];
  const last = places.at(-1);
  for (const place of places) {
    const before = told.at(-1);
    const room = before === undefined || (place - before) * scale >= LEAST_GAP;
    const roomToLast = last === undefined || place === last || (last - place) * scale >= LEAST_GAP;
    if (room && roomToLast) told.push(place);
  }
  return { told, all: told.length === places.length };
}

interface Strip {
  x: number;
  y: number;
  /** Paper millimetres for one of the bar's, along and across. */
  scale: number;
  acrossScale: number;
  bar: Bar;
  words: ShopWords;
}

/** One face at a scale, each hole with its distance from the bar's beginning. */
export function strip(group: FaceGroup, { x, y, scale, acrossScale, bar, words }: Strip): string[] {
  const { face } = group;
  const [top, high, long] = [y + ABOVE, face.width * acrossScale, bar.length * scale];
  const foot = top + high;
  const drawn = [rectangle(x, top, long, high)];
  for (const { along, across, diameter } of face.holes) {
    const [cx, cy] = [x + along * scale, foot - across * acrossScale];
    drawn.push(
      `<ellipse cx="${onPaper(cx)}" cy="${onPaper(cy)}" rx="${onPaper((diameter / 2) * scale)}" ry="${onPaper((diameter / 2) * acrossScale)}" fill="none" stroke="#000" stroke-width="0.25"/>`,
      line(cx, cy - 0.8, cx, cy + 0.8, 0.12),
      line(cx - 0.8, cy, cx + 0.8, cy, 0.12),
    );
  }
  for (const { from, to, low, high: up } of face.recesses) {
    drawn.push(
      rectangle(
        x + from * scale,
        foot - up * acrossScale,
        (to - from) * scale,
        (up - low) * acrossScale,
        0.25,
      ),
    );
  }
  const places = [
    ...new Set([
      ...face.holes.map(({ along }) => round(along)),
      ...face.recesses.flatMap(({ from, to }) => [round(from), round(to)]),
    ]),
  ];
  places.sort((one, other) => one - other);
  const { told, all } = readable(places, scale);
  for (const place of told) {
    const at = x + place * scale;
    drawn.push(line(at, top - 5, at, top, 0.12));
    drawn.push(
      text(at + 1, top - 6, `${inMillimetres(place)} | ${onTape(place)}`, { size: 2.7, upwards: true }),
    );
  }
  const diameters = [...new Set(face.holes.map(({ diameter }) => round(diameter)))];
  const facts = diameters.map((diameter) => {
    const holes = face.holes.filter((hole) => round(hole.diameter) === diameter);
    const acrosses = [...new Set(holes.map(({ across }) => round(across)))];
    const where =
      acrosses.length === 1
        ? `, ${words.across} ${acrosses.map((each) => `${inMillimetres(each)} (${onTape(each)})`)}`
        : '';
    return `${holes.length} × ⌀ ${inMillimetres(diameter)} (${onTape(diameter)})${where}`;
  });
  if (!all) facts.push(words.seeTable);
  if (acrossScale !== scale) facts.push(words.notToScale);
  const recesses = face.recesses.map(
    ({ from, to, low, high: up, depth }) =>
      `${words.recess} ${inMillimetres(to - from)} × ${inMillimetres(up - low)}, ${inMillimetres(depth)} ${words.depth}`,
  );
  drawn.push(
    text(x, y + 4, titleOf(group, words), { bold: true, size: 3.6 }),
    text(x, y + 8.5, [...recesses, ...facts].join(' · '), { size: 3 }),
  );
  drawn.push(...overall(x, foot + 5, long, bar.length));
  return drawn;
}

/** The whole length, with its arrows. */
export function overall(x: number, y: number, long: number, length: number): string[] {
  return [
    line(x, y - 4, x, y + 1.5, 0.12),
    line(x + long, y - 4, x + long, y + 1.5, 0.12),
    line(x, y, x + long, y),
    `<path d="M${onPaper(x)} ${onPaper(y)}l2.4 -0.7v1.4zM${onPaper(x + long)} ${onPaper(y)}l-2.4 -0.7v1.4z"/>`,
    text(x + long / 2, y + 4, `${inMillimetres(length)} mm | ${onTape(length)}`, {
      anchor: 'middle',
      size: 3,
    }),
  ];
}
