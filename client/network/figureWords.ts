import type { Figure } from '../../shared/network/figureViews.ts';
import { t } from '../catalogue/buildTexts.ts';
import { locale } from '../catalogue/text.ts';

const { rests, nothingKnown } = t.network.figures;

/** What a figure counts, and so what it rests on. */
export type RestsOn = 'hours' | 'mass' | 'pieces' | 'parts' | 'lists' | 'costs';

const SAY: Record<RestsOn, { some: (known: string, all: string) => string; all: (all: string) => string }> = {
  hours: { some: rests.hours, all: rests.allHours },
  mass: { some: rests.mass, all: rests.allMass },
  pieces: { some: rests.pieces, all: rests.allPieces },
  parts: { some: rests.parts, all: rests.allParts },
  lists: { some: rests.lists, all: rests.allLists },
  costs: { some: rests.costs, all: rests.allCosts },
};

const amount = (value: number) =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: value < 100 ? 1 : 0 }).format(value);

/** `Rests on 14 of 20 hours of machines; …`. What is known is rounded down where it is not all. */
export function coverageInWords({ restsOn: { known, all } }: Figure, of: RestsOn): string {
  if (known <= 0 || all <= 0) return nothingKnown;
  if (all - known < 1e-9 * all) return SAY[of].all(amount(all));
  const some = amount(known);
  return SAY[of].some(some === amount(all) ? amount(Math.floor(known * 10) / 10) : some, amount(all));
}

/** `27 %`, `0.4 %`: a share from 0 to 1; small ones are not none. */
export function shareInWords(value: number): string {
  const digits = value > 0 && value < 0.095 ? 1 : 0;
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(value);
}

/** `2.25` */
export const indexInWords = (value: number): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
