import type { ReadColumn } from './columns.ts';
import { plain } from './headings.ts';

/** `C1`, `R3-R5`, `U1, U2`: where a part sits on its board. */
const DESIGNATORS = /^[A-Z]{1,6}_?\d+[A-Z]?(?:(?:\s*[,;–-]\s*|\s+)[A-Z]{1,6}_?\d+[A-Z]?)*[\s,;]*$/;
const MAY_BE_DESIGNATORS =
  /^(designators?|ref ?des|reference ?designators?|ref(erence)?(\(s\)|s)?|part|parts|repere|pos)$/;
const MAY_BE_VALUE = /^(value|val|designation|comment|wert|valeur|valor)\b/;
const ON_BOARD = /^(footprint|package|value|device|cmp name|lcsc|pcb footprint)\b/;

/** Enough of a long cell to tell by, up to the end of a place. */
const beginOf = (cell: string): string => (cell.length > 120 ? cell.slice(0, 120).replace(/\w*$/, '') : cell);

/**
 * What board programs write: a column of places on the board (`C1, C2`) and one of values (`100 nF`). There the value is
 * the name, and the places are noted.
 */
export function asElectronics(
  columns: readonly ReadColumn[],
  cellsOf: (index: number) => readonly string[],
): ReadColumn[] {
  const headings = columns.map(({ heading }) => plain(heading.replace(/\(s\)/i, 's')));
  if (!headings.some((heading) => ON_BOARD.test(heading)) || columns.some(({ said }) => said))
    return [...columns];
  const places = headings.findIndex((heading, index) => {
    if (!MAY_BE_DESIGNATORS.test(heading)) return false;
    const cells = cellsOf(index);
    const fitting = cells.filter((cell) => DESIGNATORS.test(beginOf(cell))).length;
    return /^(designator|ref)/.test(heading) ? fitting * 4 >= cells.length : fitting * 3 >= cells.length * 2;
  });
  const part = columns.findIndex(({ means }) => means === 'part');
  if (places < 0 && part >= 0) return [...columns];
  const partHeading = headings[part] ?? '';
  const isNamed = part >= 0 && part !== places && !/^(desc|item|value|comment|designation)/.test(partHeading);
  const value = headings.findIndex((heading) => MAY_BE_VALUE.test(heading));
  const name = isNamed || value < 0 ? part : value;
  return columns.map((column, index) => {
    if (index === places && index !== name) return { ...column, means: 'designators' };
    if (index === name) return { ...column, means: 'part' };
    if (index === value) return { ...column, means: 'specification' };
    return index === part ? { ...column, means: 'note' } : column;
  });
}
