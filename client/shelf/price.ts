import type { Price } from '../../shared/designs/partLines.ts';
import { decimalFrom } from '../../shared/designs/quantities.ts';

/** A price as it is typed: a number, and the letters of its currency. */
export interface TypedPrice {
  amount: string;
  currency: string;
  supplier: string;
}

/** The price that was typed, null where none was; undefined: it cannot be read. @param on the day, `2026-06-16` */
export function priceTyped(
  { amount, currency, supplier }: TypedPrice,
  on: string,
  decimalComma: boolean,
): Price | null | undefined {
  if (amount.trim() === '') return null;
  const read = decimalFrom(amount.trim(), decimalComma);
  const letters = currency.trim().toUpperCase();
  if (read === null || read > 1e9 || !/^[A-Z]{3}$/.test(letters)) return undefined;
  return { amount: read, currency: letters, on, supplier: supplier.trim() };
}
