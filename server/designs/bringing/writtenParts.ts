import type { List, Table, TableCell } from 'mdast';
import type { PartLine } from '../../../shared/designs/partLines.ts';
import { partsFromTable } from '../partsTable/fromTable.ts';
import { candidatesOf } from '../partsTable/headings.ts';
import { entryIdOf } from './assembly.ts';
import { PARTS_NAME } from './fileRoles.ts';
import { nodesIn, type Page, sectionsUnder, wordsOf } from './markdown.ts';
import { Occurrences } from './occurrences.ts';

/** Tables and lists of one page that are read. */
const MOST_BLOCKS = 20;

/**
 * The parts that a text lists: its tables under a heading that speaks of parts, or else its lists there (`4 × bolt`).
 * @param isAboutParts the whole text is; then every table counts.
 */
export function writtenParts(
  page: Page,
  isAboutParts: boolean,
  { known, today }: { known: readonly PartLine[]; today: string },
): PartLine[] {
  const blocks = isAboutParts ? page.root.children : sectionsUnder(page, PARTS_NAME);
  const isTable = (node: { type: string }): node is Table => node.type === 'table';
  const read = (csv: string) => partsFromTable(csv, { known, today }).lines;
  const ofTables = distinct(
    blocks
      .filter(isTable)
      .slice(0, MOST_BLOCKS)
      .map((table) => read(csvOf(table))),
  );
  if (ofTables.length > 0) return ofTables;
  const lists = blocks.filter((node): node is List => node.type === 'list').slice(0, MOST_BLOCKS);
  const rows = lists.flatMap(rowsOf);
  if (rows.length > 0) return read(['quantity,part', ...rows.map((cells) => cellsOf(cells))].join('\n'));
  if (isAboutParts) return [];
  const others = page.root.children.filter(isTable).slice(0, MOST_BLOCKS).filter(countsParts);
  return distinct(others.map((table) => read(csvOf(table))));
}

/** Entries that are counted; where most are, the others are there once. */
function rowsOf({ children }: List): string[][] {
  const entries = children.map((item) => wordsOf(item.children[0] ?? item));
  const counted = entries.map(countedIn);
  const isMostlyCounted = counted.filter((row) => row !== null).length * 2 >= entries.length;
  return entries.flatMap((words, index) => {
    const row =
      counted[index] ??
      (isMostlyCounted && words.length <= 100 && !/[.:]$/.test(words) ? ['1', words] : null);
    return row && row[1] !== '' ? [row] : [];
  });
}

/** Whether the headings of a table say that it names parts and how many, or what they cost. */
function countsParts(table: Table): boolean {
  const means = (table.children[0]?.children ?? []).map((cell) => candidatesOf(wordsOf(cell))[0]?.column);
  const has = (...columns: readonly string[]) =>
    means.some((each) => each !== undefined && columns.includes(each));
  const hasPrice = has('price', 'total');
  return has('quantity') ? has('part') || hasPrice : has('part') && hasPrice && has('link', 'supplier');
}

/** How many of what an entry of a list says; null where it names no number. */
function countedIn(words: string): string[] | null {
  const measured =
    /^(\d+(?:[.,]\d+)?|\d+\/\d+)\s*(mm|cm|m|g|kg|lb|ml|l|ft|in)\.?\s+(?:of\s+|de\s+)?(\p{L}.{1,150})$/iu.exec(
      words,
    );
  if (measured) return [`${measured[1]} ${measured[2]}`, measured[3] ?? ''];
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

/** The cells, and in a last column the address that a row leads to. */
function csvOf(table: Table): string {
  const width = Math.max(...table.children.map(({ children }) => children.length));
  const rows = table.children.map(({ children }, index) => {
    const cells = Array.from({ length: width }, (_, at) => wordsIn(children[at]));
    return [...cells, index === 0 ? 'URL' : (addressIn(children) ?? '')];
  });
  return rows.map((cells) => cellsOf(cells)).join('\n');
}

/** A word such as “here” leads somewhere and says nothing. */
const wordsIn = (cell: TableCell | undefined): string => {
  const words = cell ? wordsOf(cell) : '';
  return /^(\W*|link|here|buy|url|shop|store|amazon|ebay|aliexpress|aqu[ií]|hier|ici)$/i.test(words) &&
    cell &&
    addressIn([cell])
    ? ''
    : words;
};

const addressIn = (cells: readonly TableCell[]): string | undefined =>
  cells
    .flatMap((cell) => [...nodesIn(cell)])
    .flatMap((node) => (node.type === 'link' && /^https?:/.test(node.url) ? [node.url] : []))[0];

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
