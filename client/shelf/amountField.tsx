import { type QuantityUnit, UNITS, type UnitMeasure } from '../../shared/designs/units.ts';
import { t } from '../catalogue/buildTexts.ts';
import { DECIMAL_COMMA } from '../designs/list/decimals.ts';
import { TextField } from '../ui/field.tsx';
import { amountInWords } from './amounts.ts';
import { baseAmountOf, type HowMuch, typedAmount } from './typedAmount.ts';

const words = t.shelf;

/** What was typed, where it says how much; else null. */
export function saidIn(text: string, unit: QuantityUnit): HowMuch | null {
  const typed = typedAmount(text, unit, DECIMAL_COMMA);
  return typed.kind === 'said' ? typed.said : null;
}

/** Other units in which the same may be said, as people write them. */
const OTHERS: Partial<Record<UnitMeasure, string>> = {
  mass: '500 g, 2 lb',
  volume: '500 ml, 1 gal',
  area: '1.5 m2, 4 ft2',
};

function usualHint(unit: QuantityUnit): string | undefined {
  const { measures } = UNITS[unit];
  if (measures === 'length') return words.lengthsHint;
  const others = OTHERS[measures];
  return others && words.howMuchHint(t.quantities.units[unit], others);
}

export interface AmountFieldProps {
  label: string;
  hint?: string;
  unit: QuantityUnit;
  value: string;
  onValue: (value: string) => void;
  /** Whether what is wrong with it is told already: once one has tried to go on. */
  isTold: boolean;
  /** Nothing need be written. */
  mayBeEmpty?: boolean;
}

/** How much, as people write it; what it was read as stands below once it was written in another unit. */
export function AmountField({ label, hint, unit, value, onValue, isTold, mayBeEmpty }: AmountFieldProps) {
  const typed = typedAmount(value, unit, DECIMAL_COMMA);
  const isWanting = typed.kind === 'fault' && !(mayBeEmpty && typed.why === 'empty');
  const isPlain = /^[\d.,\s]*$/.test(value);
  const readAs =
    typed.kind === 'said' && !isPlain ? words.readAs(amountInWords(baseAmountOf(typed.said), unit)) : '';
  return (
    <TextField
      label={label}
      hint={readAs || (hint ?? usualHint(unit))}
      error={isTold && isWanting ? words.faults[typed.why] : undefined}
      autocomplete="off"
      maxLength={80}
      value={value}
      onValue={onValue}
    />
  );
}
