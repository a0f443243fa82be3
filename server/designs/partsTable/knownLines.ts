import type { PartLine } from '../../../shared/designs/partLines.ts';
import { folded } from '../../imports/readTable.ts';

interface Row {
  id: string;
  /** Name of what it goes into; empty for the whole. */
  inside: string;
  name: string;
  specification: string;
}

/**
 * Finds the line that a row is: by its id, else by name and what it goes into and what it is ordered by, the more of
 * them the better. Each line is found once.
 */
export function knownLines(lines: readonly PartLine[]): (row: Row) => PartLine | null {
  if (lines.length === 0) return () => null;
  const byId = new Map(lines.map((line) => [line.id, line]));
  const rowOf = (line: PartLine): Row => ({
    id: line.id,
    inside: line.parent === null ? '' : (byId.get(line.parent)?.name ?? ''),
    name: line.name,
    specification: line.specification,
  });
  const indexes = KEYS.map((keyOf) => {
    const index = new Map<string, PartLine[]>();
    for (const line of lines) {
      const key = keyOf(rowOf(line));
      const found = index.get(key);
      if (found) found.push(line);
      else index.set(key, [line]);
    }
    for (const found of index.values()) found.reverse();
    return index;
  });
  const used = new Set<string>();
  const take = (line: PartLine | undefined): PartLine | null => {
    if (line === undefined || used.has(line.id)) return null;
    used.add(line.id);
    return line;
  };
  return (row) => {
    const byItsId = take(byId.get(row.id));
    if (byItsId) return byItsId;
    for (const [which, keyOf] of KEYS.entries()) {
      const waiting = indexes[which]?.get(keyOf(row)) ?? [];
      while (waiting.length > 0) {
        const found = take(waiting.pop());
        if (found) return found;
      }
    }
    return null;
  };
}

const keyFrom = (...words: string[]): string => JSON.stringify(words.map(folded));
const KEYS: readonly ((row: Row) => string)[] = [
  (row) => keyFrom(row.inside, row.name, row.specification),
  (row) => keyFrom(row.inside, row.name),
  (row) => keyFrom(row.name, row.specification),
  (row) => keyFrom(row.name),
];
