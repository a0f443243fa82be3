import { type QuantityUnit, UNITS } from '../../shared/designs/units.ts';
import type { LotView } from '../../shared/stock/views.ts';
import { t } from '../catalogue/buildTexts.ts';
import { quantityInWords } from '../designs/figures.ts';
import { numberInWords } from '../time.ts';
import { inFractionsOr } from './fractions.ts';

/** Without the crumbs that binary fractions leave, and no finer than a shelf is counted. */
const rounded = (value: number) => Number(value.toFixed(3));

/** From the base unit, in which views come, to the unit in which people count it here. */
export const inUnit = (amount: number, unit: QuantityUnit): number => rounded(amount / UNITS[unit].inBase);

/** `14 ×`, `12.5 m`, `41 1/2 ft`, `3.2 kg`. @param amount in the base unit */
export function amountInWords(amount: number, unit: QuantityUnit): string {
  const said = inUnit(amount, unit);
  if (unit === 'piece') return t.shelf.pieces(numberInWords(said), said === 1);
  return quantityInWords(said, unit, unit === 'in' || unit === 'ft' ? inFractionsOr(said, '') : '');
}

const INCHES_OF_FOOT = 12;

/** A length of one piece, as those who count it here write it: `6 m`, but `412 mm`; `20 ft`, `12' 6"`, `8 1/2 in`. */
export function pieceInWords(millimetres: number, unit: QuantityUnit): string {
  const feet = rounded(millimetres / UNITS.ft.inBase);
  if (unit === 'ft' && !Number.isInteger(feet)) {
    const whole = Math.floor(feet);
    const inches = rounded(millimetres / UNITS.in.inBase - whole * INCHES_OF_FOOT);
    if (whole > 0) return `${whole}' ${inFractionsOr(inches, numberInWords(inches))}"`;
    return amountInWords(millimetres, 'in');
  }
  const isShort = unit === 'm' && millimetres < 1000;
  return amountInWords(millimetres, isShort ? 'mm' : unit);
}

/** `2 × 6 m`, or the amount alone where nothing is cut. */
export function lotInWords(
  { amount, pieceLength, pieces }: Pick<LotView, 'amount' | 'pieceLength' | 'pieces'>,
  unit: QuantityUnit,
): string {
  if (pieceLength === null || pieces === null) return amountInWords(amount, unit);
  return t.shelf.piecesOf(pieces, pieceInWords(pieceLength, unit));
}

const ONE: Partial<Record<QuantityUnit, string>> = t.shelf.units;

/** What one of it is called: `piece`, `m`. */
export const oneOf = (unit: QuantityUnit): string => ONE[unit] ?? t.quantities.units[unit];
