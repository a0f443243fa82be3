import { hash } from 'node:crypto';
import { MOST_LINES, type PartLine, partLine } from '../../../shared/designs/partLines.ts';
import { entryId } from '../../../shared/identifiers.ts';
import { folded } from '../../imports/readTable.ts';
import type { PartColumn } from './headings.ts';
import { knownLines } from './knownLines.ts';
import { type Placed, parentsOf } from './levels.ts';
import { lineFrom } from './readLine.ts';
import { readRecords } from './readRecords.ts';
import { type RowRemark, told } from './rowRemarks.ts';
import type { TableRow } from './rows.ts';
import { understoodTable } from './understoodTable.ts';

export interface TableOptions {
  /** What each column of the file is, by its heading (see `PART_COLUMNS`); null: leave it out. Missing: guessed. */
  columns?: Readonly<Record<string, string | null>> | undefined;
  /** Lines that stand already: a row that is one of them keeps its id, and what the table does not speak of. */
  known?: readonly PartLine[];
  /** Known lines that the table does not name stay beside its own: what they hold, they go on holding. */
  beside?: boolean;
  /** The day from which a price without a date is: `2026-11-22`. */
  today: string;
}

export interface PartsTable {
  lines: PartLine[];
  columns: { heading: string; means: PartColumn | null }[];
  /** Rows that were repaired or left out, by their number in the file (the first is 1). */
  remarks: RowRemark[];
}

const NOWHERE: Placed = { parent: null, name: '' };
const NOBODY = { id: '', before: null };
const NO_ROW: TableRow = { row: 0, cell: new Map(), section: null };

/**
 * A parts list from a table (CSV with commas, semicolons or tabs) as anybody may have written it. Never throws: what
 * cannot be read is told in `remarks`. The same table yields the same ids.
 */
export function partsFromTable(
  csv: string,
  { columns: said, known = [], beside = false, today }: TableOptions,
): PartsTable {
  const table = readRecords(csv, MOST_LINES);
  const remarks: RowRemark[] = [];
  const remark = (row: number, sentence: string) => void remarks.push({ row, sentence });
  if (table.repaired) remark(1, table.repaired);
  const { columns, rows: named } = understoodTable(table, said, remark);
  const answer = (lines: PartLine[]): PartsTable => ({
    lines,
    columns: columns.map(({ heading, means }) => ({ heading, means })),
    remarks: told(remarks),
  });
  if (!columns.some(({ means }) => means === 'part')) {
    remark(1, 'No column is known to name the parts: say which one does.');
    return answer([]);
  }
  const indexes = new Map(named.map((row, index) => [row, index]));
  const parents = parentsOf(named, remark).map(
    ({ parent, name }, index): Placed => ({
      parent: parent ?? indexes.get(named[index]?.section ?? NO_ROW) ?? null,
      name,
    }),
  );
  const tellsLevels =
    columns.some(({ means }) => means === 'parent' || means === 'level') ||
    parents.some(({ parent }) => parent !== null);
  const find = knownLines(known);
  const taken = new Set<string>();
  const derive = idsFrom(taken);
  const identified = named.map(({ cell }, index) => {
    const { parent, name } = parents[index] ?? NOWHERE;
    const told = (cell.get('id') ?? '').trim();
    const specification = (cell.get('specification') ?? '').trim();
    const inside = parent === null ? '' : (parents[parent]?.name ?? '');
    const before = find({ id: told, inside, name, specification });
    const own = entryId.safeParse(told).success && !taken.has(told) ? told : null;
    const id = before?.id ?? own ?? derive([inside, name, specification].map(folded));
    taken.add(id);
    return { id, before };
  });
  const lines = named.flatMap((each, index): PartLine[] => {
    const { parent, name } = parents[index] ?? NOWHERE;
    const { id, before } = identified[index] ?? NOBODY;
    const line = lineFrom(each.cell, columns, {
      id,
      parent: tellsLevels
        ? ((parent === null ? null : identified[parent]?.id) ?? null)
        : (before?.parent ?? null),
      name,
      before,
      today,
      decimalComma: table.decimalComma,
      remark: (sentence) => remark(each.row, sentence),
    });
    const read = partLine.safeParse(line);
    if (read.success) return [read.data];
    remark(each.row, `It was left out: ${read.error.issues[0]?.message ?? 'it cannot be read'}.`);
    return [];
  });
  if (table.surplus > 0) {
    remark(
      table.records.length + 1,
      `${table.surplus} rows were left out: a list has ${MOST_LINES} at most.`,
    );
  }
  return answer(withoutLost(lines, beside ? known : []));
}

/** Makes ids from what lines say, so that the same table names the same lines. */
function idsFrom(taken: ReadonlySet<string>): (words: readonly string[]) => string {
  /** How many lines said the same before. */
  const met = new Map<string, number>();
  return (words) => {
    const key = JSON.stringify(words);
    for (let again = met.get(key) ?? 0; ; again++) {
      const id = hash('sha256', JSON.stringify([...words, again])).slice(0, 12);
      if (taken.has(id)) continue;
      met.set(key, again + 1);
      return id;
    }
  };
}

/** A row that was left out takes none with it: what it held stands in the whole. */
function withoutLost(lines: PartLine[], others: readonly PartLine[]): PartLine[] {
  const ids = new Set([...lines, ...others].map(({ id }) => id));
  return lines.map((line) =>
    line.parent === null || ids.has(line.parent) ? line : { ...line, parent: null },
  );
}
