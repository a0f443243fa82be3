import { useState } from 'preact/hooks';
import { t } from '../catalogue/text.ts';
import { typedTime } from '../time/typed.ts';
import { TextField } from './field.tsx';
import { useOther } from './useOther.ts';

export interface TimeFieldProps {
  label: string;
  /** `18:00` */
  value: string;
  onValue: (value: string) => void;
  /** A closing time may be 24:00. */
  mayEndDay?: boolean;
}

/** A wall time of 24 hours in every browser, whatever the device's own habit; `9` and `930` do as well. */
export function TimeField({ label, value, onValue, mayEndDay = false }: TimeFieldProps) {
  const [text, setText] = useState(value);
  useOther(value, () => setText(value));
  const typed = typedTime(text, mayEndDay);
  return (
    <TextField
      label={label}
      code
      required
      inputMode="numeric"
      maxLength={7}
      value={text}
      error={typed === null ? t.time.notATime : undefined}
      onValue={(changed) => {
        setText(changed);
        const read = typedTime(changed, mayEndDay);
        if (read !== null && /^\d\d:\d\d$/.test(changed)) onValue(read);
      }}
      onLeave={() => {
        if (typed === null) return;
        setText(typed);
        if (typed !== value) onValue(typed);
      }}
    />
  );
}
