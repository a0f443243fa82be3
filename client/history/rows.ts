import type { PartLine } from '../../shared/designs/partLines.ts';
import type { MomentEntry } from '../../shared/network/momentViews.ts';
import { treeOf } from '../designs/partsTree.ts';

/** One row of the list beside the picture: a line of the parts list, or what went in without one. */
export interface HistoryRow {
  key: string;
  name: string;
  /** Null: no line asks for it. */
  line: PartLine | null;
  /** 0: goes into the whole. */
  level: number;
  /** The row of what it goes into; -1: the whole. Always smaller than its own number. */
  outer: number;
  /** Entries of the history that were in it at some time, by their numbers. */
  entries: number[];
}

export interface HistoryRows {
  rows: readonly HistoryRow[];
  /** The row of each entry; -1: it was in another thing of the same build. */
  ofEntries: Int32Array;
}

interface Growing extends HistoryRow {
  inside: Growing[];
}

/** The parts list in its order, with what went into things that went in below these, and what nobody planned at the end. */
export function historyRows(
  entries: readonly MomentEntry[],
  thing: string,
  parts: readonly PartLine[],
): HistoryRows {
  const top: Growing[] = treeOf(parts).map(({ line, level }) => ({
    ...{ key: line.id, name: line.name, line, level },
    ...{ entries: [], inside: [], outer: -1 },
  }));
  const byLine = new Map(top.map((row) => [row.key, row]));
  const grown = new Map<string, Growing>();
  const holders = new Map<string, Growing>();
  const rowOf: (Growing | undefined)[] = [];
  const put = (entry: MomentEntry, number: number, outer: Growing | null) => {
    const key = `${outer?.key ?? ''}>${entry.line ?? entry.itemId ?? entry.name}`;
    let row = (outer === null && entry.line !== null ? byLine.get(entry.line) : undefined) ?? grown.get(key);
    if (!row) {
      const level = outer ? outer.level + 1 : 0;
      row = { key, name: entry.name, line: null, level, outer: -1, entries: [], inside: [] };
      grown.set(key, row);
      (outer ? outer.inside : top).push(row);
    }
    row.entries.push(number);
    rowOf[number] = row;
    if (entry.itemId !== null && !holders.has(entry.itemId)) holders.set(entry.itemId, row);
  };
  const numbered = entries.map((entry, number) => ({ entry, number }));
  const byHolder = Map.groupBy(numbered, ({ entry: { into } }) => (into === thing ? null : into));
  for (const { entry, number } of byHolder.get(null) ?? []) put(entry, number, null);
  // What is inside of what is inside: each holder once, as soon as its own row is known.
  for (const [itemId, row] of holders) {
    for (const { entry, number } of byHolder.get(itemId) ?? []) if (!rowOf[number]) put(entry, number, row);
  }
  const rows: Growing[] = [];
  const waiting = top.toReversed();
  for (let row = waiting.pop(); row; row = waiting.pop()) {
    for (let outer = rows.length - 1; outer >= 0 && row.level > 0; outer = rows[outer]?.outer ?? -1) {
      if ((rows[outer]?.level ?? 0) >= row.level) continue;
      row.outer = outer;
      break;
    }
    rows.push(row);
    waiting.push(...row.inside.toReversed());
  }
  const numbers = new Map(rows.map((row, number) => [row, number]));
  const ofEntries = Int32Array.from(entries, (_, number) => {
    const row = rowOf[number];
    return row ? (numbers.get(row) ?? -1) : -1;
  });
  return { rows, ofEntries };
}
