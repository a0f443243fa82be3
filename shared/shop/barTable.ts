import type { BarFace } from './bars.ts';
import { inMillimetres, onTape } from './fractions.ts';
import { lowestOn, MARGIN } from './paperBlocks.ts';
import { line, PAPERS, type Paper, text } from './svg.ts';
import type { ShopWords } from './words.ts';

const ROW = 5;
const COLUMNS = 3;
const GAP = 4;
const LEAST_ROWS = 8;
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

/**
 * Every hole of every face in a table, from that height on of the page that is under way.
 * @returns what is drawn on that page, and on each further one.
 */
export function barTable(
  faces: readonly { title: string; face: BarFace }[],
  paper: Paper,
  from: number,
  words: ShopWords,
): { here: string[]; further: string[][] } {
  const rows = faces.flatMap((face) => rowsOf(face, words));
  const room = Math.floor((lowestOn(paper) - from - GAP) / ROW);
  // A few lines alone at the foot of a page are more confusing than another page.
  const first = room >= LEAST_ROWS ? rows.slice(0, room * COLUMNS) : [];
  const perPage = Math.floor((lowestOn(paper) - MARGIN) / ROW);
  const further: string[][] = [];
  for (let at = first.length; at < rows.length; at += perPage * COLUMNS) {
    further.push(drawnRows(rows.slice(at, at + perPage * COLUMNS), MARGIN, perPage, paper));
  }
  return { here: drawnRows(first, from + GAP, room, paper), further };
}

function drawnRows(rows: readonly Row[], top: number, perColumn: number, paper: Paper): string[] {
  const wide = (PAPERS[paper].width - 2 * MARGIN) / COLUMNS;
  return rows.flatMap(({ cells, heading }, n) => {
    const x = MARGIN + Math.floor(n / perColumn) * wide;
    const y = top + 4 + (n % perColumn) * ROW;
    const drawn = cells.flatMap((words, cell) =>
      words === '' ? [] : [text(x + (CELLS[cell] ?? 0), y, words, { size: 2.8, bold: heading })],
    );
    return heading ? drawn : [...drawn, line(x, y + 1.3, x + wide - 6, y + 1.3, 0.08)];
  });
}
