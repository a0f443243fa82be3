import './field.css';
import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';

interface Described {
  label: string;
  hint?: string | undefined;
  /** What is wrong with it, and what to do. */
  error?: string | undefined;
}

export interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
}

/** Label, hint and error around a control of any kind, tied together for those who listen. */
export function Field({
  label,
  hint,
  error,
  children,
}: Described & { children: (control: ControlProps) => ComponentChildren }) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? 'true' : undefined,
      })}
      {error && (
        <span class="error" id={`${id}-error`}>
          {error}
        </span>
      )}
    </div>
  );
}

/** The types of `input` that take text, each as the attributes that its roles allow. */
const typed = {
  text: { type: 'text' },
  email: { type: 'email' },
  password: { type: 'password' },
  date: { type: 'date' },
  time: { type: 'time' },
  number: { type: 'number' },
  search: { type: 'search' },
} satisfies Record<string, InputHTMLAttributes>;

export interface TextFieldProps extends Described {
  value: string;
  onValue: (value: string) => void;
  name?: string;
  type?: keyof typeof typed;
  autocomplete?: string;
  required?: boolean;
  readOnly?: boolean;
  minLength?: number;
  maxLength?: number;
  min?: string | number;
  max?: string | number;
  step?: number | 'any';
  inputMode?: 'numeric' | 'decimal' | 'email';
  onLeave?: () => void;
  /** Codes stand in the mono face, without corrections. */
  code?: boolean;
}

export function TextField({
  label,
  hint,
  error,
  value,
  onValue,
  onLeave,
  code,
  type = 'text',
  ...rest
}: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <input
          {...control}
          {...rest}
          {...typed[type]}
          class={code ? 'code' : undefined}
          autocapitalize={code ? 'characters' : undefined}
          autocorrect={code ? 'off' : undefined}
          spellcheck={code ? false : undefined}
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
          onBlur={onLeave}
        />
      )}
    </Field>
  );
}

export interface TextAreaProps extends Described {
  value: string;
  onValue: (value: string) => void;
  required?: boolean;
  maxLength?: number;
}

export function TextArea({ label, hint, error, value, onValue, required, maxLength = 2000 }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <textarea
          {...control}
          rows={3}
          required={required}
          maxLength={maxLength}
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export interface Option<Value extends string> {
  value: Value;
  label: string;
}

export interface SelectFieldProps<Value extends string> extends Described {
  value: Value;
  options: readonly Option<Value>[];
  onValue: (value: Value) => void;
}

export function SelectField<Value extends string>({
  label,
  hint,
  error,
  value,
  options,
  onValue,
}: SelectFieldProps<Value>) {
  const choose = (chosen: string) => {
    const option = options.find((each) => each.value === chosen);
    if (option) onValue(option.value);
  };
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => choose(event.currentTarget.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export interface CheckFieldProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

export function CheckField({ label, checked, onChange }: CheckFieldProps) {
  return (
    <label class="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      {label}
    </label>
  );
}
