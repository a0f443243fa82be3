import type { Heading, List, RootContent, Table } from 'mdast';
import type { PartLine } from '../../../shared/designs/partLines.ts';
import { partsFromTable } from '../partsTable/fromTable.ts';
import { entryIdOf } from './assembly.ts';
import { PARTS_NAME } from './fileRoles.ts';
import { type Page, wordsOf } from './markdown.ts';
import { Occurrences } from './occurrences.ts';

/** Tables and lists of one page that are read. */
const MOST_BLOCKS = 20;

/**
 * The parts that a text lists: its tables under a heading that speaks of parts, or else its lists there (`4 × bolt`).
 * @param isAboutParts the whole text is; then every table counts.
 */
export function writtenParts(
  { root }: Page,
  isAboutParts: boolean,
  { known, today }: { known: readonly PartLine[]; today: string },
): PartLine[] {
  const blocks = isAboutParts ? root.children : underParts(root.children);
  const tables = blocks.filter((node): node is Table => node.type === 'table').slice(0, MOST_BLOCKS);
  const read = (csv: string) => partsFromTable(csv, { known, today }).lines;
  const ofTables = distinct(tables.map((table) => read(csvOf(table))));
  if (ofTables.length > 0) return ofTables;
  const lists = blocks.filter((node): node is List => node.type === 'list').slice(0, MOST_BLOCKS);
  const rows = lists
    .flatMap(({ children }) => children.map((item) => countedIn(wordsOf(item))))
    .filter((row) => row !== null);
  return rows.length === 0 ? [] : read(['quantity,part', ...rows.map((cells) => cellsOf(cells))].join('\n'));
}

/** What stands below headings that speak of parts, also below the smaller headings there. */
function underParts(blocks: readonly RootContent[]): RootContent[] {
  let within: Heading | null = null;
  return blocks.filter((node) => {
    if (node.type !== 'heading') return within !== null;
    if (within !== null && node.depth > within.depth) return false;
    within = PARTS_NAME.test(wordsOf(node)) ? node : null;
    return false;
  });
}

/** How many of what an entry of a list says; null where it names no number. */
function countedIn(words: string): string[] | null {
  const before = /^(\d{1,4})\s*(?:[x×*]|pcs?\.?|pieces?|piezas?|stk\.?|stück)?\s+(\p{L}.{1,150})$/iu.exec(
    words,
  );
  if (before) return [before[1] ?? '', before[2] ?? ''];
  const after =
    /^(.{2,150}?)\s*[-–—:(,]?\s*(?:[x×]\s*(\d{1,4})|(\d{1,4})\s*(?:[x×]|pcs?\.?|pieces?|piezas?|stk\.?|stück))\)?$/iu.exec(
      words,
    );
  return after ? [after[2] ?? after[3] ?? '', after[1] ?? ''] : null;
}

const csvOf = (table: Table): string =>
  table.children.map((row) => cellsOf(row.children.map((cell) => wordsOf(cell)))).join('\n');

const cellsOf = (cells: readonly string[]): string =>
  cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');

/** Two tables may name the same part: it is needed in both places. */
function distinct(tables: readonly PartLine[][]): PartLine[] {
  const seen = new Occurrences();
  return tables.flatMap((lines) => {
    const ids = new Map(
      lines.map(({ id }) => {
        const again = seen.next(id);
        return [id, again === 0 ? id : entryIdOf('again', id, again)];
      }),
    );
    return lines.map((line) => ({
      ...line,
      id: ids.get(line.id) ?? line.id,
      parent: line.parent === null ? null : (ids.get(line.parent) ?? null),
    }));
  });
}
