import type { Bar } from './bars.ts';
import { barTable } from './barTable.ts';
import { ABOVE, BELOW, groupsOf, overall, strip, titleOf } from './faceStrip.ts';
import { FACES_LEFT, lowestOn, MARGIN, section, type Titled, titleBlock } from './paperBlocks.ts';
import { PAPERS, type Paper, rectangle, sheetOfPaper, text } from './svg.ts';
import type { ShopWords } from './words.ts';

/** Heights of a face on paper. */
const LEAST_FACE = 8;
const MOST_FACE = 30;

/**
 * Drawings of a bar with all that is drilled into it: its faces unrolled, every hole with its distance from the same end
 * in millimetres and inches, and a table of them.
 * @returns one or more pages, each an SVG at its paper's true size.
 */
export function barDrawing(bar: Bar, titled: Titled, paper: Paper, words: ShopWords): string[] {
  const scale = Math.min(1, (PAPERS[paper].width - MARGIN - FACES_LEFT) / bar.length);
  const groups = groupsOf(bar.faces);
  const pages: string[][] = [];
  let y = Infinity;
  for (const group of groups) {
    const high = Math.min(MOST_FACE, Math.max(LEAST_FACE, group.face.width * scale));
    if (y + ABOVE + high + BELOW > lowestOn(paper)) {
      y = MARGIN;
      pages.push(section(bar, words));
    }
    const acrossScale = high / group.face.width;
    pages.at(-1)?.push(...strip(group, { x: FACES_LEFT, y, scale, acrossScale, bar, words }));
    y += ABOVE + high + BELOW;
  }
  if (groups.length === 0) pages.push(undrilled(bar, scale, words));
  const titles = groups.map((group) => ({ title: titleOf(group, words), face: group.face }));
  const table = barTable(titles, paper, y, words);
  pages.at(-1)?.push(...table.here);
  pages.push(...table.further);
  return pages.map((drawn, n) => {
    const page = `${n + 1} / ${pages.length}`;
    return sheetOfPaper(paper, `${titled.name}, ${page}`, [
      ...drawn,
      ...titleBlock(bar, titled, paper, page, words),
    ]);
  });
}

/** A bar that is only cut to length. */
function undrilled(bar: Bar, scale: number, words: ShopWords): string[] {
  const [top, high, long] = [MARGIN + 28, 14, bar.length * scale];
  return [
    ...section(bar, words),
    text(FACES_LEFT, MARGIN + 20, words.noHoles, { size: 3.6 }),
    rectangle(FACES_LEFT, top, long, high),
    ...overall(FACES_LEFT, top + high + 5, long, bar.length),
  ];
}
