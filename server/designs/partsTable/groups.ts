import { folded } from '../../imports/readTable.ts';
import type { ReadColumn } from './columns.ts';
import { plain } from './headings.ts';
import { groupNamed, type TableRow } from './rows.ts';

/** Headings of columns that put rows together under a name, where no row need bear that name. */
const GROUPING =
  /^(section|group|subsystem|sub system|subassembly|sub assembly|assembly|module|baugruppe|sous ensemble|conjunto|subconjunto)$/;

/** Rows with one more for each group that a column names and no row is. Where some row is one, parents are meant. */
export function withGroups(
  rows: readonly TableRow[],
  columns: readonly ReadColumn[],
  most: number,
): readonly TableRow[] {
  const column = columns.find(({ means }) => means === 'parent');
  if (!column || !GROUPING.test(plain(column.heading))) return rows;
  const groupOf = ({ cell }: TableRow) => folded(cell.get('parent') ?? '');
  const groups = new Set(rows.map(groupOf).filter((group) => group !== ''));
  const isRow = rows.some(({ cell }) =>
    (['part', 'id', 'number'] as const).some((means) => groups.has(folded(cell.get(means) ?? ''))),
  );
  if (isRow || rows.length + groups.size > most) return rows;
  const told = new Set<string>();
  return rows.flatMap((each) => {
    const group = groupOf(each);
    if (group === '' || told.has(group)) return [each];
    told.add(group);
    const name = (each.cell.get('parent') ?? '').trim();
    return [{ row: each.row, cell: groupNamed(name), section: null }, each];
  });
}
