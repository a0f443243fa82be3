import { readQuantity } from '../../../shared/designs/quantities.ts';
import { converted, type QuantityUnit } from '../../../shared/designs/units.ts';
import { locale } from '../../catalogue/text.ts';

/** A quantity as it was typed: `2 1/2`, `1,5 m`. */
export interface TypedQuantity {
  quantity: number;
  unit: QuantityUnit;
  written: string;
}

let comma: { of: string; is: boolean } | null = null;

/** Whether people of this locale write 1,5. */
function decimalComma(): boolean {
  if (comma?.of !== locale)
    comma = { of: locale, is: new Intl.NumberFormat(locale).format(1.5).includes(',') };
  return comma.is;
}

/** Reads a quantity; the unit stays where none is typed. Null for what is none, or nothing. */
export function typedQuantity(text: string, unit: QuantityUnit): TypedQuantity | null {
  const read = readQuantity(text, decimalComma());
  if (read === null || read.quantity <= 0 || read.quantity > 1e9) return null;
  return { quantity: read.quantity, unit: read.unit ?? unit, written: read.written };
}

/** Reads a size with its unit, in another one; without a unit it is in that one. Null for what is none. */
export function typedIn(text: string, unit: QuantityUnit): number | null {
  const read = readQuantity(text, decimalComma());
  if (read === null) return null;
  const value = converted(read.quantity, read.unit ?? unit, unit);
  return value === null ? null : Number(value.toPrecision(9));
}

/** A number as it is typed here: `1.5`, `1,5`; without thousands, so that it reads back. */
export const numberTyped = (value: number): string =>
  new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 9 }).format(value);

/** A line's quantity as its author wrote it. */
export const quantityTyped = ({ quantity, written }: { quantity: number; written: string }): string =>
  written === '' ? numberTyped(quantity) : written;
