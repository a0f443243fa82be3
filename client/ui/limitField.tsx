import { useState } from 'preact/hooks';
import { t } from '../catalogue/workshopTexts.ts';
import { SelectField, TextField } from './field.tsx';

const UNITS = { minutes: 1, hours: 60, days: 1_440 } as const;
type Unit = keyof typeof UNITS;
const units = (['minutes', 'hours', 'days'] as const).map((value) => ({
  value,
  label: t.rules.units[value],
}));

const wholeNumber = (text: string): number | null => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : null);

export interface LimitFieldProps {
  label: string;
  /** Null: no limit; then the field is empty. */
  value: number | null;
  onValue: (value: number | null) => void;
}

/** A whole number, or none. */
export function CountField({ label, value, onValue }: LimitFieldProps) {
  return (
    <TextField
      label={label}
      hint={t.rules.noLimit}
      type="number"
      min={1}
      step={1}
      inputMode="numeric"
      value={value === null ? '' : String(value)}
      onValue={(text) => onValue(wholeNumber(text) || null)}
    />
  );
}

const unitFor = (minutes: number | null): Unit => {
  if (minutes === null || minutes % UNITS.hours !== 0) return 'minutes';
  return minutes % UNITS.days === 0 && minutes > UNITS.days ? 'days' : 'hours';
};

export interface LengthFieldProps extends LimitFieldProps {
  /** It cannot be without one: what is left empty stays as it was. */
  required?: boolean;
}

/** A length in elapsed minutes, told in minutes, hours or days; or none. */
export function LengthField({ label, value, onValue, required }: LengthFieldProps) {
  const [unit, setUnit] = useState<Unit>(unitFor(value));
  const [text, setText] = useState(value === null ? '' : String(value / UNITS[unit]));
  const tell = (typed: string, chosen: Unit) => {
    setText(typed);
    setUnit(chosen);
    const minutes = (wholeNumber(typed) ?? 0) * UNITS[chosen];
    if (minutes > 0 || !required) onValue(minutes || null);
  };
  return (
    <div class="length-line">
      <TextField
        label={label}
        hint={required ? undefined : t.rules.noLimit}
        type="number"
        min={1}
        step={1}
        inputMode="numeric"
        value={text}
        onValue={(typed) => tell(typed, unit)}
      />
      <SelectField
        label={t.rules.unitOf(label)}
        value={unit}
        options={units}
        onValue={(chosen) => tell(text, chosen)}
      />
    </div>
  );
}
