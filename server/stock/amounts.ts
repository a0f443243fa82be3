import type { Objection } from '../../shared/bookings/rules.ts';
import { type QuantityUnit, UNITS } from '../../shared/designs/units.ts';
import type { SaidQuantity } from '../../shared/stock/commands.ts';

/** What an event may hold, base units. */
export const MOST = 1e12;
/** Amounts are kept to a millionth of the base unit: what is finer comes of reckoning with binary fractions. */
export const exact = (amount: number): number => Math.round(amount * 1e6) / 1e6 + 0;
/** Less than this is nothing. */
export const NOTHING_LEFT = 5e-7;

const COUNTED: ReadonlySet<string> = new Set(['count', 'set']);
/** An amount in the material's own unit, as a sentence has it: `1.9 m`, `3`. */
export function amountSaid(amount: number, unit: QuantityUnit): string {
  const inUnit = Number((amount / UNITS[unit].inBase).toFixed(3));
  return UNITS[unit].measures === 'count' && UNITS[unit].inBase === 1 ? String(inUnit) : `${inUnit} ${unit}`;
}

/** A reckoned amount, or the rule that stands against what was said. */
export type Reckoned = { amount: number; objection?: undefined } | { objection: Objection };

/** What was said, in the base unit of what the material's unit measures. */
export function inBase({ quantity, unit: said }: SaidQuantity, unit: QuantityUnit): Reckoned {
  const [one, other] = [UNITS[said], UNITS[unit]];
  if (one.measures !== other.measures) {
    const message = `It is counted in ${unit}: ${said} measures something else.`;
    return { objection: { rule: 'measure', message } };
  }
  const amount = exact(quantity * one.inBase);
  if (amount <= 0) return { objection: { rule: 'tooLittle', message: 'That is next to nothing.' } };
  if (!(amount <= MOST)) {
    return { objection: { rule: 'tooMuch', message: 'That is more than any shelf holds.' } };
  }
  if (COUNTED.has(one.measures) && !Number.isInteger(amount)) {
    const message = 'These are counted whole: there are no fractions of them.';
    return { objection: { rule: 'whole', message } };
  }
  return { amount };
}

/** Millimetres: longer than any bar. */
const LONGEST_PIECE = 1e6;

/** The length of one piece, millimetres, of a material that is counted in lengths. */
export function pieceLengthOf(said: SaidQuantity, unit: QuantityUnit): Reckoned {
  if (UNITS[unit].measures !== 'length') {
    const message = 'Only what is counted in lengths lies there in pieces of a length.';
    return { objection: { rule: 'measure', message } };
  }
  const reckoned = inBase(said, unit);
  if (reckoned.objection || reckoned.amount <= LONGEST_PIECE) return reckoned;
  return { objection: { rule: 'tooMuch', message: 'No piece is as long as that.' } };
}
