import type { Outline } from '../modules/solids/shapes.ts';
import type { Bar, BarFace } from './bars.ts';
import { barTable } from './barTable.ts';
import { extentOf } from './flatShape.ts';
import { inMillimetres, onTape } from './fractions.ts';
import { escaped, line, onPaper, PAPERS, type Paper, rectangle, sheetOfPaper, text } from './svg.ts';
import type { ShopWords } from './words.ts';

/** What stands in the block below a drawing. */
export interface Titled {
  design: string;
  name: string;
  id: string;
  stock: string;
  material: string;
  quantity: number;
}

const MARGIN = 10;
const TITLE = 20;
const SECTION = 46;
/** Room above a face for its distances, below it for the whole length; paper millimetres. */
const ABOVE = 32;
const BELOW = 12;
const LEAST_FACE = 8;
const MOST_FACE = 30;
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

function groupsOf(faces: readonly BarFace[]): FaceGroup[] {
  const groups: FaceGroup[] = [];
  for (const face of faces) {
    const known = groups.find((group) => sameFace(group.face, face));
    if (known) known.names.push(face.name);
    else groups.push({ names: [face.name], face });
  }
  return groups;
}

const titleOf = ({ names }: FaceGroup, words: ShopWords): string =>
  `${names.length > 1 ? words.faces : words.face} ${names.join(', ')}`;

/** The title block along the foot of a page. */
function titleBlock(bar: Bar, titled: Titled, paper: Paper, page: string, words: ShopWords): string[] {
  const { width, height } = PAPERS[paper];
  const [top, wide] = [height - MARGIN - TITLE, width - 2 * MARGIN];
  const cells: [label: string, value: string, share: number][] = [
    [words.design, titled.design, 0.2],
    [words.part, titled.name, 0.27],
    [words.stock, titled.stock, 0.19],
    [words.length, `${inMillimetres(bar.length)} mm · ${onTape(bar.length)}`, 0.16],
    [words.quantity, String(titled.quantity), 0.07],
    [words.page, page, 0.11],
  ];
  const drawn = [rectangle(MARGIN, top, wide, TITLE)];
  let x = MARGIN;
  for (const [label, value, share] of cells) {
    if (x > MARGIN) drawn.push(line(x, top, x, top + TITLE));
    drawn.push(text(x + 2, top + 5, label, { size: 2.6 }));
    // Long names go on in a second and third line.
    for (const [n, part] of wrapped(value, Math.floor((share * wide - 4) / 1.75))
      .slice(0, 3)
      .entries()) {
      drawn.push(text(x + 2, top + 9.6 + n * 4, part, { bold: true, size: 3.2 }));
    }
    x += share * wide;
  }
  const note = `${words.allMillimetres} ${words.sameEnd}`;
  return [
    ...drawn,
    text(MARGIN, top - 2, note, { size: 2.8 }),
    text(width - MARGIN, top - 2, `${titled.id} · ${titled.material}`, { size: 2.8, anchor: 'end' }),
  ];
}

