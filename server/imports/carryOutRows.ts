import type { ImportTable } from '../../shared/imports/commands.ts';
import type { ImportedRow } from '../../shared/imports/views.ts';
import { problemFrom } from '../http/failure.ts';
import type { PlannedRow } from './planned.ts';
import { folded, type TableRow } from './readTable.ts';

/** Rows under way at the same moment: each waits for the disk, and together they share the wait. */
const AT_ONCE = 16;

/**
 * Works out every row, and carries out those without mistakes. One that fails stops none: the reply says which stand.
 * Where the log or a disk fails, the rows after it are not tried.
 * @throws what the first row met, if nothing stands.
 */
export async function carryOutRows(
  rows: readonly TableRow[],
  { table, dryRun }: { table: ImportTable; dryRun: boolean },
  plan: (row: TableRow) => PlannedRow | Promise<PlannedRow>,
): Promise<ImportedRow[]> {
  const repeats = repeatsIn(rows, table);
  const results: ImportedRow[] = [];
  const broken: { by?: unknown } = {};
  const one = async (row: TableRow): Promise<ImportedRow> => {
    const planned = await plan(row);
    const { name, gives, known } = planned;
    const repeat = repeats.get(row.line);
    const mistakes = [
      ...planned.mistakes,
      ...(row.surplus ? ['The row has more cells than the first line has headings.'] : []),
      ...(repeat === undefined ? [] : [repeat]),
    ];
    const told = { line: row.line, name: name.slice(0, 200), gives };
    if (mistakes.length > 0) return { ...told, outcome: 'mistake', notes: mistakes };
    if (known) return { ...told, gives: [], outcome: 'known', notes: planned.shortfalls };
    if (dryRun) return { ...told, outcome: 'would', notes: planned.shortfalls };
    if ('by' in broken) return { ...told, outcome: 'mistake', notes: [NOT_TRIED] };
    try {
      const { stands, notes } = await planned.carryOut();
      if (!stands) return { ...told, outcome: 'mistake', notes };
      const lacking = [...planned.shortfalls, ...notes];
      return { ...told, outcome: lacking.length > 0 ? 'partly' : 'done', notes: lacking };
    } catch (error) {
      broken.by = error;
      return { ...told, outcome: 'mistake', notes: [problemFrom(error).message, NOT_TRIED] };
    }
  };
  for (let index = 0; index < rows.length; index += AT_ONCE) {
    results.push(...(await Promise.all(rows.slice(index, index + AT_ONCE).map(one))));
  }
  const stands = results.some(({ outcome }) => outcome === 'done' || outcome === 'partly');
  if ('by' in broken && !stands) throw broken.by;
  return results;
}

const NOT_TRIED = 'Send the same import again when that is mended: what stands is not made twice.';

/** Rows that say what an earlier one says, by their line: a sentence each. */
function repeatsIn(rows: readonly TableRow[], table: ImportTable): Map<number, string> {
  const lines = new Map<string, number>();
  const repeats = new Map<number, string>();
  for (const { line, cells } of rows) {
    const address = table === 'members' ? (cells.email ?? '') : '';
    const what = folded(address === '' ? (cells.name ?? '') : address);
    if (what === '') continue;
    const before = lines.get(what);
    if (before === undefined) lines.set(what, line);
    else
      repeats.set(
        line,
        `Line ${before} says ${address === '' ? cells.name : address} already: tell them apart.`,
      );
  }
  return repeats;
}
