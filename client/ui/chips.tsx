import './chips.css';
import { IconCheck } from '@tabler/icons-preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Option } from './field.tsx';

export interface ChipsProps<Value extends string> {
  /** What is chosen here; heard always, seen unless `quiet`. */
  label: string;
  quiet?: boolean;
  /** All in one line, pushed aside with a finger where they do not fit. */
  line?: boolean;
  value: Value;
  options: readonly Option<Value>[];
  onValue: (value: Value) => void;
}

/** One choice of a few, all in sight: a radio group with large targets. */
export function Chips<Value extends string>({
  label,
  quiet,
  line,
  value,
  options,
  onValue,
}: ChipsProps<Value>) {
  const name = useId();
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const chosen = strip.current?.querySelector<HTMLElement>('[data-chosen]');
    if (line && strip.current && chosen) strip.current.scrollLeft = chosen.offsetLeft - chosen.offsetWidth;
  }, []);
  return (
    <fieldset class="chips">
      <legend class={quiet ? 'only-heard' : undefined}>{label}</legend>
      <div ref={strip} class={line ? 'chip-run strip' : 'chip-run'}>
        {options.map((option) => (
          <label class="chip" key={option.value} data-chosen={option.value === value || undefined}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onValue(option.value)}
            />
            {option.value === value && <IconCheck size={18} aria-hidden="true" />}
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export interface ManyChipsProps<Value extends string> {
  label: string;
  values: readonly Value[];
  options: readonly Option<Value>[];
  onValues: (values: Value[]) => void;
}

/** Any number of a few: checkboxes that look like chips. */
export function ManyChips<Value extends string>({ label, values, options, onValues }: ManyChipsProps<Value>) {
  const flip = (value: Value) =>
    onValues(values.includes(value) ? values.filter((each) => each !== value) : [...values, value]);
  return (
    <fieldset class="chips">
      <legend>{label}</legend>
      <div class="chip-run">
        {options.map((option) => {
          const chosen = values.includes(option.value);
          return (
            <label class="chip" key={option.value} data-chosen={chosen || undefined}>
              <input type="checkbox" checked={chosen} onChange={() => flip(option.value)} />
              {chosen && <IconCheck size={18} aria-hidden="true" />}
              {option.label}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