function wrapped(words: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const pathOf = (
  outline: Outline,
  place: (x: number, y: number) => [number, number],
  scale: number,
): string => {
  if (outline.kind === 'circle') {
    const [x, y] = place(...outline.middle);
    return `<circle cx="${onPaper(x)}" cy="${onPaper(y)}" r="${onPaper((outline.diameter / 2) * scale)}" fill="none" stroke="#000" stroke-width="0.35"/>`;
  }
  const points = outline.corners.map(([x, y]) => place(x, y).map(onPaper).join(','));
  return `<polygon points="${points.join(' ')}" fill="none" stroke="#000" stroke-width="0.35"/>`;
};

/** The section, seen from the bar's beginning, with the letters of its faces. */
function section(bar: Bar, words: ShopWords): string[] {
  const { width, height, middle } = extentOf(bar.section);
  const scale = 24 / Math.max(width, height);
  const [cx, cy] = [MARGIN + SECTION / 2 - 3, MARGIN + 30];
  // Seen against the bar's z: x looks to the left.
  const place = (x: number, y: number): [number, number] => [
    cx - (x - middle[0]) * scale,
    cy - (y - middle[1]) * scale,
  ];
  const drawn = [text(cx, MARGIN + 6, words.section, { anchor: 'middle', size: 3 })];
  for (const outline of [bar.section, ...bar.inside]) drawn.push(pathOf(outline, place, scale));
  for (const { name, edge } of bar.faces) {
    const [[ax, ay], [bx, by]] = edge;
    const length = Math.hypot(bx - ax, by - ay) || 1;
    const [nx, ny] = [(by - ay) / length, -(bx - ax) / length];
    const [x, y] = place((ax + bx) / 2 + (nx * 4) / scale, (ay + by) / 2 + (ny * 4) / scale);
    drawn.push(text(x, y + 1.2, name, { anchor: 'middle', bold: true, size: 3.6 }));
  }
  const size = width === height ? [width] : [width, height];
  const foot = cy + (height * scale) / 2 + 10;
  const measures =
    bar.section.kind === 'circle' ? `⌀ ${inMillimetres(width)}` : size.map(inMillimetres).join(' × ');
  drawn.push(text(cx, foot, `${measures} mm`, { anchor: 'middle', size: 3 }));
  drawn.push(text(cx, foot + 4, size.map(onTape).join(' × '), { anchor: 'middle', size: 3 }));
  return drawn;
}

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
function strip(group: FaceGroup, { x, y, scale, acrossScale, bar, words }: Strip): string[] {
  const { face } = group;
  const [top, high, long] = [y + ABOVE, face.width * acrossScale, bar.length * scale];
  const foot = top + high;
  const drawn = [
    text(x, y + 4, titleOf(group, words), { bold: true, size: 3.6 }),
    rectangle(x, top, long, high),
  ];
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
  drawn.push(text(x + 22, y + 4, facts.join(' · '), { size: 3 }));
  drawn.push(...overall(x, foot + 5, long, bar.length));
  return drawn;
}

/** The whole length, with its arrows. */
function overall(x: number, y: number, long: number, length: number): string[] {
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

/**
 * Drawings of a bar with all that is drilled into it: its faces unrolled, every hole with its distance from the same end
 * in millimetres and inches, and a table of them.
 * @returns one or more pages, each an SVG at its paper's true size.
 */
export function barDrawing(bar: Bar, titled: Titled, paper: Paper, words: ShopWords): string[] {
  const { width, height } = PAPERS[paper];
  const left = MARGIN + SECTION;
  const scale = Math.min(1, (width - MARGIN - left) / bar.length);
  const groups = groupsOf(bar.faces);
  const pages: string[][] = [];
  const room = height - MARGIN - TITLE - 6;
  let y = Infinity;
  for (const group of groups) {
    const wanted = Math.min(MOST_FACE, Math.max(LEAST_FACE, group.face.width * scale));
    const needs = ABOVE + wanted + BELOW;
    if (y + needs > room) {
      y = MARGIN;
      pages.push(section(bar, words));
    }
    const acrossScale = wanted / group.face.width;
    pages.at(-1)?.push(...strip(group, { x: left, y, scale, acrossScale, bar, words }));
    y += needs;
  }
  if (groups.length === 0) {
    const [high, extent] = [14, bar.length * scale];
    pages.push([
      ...section(bar, words),
      text(left, MARGIN + 20, words.noHoles, { size: 3.6 }),
      rectangle(left, MARGIN + 28, extent, high),
      ...overall(left, MARGIN + 28 + high + 5, extent, bar.length),
    ]);
  }
  pages.push(
    ...barTable(
      groups.map((group) => ({ title: titleOf(group, words), face: group.face })),
      paper,
      words,
    ),
  );
  return pages.map((drawn, n) =>
    sheetOfPaper(paper, `${titled.name} ${n + 1}/${pages.length}`, [
      ...drawn,
      ...titleBlock(bar, titled, paper, `${n + 1} / ${pages.length}`, words),
    ]),
  );
}
