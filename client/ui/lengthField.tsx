import { useEffect, useState } from 'preact/hooks';
import { readLength } from '../../shared/measures/lengths.ts';
import { t } from '../catalogue/sharedTexts.ts';
import { lengthHabits, lengthTold, lengthToldOtherwise, limitTold } from '../measures/lengthUnits.ts';
import { Field } from './field.tsx';

export interface LengthFieldProps {
  label: string;
  /** Millimetres, or a formula that begins with `=`. */
  value: number | string;
  /** A readable length within the limits, when the field is left or Enter is pressed. */
  onValue: (value: number | string) => void;
  /** The same while it is being typed, for what follows at once; each may be the last. */
  onTyping?: (value: number | string) => void;
  /** Millimetres. */
  least?: number;
  most?: number;
  /** Whether a formula may stand here. */
  mayFormula?: boolean;
  hint?: string;
  /** What others have against it. */
  error?: string | undefined;
}

/** Nothing is said against what is still being typed until it has rested so long, milliseconds. */
const REST = 900;

/** A length as people write it: `76 in`, `3/16`, `1.5 m`. It shows what it was read as in the other units. */
export function LengthField(props: LengthFieldProps) {
  const { label, value, onValue, onTyping, hint, error } = props;
  const told = typeof value === 'number' ? lengthTold(value) : value;
  const [text, setText] = useState<string | null>(null);
  const [isRested, setRested] = useState(false);
  useEffect(() => {
    if (text === null) return;
    const timer = setTimeout(() => setRested(true), REST);
    return () => clearTimeout(timer);
  }, [text]);
  const typed = text ?? told;
  const read = judged(typed, props);
  const take = () => {
    if (text === null) return;
    if ('fault' in read) {
      setRested(true);
      return;
    }
    setText(null);
    if (typed !== told) onValue(read.value);
  };
  const fault = 'fault' in read && isRested ? read.fault : undefined;
  const otherwise = 'value' in read && typeof read.value === 'number' ? lengthToldOtherwise(read.value) : '';
  const keyPressed = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && text !== null) {
      event.stopPropagation();
      setText(null);
    }
    if (event.key !== 'Enter') return;
    // It takes the length, and submits nothing around it that the person has not asked for.
    event.preventDefault();
    take();
  };
  return (
    <Field
      label={label}
      hint={[otherwise && t.lengths.otherwise(otherwise), hint].filter(Boolean).join(' ')}
      error={fault ?? error}
    >
      {(control) => (
        <input
          {...control}
          type="text"
          autocomplete="off"
          maxLength={200}
          value={typed}
          onInput={({ currentTarget }) => {
            setText(currentTarget.value);
            setRested(false);
            const now = judged(currentTarget.value, props);
            if ('value' in now) onTyping?.(now.value);
          }}
          onBlur={take}
          onKeyDown={keyPressed}
        />
      )}
    </Field>
  );
}

function judged(
  text: string,
  { least, most, mayFormula }: LengthFieldProps,
): { value: number | string } | { fault: string } {
  const words = t.lengths;
  const read = readLength(text, lengthHabits());
  if (read.kind === 'fault') return { fault: words.faults[read.why] };
  if (read.kind === 'formula') return mayFormula ? { value: read.formula } : { fault: words.noFormula };
  const { millimetres } = read;
  if (least !== undefined && millimetres < least) return { fault: words.least(limitTold(least, 'least')) };
  if (most !== undefined && millimetres > most) return { fault: words.most(limitTold(most, 'most')) };
  return { value: millimetres };
}
