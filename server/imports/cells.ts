import { properName } from '../../shared/text.ts';
import { folded } from './readTable.ts';

/** What a cell says, or the sentence that tells what is wrong with it. */
export type Cell<Value> = { value: Value } | { mistake: string };

export const nameIn = (cell: string, what = 'name'): Cell<string> => {
  const read = properName.safeParse(cell);
  if (read.success) return { value: read.data };
  return { mistake: `The ${what} ${read.error.issues[0]?.message ?? 'is not valid'}.` };
};

/** An empty cell is null. */
export const optionalNameIn = (cell: string, what: string): Cell<string | null> =>
  cell === '' ? { value: null } : nameIn(cell, what);

/** A whole number in a range; an empty cell is null. */
export function numberIn(cell: string, what: string, least: number, most: number): Cell<number | null> {
  if (cell === '') return { value: null };
  const value = /^\d{1,6}$/.test(cell) ? Number(cell) : Number.NaN;
  if (value >= least && value <= most) return { value };
  return { mistake: `“${cell}” is no ${what}: give a whole number from ${least} to ${most}.` };
}

const YES = ['yes', 'y', 'true', '1', 'x', 'si', 's', 'verdadero'];
const NO = ['no', 'n', 'false', '0', 'falso'];

/** An empty cell is null. */
export function yesOrNoIn(cell: string): Cell<boolean | null> {
  const word = folded(cell);
  if (word === '') return { value: null };
  if (YES.includes(word)) return { value: true };
  if (NO.includes(word)) return { value: false };
  return { mistake: `“${cell}” is neither yes nor no.` };
}

/**
 * A calendar day as `2027-12-31`, `31.12.2027` or `31/12/2027`: until it is over in the zone, as an instant. An empty
 * cell is null.
 */
export function endOfDayIn(cell: string, timeZone: string): Cell<string | null> {
  if (cell === '') return { value: null };
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(cell);
  const local = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(cell);
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : local
      ? [local[3], local[2], local[1]]
      : [undefined, undefined, undefined];
  try {
    const date = Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    );
    const over = date.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
    return { value: new Date(over).toISOString() };
  } catch {
    return { mistake: `“${cell}” is no day: write it as 2027-12-31.` };
  }
}

/** Several in one cell, parted by `|`, or where none stands there by commas or semicolons. */
export const listIn = (cell: string): string[] =>
  cell
    .split(cell.includes('|') ? '|' : /[;,]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
