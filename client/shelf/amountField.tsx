import { type QuantityUnit, UNITS } from '../../shared/designs/units.ts';
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
  const usual =
    UNITS[unit].measures === 'length' ? words.lengthsHint : words.howMuchHint(t.draft.words.units[unit]);
  return (
    <TextField
      label={label}
      hint={readAs || (hint ?? usual)}
      error={isTold && isWanting ? words.faults[typed.why] : undefined}
      autocomplete="off"
      maxLength={80}
      value={value}
      onValue={onValue}
    />
  );
}
