import type { RollUp } from '../../shared/designs/listViews.ts';
import type { PartLine, Price } from '../../shared/designs/partLines.ts';
import type { QuantityUnit } from '../../shared/designs/units.ts';
import { t } from '../catalogue/sharedTexts.ts';
import { locale } from '../catalogue/text.ts';
import { todayIn } from '../time/zone.ts';
import { shortDate } from '../time.ts';

const words = t.quantities;
const number = (value: number, digits: number) =>
  new Intl.NumberFormat(locale, { maximumSignificantDigits: digits }).format(value);
const whole = (value: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(value);

/** `2.5 kg`, `340 g`, `1.2 t`. */
export function massInWords(kilograms: number): string {
  if (kilograms >= 1000) return `${number(kilograms / 1000, 3)} t`;
  return kilograms >= 1 || kilograms === 0
    ? `${number(kilograms, 3)} kg`
    : `${number(kilograms * 1000, 3)} g`;
}

/** `€1,250.00` as it is written here; a currency that the browser does not know by its letters. */
export function moneyInWords(amount: number, currency: string): string {
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount);
  } catch {
    return `${number(amount, 6)} ${currency}`;
  }
}

/** The day on which a price was true: `Sun 1 Mar`, with the year where it is not this one. */
const dayOfPrice = (on: string) => shortDate(on, todayIn('UTC', Date.now()));

/** `€12.50 on Sun 1 Mar, from Steel & Co` */
export function priceInWords({ amount, currency, on, supplier }: Price): string {
  const paid = words.priceOn(moneyInWords(amount, currency), dayOfPrice(on));
  return supplier ? `${paid}, ${words.from(supplier)}` : paid;
}

/** `4 ×`, `2.5 m`, `1 1/4 in`: as its author wrote it, where that says more than the number. */
export function quantityInWords(quantity: number, unit: QuantityUnit, written = ''): string {
  const said = written || whole(quantity);
  return unit === 'piece' ? words.pieces(said) : `${said} ${words.units[unit]}`;
}

/** Millimetres, as workshops write lengths. */
export const lengthInWords = (millimetres: number) => `${whole(millimetres)} mm`;

export const megabytes = (bytes: number): string => {
  if (bytes >= 1e6) return `${number(bytes / 1e6, 3)} MB`;
  return `${number(Math.max(1, bytes / 1000), 3)} kB`;
};

/** How much of the sum is known, as a sentence; nothing where all is. */
const known = (share: number, say: (percent: string) => string) =>
  share >= 0.9995 ? '' : say(`${Math.floor(share * 100)} %`);

export interface Sum {
  label: string;
  value: string;
  /** What the sum leaves out, or how old its prices are. */
  note: string;
}

/** The sums of a parts list that say something, each with how far it is known. */
export function sumsOf({ mass, massKnown, costs, costKnown, pieces, kinds, levels }: RollUp): Sum[] {
  const priced = costs.map(({ currency, amount }) => moneyInWords(amount, currency)).join(' + ');
  const oldest = costs.map(({ oldest: day }) => day).toSorted()[0];
  const age = oldest === undefined ? '' : words.sums.pricesSince(dayOfPrice(oldest));
  return [
    { label: words.sums.pieces, value: whole(pieces), note: words.sums.kinds(kinds, levels) },
    ...(massKnown > 0
      ? [{ label: words.sums.mass, value: massInWords(mass), note: known(massKnown, words.sums.massKnown) }]
      : []),
    ...(costs.length > 0
      ? [
          {
            label: words.sums.cost,
            value: priced,
            note: [known(costKnown, words.sums.costKnown), age].filter(Boolean).join(' '),
          },
        ]
      : []),
  ];
}

/** What a line is ordered or made by, in one line. */
export const specificationOf = ({ specification, material }: Pick<PartLine, 'specification' | 'material'>) =>
  [specification, material].filter(Boolean).join(' · ');

/** `2.5 kg`, or nothing. */
export const massOf = ({ mass }: PartLine) => (mass === null ? '' : massInWords(mass));

/** `€12.50 on Sun 1 Mar`, and from whom; empty where it has none. */
export const priceOf = ({ price }: PartLine) => (price === null ? '' : priceInWords(price));
