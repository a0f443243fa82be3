import { folded } from '../../imports/readTable.ts';
import type { PartColumn } from './headings.ts';

/** Where a row stands: the index of the row that it goes into, and its name without what showed its depth. */
export interface Placed {
  parent: number | null;
  name: string;
}
interface NamedRow {
  row: number;
  cell: ReadonlyMap<PartColumn, string>;
}
type Remark = (row: number, sentence: string) => void;

/** White space, dashes, dots or box lines before a name. */
const INDENT = /^[\s\u00a0]*(?:(?:[-–—>•·*│├└─┬_]|\.(?=[.\s]))[\s\u00a0]*)*/;
const NUMBERING = /^\d+(?:\.\d+)*\.?$/;

/** How rows stand in each other: by a column of parents, of levels, of numbers like `1.2.3`, or by how names are indented. */
export function parentsOf(rows: readonly NamedRow[], remark: Remark): Placed[] {
  const raw = rows.map(({ cell }) => cell.get('part') ?? '');
  let names = raw.map((name) => name.trim());
  const texts = (column: PartColumn) => rows.map(({ cell }) => (cell.get(column) ?? '').trim());
  const [told, levels, numbers] = [texts('parent'), texts('level'), texts('number')];
  const isAny = (each: readonly string[]) => each.some((text) => text !== '');
  let parents: (number | null)[];
  if (isAny(told)) parents = byName(told, { ids: texts('id'), numbers, names }, rows, remark);
  else if (levels.some((text) => /^\d+$/.test(text)) && levels.every((text) => /^\d*$/.test(text)))
    parents = byDepth(levels.map((text) => (text === '' ? 0 : Number(text))));
  else if (isNumbered(levels)) parents = byNumbering(levels);
  else if (isNumbered(numbers)) parents = byNumbering(numbers);
  else {
    parents = byDepth(raw.map(depthOf));
    names = raw.map((name) => name.slice(INDENT.exec(name)?.[0].length ?? 0).trim() || name.trim());
  }
  return withoutCircles(parents, rows, remark).map((parent, index) => ({ parent, name: names[index] ?? '' }));
}

const isNumbered = (texts: readonly string[]): boolean =>
  texts.some((text) => /^\d+\.\d/.test(text)) && texts.every((text) => text === '' || NUMBERING.test(text));

/** Dots, dashes and box lines count each; of white space only what is before them. */
function depthOf(name: string): number {
  const indent = INDENT.exec(name)?.[0] ?? '';
  return [...indent.replaceAll('\t', '    ')].length;
}

/** Each stands in the nearest before it that stands less deep. */
function byDepth(depths: readonly number[]): (number | null)[] {
  const open: number[] = [];
  return depths.map((depth, index) => {
    while (open.length > 0 && (depths[open.at(-1) ?? 0] ?? 0) >= depth) open.pop();
    const parent = open.at(-1) ?? null;
    open.push(index);
    return parent;
  });
}

function byNumbering(numbers: readonly string[]): (number | null)[] {
  const plain = numbers.map((number) => number.replace(/\.$/, ''));
  const at = new Map<string, number>();
  plain.forEach((number, index) => {
    if (number !== '' && !at.has(number)) at.set(number, index);
  });
  const parents: (number | null)[] = [];
  for (const [index, number] of plain.entries()) {
    // A row without a number stands beside the one before it.
    parents.push(number === '' ? (parents.at(-1) ?? null) : parentOf(number, index));
  }
  return parents;

  function parentOf(number: string, index: number): number | null {
    for (let above = withoutLast(number); above !== ''; above = withoutLast(above)) {
      const found = at.get(above);
      if (found !== undefined && found !== index) return found;
    }
    return null;
  }
}

const withoutLast = (number: string): string => number.split('.').slice(0, -1).join('.');

/** By its id, its number, or its name: of several with one name the nearest before. */
function byName(
  told: readonly string[],
  known: Record<'ids' | 'numbers' | 'names', readonly string[]>,
  rows: readonly NamedRow[],
  remark: Remark,
): (number | null)[] {
  const first = (texts: readonly string[]) => {
    const found = new Map<string, number>();
    texts.forEach((text, index) => {
      const key = folded(text);
      if (key !== '' && !found.has(key)) found.set(key, index);
    });
    return found;
  };
  const [ids, numbers, names] = [first(known.ids), first(known.numbers), first(known.names)];
  const nearest = new Map<string, number>();
  return told.map((text, index) => {
    const key = folded(text);
    const parent = ids.get(key) ?? numbers.get(key) ?? nearest.get(key) ?? names.get(key);
    nearest.set(folded(known.names[index] ?? ''), index);
    if (key === '') return null;
    if (parent !== undefined && parent !== index) return parent;
    remark(
      rows[index]?.row ?? 1,
      `“${text.slice(0, 60)}”, which it goes into, is not in the table: it stands in the whole.`,
    );
    return null;
  });
}

/** Where rows stand in each other in a circle, the first of them is taken out. */
function withoutCircles(
  parents: (number | null)[],
  rows: readonly NamedRow[],
  remark: Remark,
): (number | null)[] {
  const free = new Set<number>();
  const result = [...parents];
  for (let start = 0; start < result.length; start++) {
    const path = new Set<number>();
    let at: number | null = start;
    while (at !== null && !free.has(at) && !path.has(at)) {
      path.add(at);
      at = result[at] ?? null;
    }
    if (at !== null && path.has(at)) {
      result[at] = null;
      remark(rows[at]?.row ?? 1, 'It stood in itself, by way of others: now it stands in the whole.');
    }
    for (const index of path) free.add(index);
  }
  return result;
}
