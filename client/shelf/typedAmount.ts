import { readQuantity } from '../../shared/designs/quantities.ts';
import { converted, type QuantityUnit, UNITS } from '../../shared/designs/units.ts';
import type { SaidQuantity } from '../../shared/stock/commands.ts';

/** So much, or so many pieces of one length. */
export type HowMuch = { amount: SaidQuantity } | { pieces: { count: number; length: SaidQuantity } };

/** What somebody typed where it is asked how much. */
export type TypedAmount =
  | { kind: 'said'; said: HowMuch }
  /** `otherMeasure`: kilograms of what is counted in metres. */
  | { kind: 'fault'; why: 'empty' | 'unreadable' | 'otherMeasure' | 'none' };

/** `4 × 6 m`, `3x20 ft`: a whole number, a cross, and a length. */
const PIECES = /^(\d{1,5})\s*[x×*]\s*(?=[\d.,½⅓⅔¼¾⅕⅙⅛⅜⅝⅞])(.+)$/iu;

/**
 * Reads how much: `14`, `2 1/2 ft`, `6 m`, `4 × 6 m`. A bare number is in the unit in which the material is counted.
 * Pieces are told apart for lengths alone.
 */
export function typedAmount(text: string, unit: QuantityUnit, decimalComma: boolean): TypedAmount {
  const typed = text.trim();
  if (typed === '') return { kind: 'fault', why: 'empty' };
  const [, count, length] = UNITS[unit].measures === 'length' ? (PIECES.exec(typed) ?? []) : [];
  const said = quantityOf(length ?? typed, unit, decimalComma);
  if ('why' in said) return said;
  if (count === undefined) return { kind: 'said', said: { amount: said } };
  if (Number(count) === 0) return { kind: 'fault', why: 'none' };
  return { kind: 'said', said: { pieces: { count: Number(count), length: said } } };
}

function quantityOf(
  text: string,
  unit: QuantityUnit,
  decimalComma: boolean,
): SaidQuantity | Extract<TypedAmount, { kind: 'fault' }> {
  const read = readQuantity(text, decimalComma);
  if (read === null) return { kind: 'fault', why: 'unreadable' };
  const said = { quantity: read.quantity, unit: read.unit ?? unit };
  if (converted(said.quantity, said.unit, unit) === null) return { kind: 'fault', why: 'otherMeasure' };
  return said.quantity > 0 ? said : { kind: 'fault', why: 'none' };
}

/** What was typed, in the base unit of its measure: millimetres, pieces, kilograms. */
export function baseAmountOf(said: HowMuch): number {
  if ('amount' in said) return said.amount.quantity * UNITS[said.amount.unit].inBase;
  const { count, length } = said.pieces;
  return count * length.quantity * UNITS[length.unit].inBase;
}

/** An amount of a view, as it is said to the server: lengths in millimetres, all else in the material's own unit. */
export function saidOf(base: number, unit: QuantityUnit): SaidQuantity {
  const { measures, inBase } = UNITS[unit];
  return measures === 'length'
    ? { quantity: base, unit: 'mm' }
    : { quantity: Number((base / inBase).toPrecision(12)), unit };
}
