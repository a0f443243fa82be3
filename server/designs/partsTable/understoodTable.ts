import { MOST_LINES } from '../../../shared/designs/partLines.ts';
import { columnsOf, type ReadColumn } from './columns.ts';
import { withGroups } from './groups.ts';
import { knownHeadings, type PartColumn } from './headings.ts';
import { headlessColumns } from './headless.ts';
import { pricesAreTotals } from './lineTotals.ts';
import { withPlacesTogether } from './places.ts';
import type { TableRecord, TableRecords } from './readRecords.ts';
import { ownCells, rowsIn, type TableRow } from './rows.ts';
import { toldByCells } from './toldByCells.ts';
import { isOwnTable } from './toTable.ts';

/** A table with what its columns mean, and the rows of it that name a part. */
export interface UnderstoodTable {
  columns: readonly ReadColumn[];
  rows: readonly TableRow[];
}
type Remark = (row: number, sentence: string) => void;
type Said = Readonly<Record<string, string | null>> | undefined;

/** What stands in a table, however its author arranged it; one of our own is taken as it stands. */
export function understoodTable(table: TableRecords, said: Said, remark: Remark): UnderstoodTable {
  const { headings, records } = table;
  if (isOwnTable(headings)) {
    const columns = columnsOf(headings, said);
    const rows = records.map(({ row, cells }) => ({ row, cell: ownCells(columns, cells), section: null }));
    return { columns, rows: rows.filter(named(remark)) };
  }
  const found = columnsIn(table, said);
  if (!found.columns.some(({ means }) => means === 'part')) return { columns: found.columns, rows: [] };
  const { rows, sum } = rowsIn(found.columns, found.records);
  if (sum !== null) remark(sum.row, 'It only adds others up, and was left out.');
  const columns = pricesAreTotals(found.columns, rows, sum, table.decimalComma)
    ? withTotals(found.columns, rows)
    : found.columns;
  for (const { cell } of rows) nameFromRest(cell);
  const together = withPlacesTogether(rows.filter(named(remark)), columns);
  return { columns, rows: withGroups(together, columns, MOST_LINES) };
}

/** The columns; where a table has no headings, its first row stands among the others. */
function columnsIn(
  { headings, headingRow, records }: TableRecords,
  said: Said,
): { columns: ReadColumn[]; records: readonly TableRecord[] } {
  if (headingRow !== null && said === undefined && knownHeadings(headings) === 0) {
    const rows = [headingRow, ...records];
    const columns = headlessColumns(rows.map(({ cells }) => cells));
    if (columns) return { columns, records: rows.slice(0, MOST_LINES) };
  }
  return { columns: toldByCells(columnsOf(headings, said), records), records };
}

const named =
  (remark: Remark) =>
  ({ row, cell }: TableRow): boolean => {
    if ((cell.get('part') ?? '').trim() !== '') return true;
    remark(row, 'It names no part, and was left out.');
    return false;
  };

const NAMES_INSTEAD: readonly PartColumn[] = ['specification', 'note', 'designators'];

/** What it is ordered by, or else what is noted of it, is the best name that a row without one has. */
function nameFromRest(cell: TableRow['cell']): void {
  if ((cell.get('part') ?? '').trim() !== '') return;
  const means = NAMES_INSTEAD.find((each) => (cell.get(each) ?? '').trim() !== '');
  if (means === undefined) return;
  cell.set('part', (cell.get(means) ?? '').trim());
  cell.set(means, '');
}

function withTotals(columns: readonly ReadColumn[], rows: readonly TableRow[]): ReadColumn[] {
  for (const { cell } of rows) {
    cell.set('total', cell.get('price') ?? '');
    cell.delete('price');
  }
  return columns.map((column) => (column.means === 'price' ? { ...column, means: 'total' } : column));
}
