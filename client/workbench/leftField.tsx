import { useState } from 'preact/hooks';
import { Field } from '../ui/field.tsx';
import { useOther } from '../ui/useOther.ts';

interface LeftFieldProps {
  label: string;
  hint?: string;
  value: string;
  maxLength: number;
  inputMode?: 'decimal' | 'numeric';
  /** Whether it can be taken; else `mistake` is said. */
  isRight?: (text: string) => boolean;
  mistake?: string;
  /** When the field is left or Enter is pressed, with something else in it. */
  onLeft: (text: string) => void;
}

/** A text that is one gesture: what is typed is done when the field is left, and Escape forgets it. */
export function LeftField({
  label,
  hint,
  value,
  maxLength,
  inputMode,
  isRight,
  mistake,
  onLeft,
}: LeftFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  useOther(value, () => {
    setTyped(null);
    setWrong(false);
  });
  const take = () => {
    if (typed === null) return;
    const text = typed.trim();
    if (text !== value && isRight?.(text) === false) {
      setWrong(true);
      return;
    }
    setTyped(null);
    setWrong(false);
    if (text !== value) onLeft(text);
  };
  return (
    <Field label={label} hint={hint} error={isWrong ? mistake : undefined}>
      {(control) => (
        <input
          {...control}
          type="text"
          autocomplete="off"
          maxLength={maxLength}
          inputMode={inputMode}
          value={typed ?? value}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          onBlur={take}
          onKeyDown={(event) => {
            if (event.key === 'Enter') take();
            if (event.key === 'Escape' && typed !== null) {
              event.stopPropagation();
              setTyped(null);
              setWrong(false);
            }
          }}
        />
      )}
    </Field>
  );
}
