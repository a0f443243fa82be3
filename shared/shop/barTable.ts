import type { BarFace } from './bars.ts';
import { inMillimetres, onTape } from './fractions.ts';
import { line, PAPERS, type Paper, text } from './svg.ts';
import type { ShopWords } from './words.ts';

const MARGIN = 10;
const FOOT = 28;
const ROW = 5;
const COLUMNS = 3;
/** Where the cells of a column begin; paper millimetres. */
const CELLS = [0, 8, 24, 42, 56, 72];

interface Row {
  cells: readonly string[];
  heading: boolean;
}

function rowsOf({ title, face }: { title: string; face: BarFace }, words: ShopWords): Row[] {
  const both = (value: number) => [inMillimetres(value), onTape(value)] as const;
  const headings: Row[] = [
    { cells: [title], heading: true },
    { cells: ['', words.fromEnd, '', words.across, '', words.diameter], heading: true },
  ];
  const holes = face.holes.map(
    ({ along, across, diameter }, n): Row => ({
      cells: [String(n + 1), ...both(along), ...both(across), `${inMillimetres(diameter)}`],
      heading: false,
    }),
  );
  const recesses = face.recesses.map(({ from, to, low, high, depth }, n): Row => {
    const extent = (one: number, other: number) => `${inMillimetres(one)}–${inMillimetres(other)}`;
    const deep = `${words.depth} ${inMillimetres(depth)}`;
    return {
      cells: [String(face.holes.length + n + 1), extent(from, to), '', extent(low, high), '', deep],
      heading: false,
    };
  });
  return [...headings, ...holes, ...recesses];
}

/** Every hole of every face in a table. @returns what is drawn on each page; none where there is nothing to tell. */
export function barTable(
  faces: readonly { title: string; face: BarFace }[],
  paper: Paper,
  words: ShopWords,
): string[][] {
  const { width, height } = PAPERS[paper];
  const perColumn = Math.floor((height - 2 * MARGIN - FOOT) / ROW);
  const wide = (width - 2 * MARGIN) / COLUMNS;
  const rows = faces.flatMap((face) => rowsOf(face, words));
  const pages: string[][] = [];
  for (const [n, { cells, heading }] of rows.entries()) {
    const column = Math.floor(n / perColumn) % COLUMNS;
    if (n % (perColumn * COLUMNS) === 0) pages.push([]);
    const [x, y] = [MARGIN + column * wide, MARGIN + 5 + (n % perColumn) * ROW];
    const page = pages.at(-1);
    for (const [cell, cellWords] of cells.entries()) {
      if (cellWords !== '')
        page?.push(text(x + (CELLS[cell] ?? 0), y, cellWords, { size: 2.8, bold: heading }));
    }
    if (!heading) page?.push(line(x, y + 1.3, x + wide - 6, y + 1.3, 0.08));
  }
  return pages;
}
