import type { Outline } from '../modules/solids/shapes.ts';
import type { Bar } from './bars.ts';
import { extentOf } from './flatShape.ts';
import { inMillimetres, onTape } from './fractions.ts';
import { line, onPaper, PAPERS, type Paper, rectangle, text } from './svg.ts';
import type { ShopWords } from './words.ts';

/** Paper millimetres. */
export const MARGIN = 10;
const TITLE = 20;
const SECTION = 46;
/** Where the faces begin, beside the section. */
export const FACES_LEFT = MARGIN + SECTION;
/** Lowest line that may be drawn on above the title block. */
export const lowestOn = (paper: Paper): number => PAPERS[paper].height - MARGIN - TITLE - 6;

/** What stands in the block below a drawing. */
export interface Titled {
  design: string;
  name: string;
  id: string;
  stock: string;
  material: string;
  quantity: string;
}

/** The title block along the foot of a page. */
export function titleBlock(bar: Bar, titled: Titled, paper: Paper, page: string, words: ShopWords): string[] {
  const { width, height } = PAPERS[paper];
  const [top, wide] = [height - MARGIN - TITLE, width - 2 * MARGIN];
  const cells: [label: string, value: string, share: number][] = [
    [words.design, titled.design, 0.2],
    [words.part, titled.name, 0.27],
    [words.stock, titled.stock, 0.19],
    [words.length, `${inMillimetres(bar.length)} mm · ${onTape(bar.length)}`, 0.16],
    [words.quantity, titled.quantity, 0.07],
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
export function section(bar: Bar, words: ShopWords): string[] {
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
