import { unitFrom } from '../../../shared/designs/quantities.ts';
import type { QuantityUnit } from '../../../shared/designs/units.ts';
import { currencyIn } from './currencies.ts';
import { candidatesOf, isPartColumn, type PartColumn, partedHeading, plain } from './headings.ts';

/** A column of a table, as it was understood. */
export interface ReadColumn {
  heading: string;
  means: PartColumn | null;
  /** Whether the caller said so: then no cell tells otherwise. */
  said: boolean;
  /** What its heading says of its numbers: `Length (in)`, `Price [EUR]`. */
  unit: { unit: QuantityUnit; times: number } | null;
  currency: string | null;
  /** Its cells say little without their heading: `width 40`. */
  isSize: boolean;
}

/** What several columns may say together: their cells are put beside each other. */
const TOGETHER: ReadonlySet<PartColumn> = new Set<PartColumn>(['specification', 'note', 'link']);
/** A length beside one of these is no cut: the sizes say together what the thing is. */
const SIZE =
  /^(width|thickness|height|breite|staerke|starke|dicke|hohe|hoehe|ancho|espesor|alto|largeur|epaisseur|hauteur)$/;

/**
 * What the columns of a table are: as the caller says, else guessed by their headings; each meaning once, save what
 * several can say together.
 * @param said by heading; null: leave it out.
 */
export function columnsOf(
  headings: readonly string[],
  said: Readonly<Record<string, string | null>> = {},
): ReadColumn[] {
  const means = new Map<number, PartColumn | null>();
  const taken = new Set<PartColumn>();
  headings.forEach((heading, index) => {
    if (!Object.hasOwn(said, heading)) return;
    const column = said[heading] ?? null;
    const isNew = column !== null && isPartColumn(column) && !taken.has(column);
    means.set(index, isNew ? column : null);
    if (isNew) taken.add(column);
  });
  const hasSizes = headings.some((heading) => SIZE.test(partedHeading(heading).words));
  const isSize = (heading: string) =>
    hasSizes &&
    (SIZE.test(partedHeading(heading).words) ||
      candidatesOf(heading).some(({ column }) => column === 'length'));
  const guesses = headings.flatMap((heading, index) => {
    if (means.has(index)) return [];
    const candidates = candidatesOf(heading).map((each) => ({ ...each, index }));
    if (!hasSizes) return candidates;
    return isSize(heading) ? [{ index, column: 'specification' as const, rank: 0 }] : candidates;
  });
  guesses.sort((one, other) => one.rank - other.rank || one.index - other.index);
  // A name first: without one there is no list, and several headings may have to serve as one.
  for (const { index, column } of [...guesses.filter((guess) => guess.column === 'part'), ...guesses]) {
    if (means.has(index) || taken.has(column)) continue;
    means.set(index, column);
    taken.add(column);
  }
  for (const { index, column } of guesses) {
    if (!means.has(index) && TOGETHER.has(column)) means.set(index, column);
  }
  headings.forEach((heading, index) => {
    // What describes a thing that has a name already.
    if (!means.has(index) && /^(desc|beschr|mpn$|value$|designation)/.test(plain(heading)))
      means.set(index, 'note');
  });
  return headings.map((heading, index) => {
    const { words, behind } = partedHeading(heading);
    const mark = behind || (/ (\S+)$/.exec(words)?.[1] ?? '');
    return {
      heading,
      means: means.get(index) ?? null,
      said: Object.hasOwn(said, heading),
      unit: unitFrom(mark),
      currency: currencyIn(behind) ?? currencyIn(words),
      isSize: isSize(heading),
    };
  });
}
