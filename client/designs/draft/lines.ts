import type { ContentChange } from '../../../shared/designs/changes.ts';
import type { DraftContent } from '../../../shared/designs/content.ts';
import { emptyLine, type PartLine } from '../../../shared/designs/partLines.ts';
import { addition, placing } from './entries.ts';

/** A line where it is drawn: what stands in it comes right below it. */
export interface LineRow {
  line: PartLine;
  /** 0: in the whole. */
  level: number;
  /** As in a book: `2.1.3`. */
  number: string;
  /** Lines that stand in it, at any level. */
  below: number;
}

/** The lists of children by their parent; what names a parent that is not here stands in the whole. */
function childrenOf(parts: readonly PartLine[]): Map<string | null, PartLine[]> {
  const known = new Set(parts.map(({ id }) => id));
  const children = new Map<string | null, PartLine[]>();
  for (const line of parts) {
    const parent = line.parent !== null && known.has(line.parent) ? line.parent : null;
    const siblings = children.get(parent);
    if (siblings) siblings.push(line);
    else children.set(parent, [line]);
  }
  return children;
}

/** All lines in the order in which they are read. Lines that contain each other in a circle stand in the whole. */
export function rowsOf(parts: readonly PartLine[]): LineRow[] {
  const children = childrenOf(parts);
  const rows: LineRow[] = [];
  const drawn = new Set<string>();
  const walk = (lines: readonly PartLine[], level: number, before: string): number => {
    let count = 0;
    for (const line of lines) {
      if (drawn.has(line.id)) continue;
      drawn.add(line.id);
      count += 1;
      const row = { line, level, number: `${before}${count}`, below: 0 };
      const place = rows.push(row);
      walk(children.get(line.id) ?? [], level + 1, `${row.number}.`);
      row.below = rows.length - place;
    }
    return count;
  };
  const top = walk(children.get(null) ?? [], 0, '');
  const lost = parts.filter(({ id }) => !drawn.has(id));
  lost.forEach((line, index) => {
    rows.push({ line: { ...line, parent: null }, level: 0, number: String(top + index + 1), below: 0 });
  });
  return rows;
}

interface Place {
  row: LineRow;
  siblings: LineRow[];
  /** Among its siblings. */
  index: number;
  rows: LineRow[];
}

function placeOf(content: DraftContent, id: string): Place | null {
  const rows = rowsOf(content.parts);
  const row = rows.find(({ line }) => line.id === id);
  if (!row) return null;
  const siblings = rows.filter(({ line, level }) => level === row.level && line.parent === row.line.parent);
  return { row, siblings, index: siblings.indexOf(row), rows };
}

const parentSet = ({ line }: LineRow, to: string | null): ContentChange => ({
  kind: 'set',
  at: ['parts', line.id, 'parent'],
  from: line.parent,
  to,
});

/** The last line of a row's own: the row itself where nothing stands in it. */
const lastBelow = (rows: readonly LineRow[], row: LineRow): string =>
  rows[rows.indexOf(row) + row.below]?.line.id ?? row.line.id;

/** What can be done with a line as a whole; each answers with nothing where it cannot be. */
export const lineActs = {
  /** Into the line above it. */
  indent(content: DraftContent, id: string): ContentChange[] {
    const place = placeOf(content, id);
    const into = place?.siblings[place.index - 1];
    if (!place || !into) return [];
    const last = lastBelow(place.rows, into);
    return [parentSet(place.row, into.line.id), ...placing(content, 'parts', id, last)];
  },
  /** Out of the line that it stands in, right behind it. */
  outdent(content: DraftContent, id: string): ContentChange[] {
    const place = placeOf(content, id);
    const parent = place?.rows.find(({ line }) => line.id === place.row.line.parent);
    if (!place || !parent) return [];
    const last = lastBelow(place.rows, parent);
    const behind = last === id || isWithin(place, last) ? null : last;
    return [
      parentSet(place.row, parent.line.parent),
      ...(behind === null ? [] : placing(content, 'parts', id, behind)),
    ];
  },
  up(content: DraftContent, id: string): ContentChange[] {
    const place = placeOf(content, id);
    const before = place?.siblings[place.index - 1];
    if (!before) return [];
    const index = content.parts.findIndex((line) => line.id === before.line.id);
    return placing(content, 'parts', id, content.parts[index - 1]?.id ?? null);
  },
  down(content: DraftContent, id: string): ContentChange[] {
    const place = placeOf(content, id);
    const after = place?.siblings[place.index + 1];
    return after ? placing(content, 'parts', id, after.line.id) : [];
  },
  /** With all that stands in it. */
  remove(content: DraftContent, id: string): ContentChange[] {
    const place = placeOf(content, id);
    if (!place) return [];
    const from = place.rows.indexOf(place.row);
    const gone = place.rows.slice(from, from + place.row.below + 1).map(({ line }) => line.id);
    return removeAll(content, gone);
  },
  /** A copy behind it, with copies of all that stands in it. */
  duplicate(content: DraftContent, id: string, newId: () => string): ContentChange[] {
    const place = placeOf(content, id);
    if (!place) return [];
    const from = place.rows.indexOf(place.row);
    const copied = place.rows.slice(from, from + place.row.below + 1);
    const ids = new Map(copied.map(({ line }) => [line.id, newId()] as const));
    let after = lastBelow(place.rows, place.row);
    return copied.flatMap(({ line }) => {
      const own = ids.get(line.id) ?? line.id;
      const parent = line.parent === null ? null : (ids.get(line.parent) ?? line.parent);
      const change = addition(content, 'parts', { ...line, id: own, parent }, after);
      after = own;
      return change;
    });
  },
};
export type LineAct = Exclude<keyof typeof lineActs, 'duplicate'>;

const isWithin = ({ rows, row }: Place, id: string): boolean => {
  const from = rows.indexOf(row);
  return rows.slice(from, from + row.below + 1).some(({ line }) => line.id === id);
};

/** From the last to the first, so that what takes it back finds each one's place. */
function removeAll(content: DraftContent, ids: readonly string[]): ContentChange[] {
  const gone = new Set(ids);
  const changes: ContentChange[] = [];
  for (let index = content.parts.length - 1; index >= 0; index -= 1) {
    const value = content.parts[index];
    if (value === undefined || !gone.has(value.id)) continue;
    const after = content.parts[index - 1]?.id ?? null;
    changes.push({ kind: 'remove', list: 'parts', id: value.id, value, after });
  }
  return changes;
}

/** A line of which only the name is known, within another one. */
export const newLine = (id: string, parent: string | null, name: string): PartLine => ({
  ...emptyLine(id, name),
  parent,
});
