import type { Figure, NetworkFigures } from '../../shared/network/figureViews.ts';
import { t } from '../catalogue/buildTexts.ts';
import { locale } from '../catalogue/text.ts';

const { rests, nothingKnown } = t.network.figures;

/** What a figure counts, and so what it rests on. */
export type RestsOn = 'hours' | 'mass' | 'pieces' | 'parts' | 'lists' | 'costs' | 'carbon' | Measured;
/** What is measured rather than counted, by its unit. */
export type Measured = NetworkFigures['reuseMeasured'][number]['unit'];

/** `Rests on 3 of 5 m.` */
function measuredIn(unit: Measured) {
  const name = t.quantities.units[unit];
  return {
    some: (known: string, all: string) => rests.measured(known, all, name),
    all: (all: string) => rests.allMeasured(all, name),
  };
}

const SAY: Record<RestsOn, { some: (known: string, all: string) => string; all: (all: string) => string }> = {
  hours: { some: rests.hours, all: rests.allHours },
  mass: { some: rests.mass, all: rests.allMass },
  pieces: { some: rests.pieces, all: rests.allPieces },
  parts: { some: rests.parts, all: rests.allParts },
  lists: { some: rests.lists, all: rests.allLists },
  costs: { some: rests.costs, all: rests.allCosts },
  carbon: { some: rests.carbon, all: rests.allMass },
  ...{ m: measuredIn('m'), kg: measuredIn('kg'), m2: measuredIn('m2'), l: measuredIn('l') },
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

/** `1,460 kg CO2e` */
export const carbonInWords = (kilograms: number): string => t.network.figures.carbonOf(amount(kilograms));

/** Over how many hours the machines are spread. */
export function lifetimesInWords({ known, all }: Figure['restsOn']): string {
  if (all <= 0) return '';
  if (known <= 0) return t.network.figures.spreadAll;
  return t.network.figures.spread(amount(known), amount(all));
}
