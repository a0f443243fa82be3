import { locale } from '../catalogue/text.ts';
import { lengthUnits } from '../measures/lengthUnits.ts';

/** Newtons of a pound-force: 0.45359237 kg times standard gravity. */
const NEWTONS_PER_POUND = 4.4482216152605;

const significant = (value: number): string =>
  new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 }).format(value);

/** A force in the units of the person: `193 kN`, `43,300 lb`. */
export function forceTold(newtons: number): string {
  if (lengthUnits.value === 'in') return `${significant(newtons / NEWTONS_PER_POUND)} lb`;
  return newtons >= 1000 ? `${significant(newtons / 1000)} kN` : `${significant(newtons)} N`;
}
