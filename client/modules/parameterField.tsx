import { useState } from 'preact/hooks';
import type { Module } from '../../shared/modules/module.ts';
import { isWhole, type Parameter } from '../../shared/modules/parameters.ts';
import { t } from '../catalogue/designTexts.ts';
import { limitTold } from '../measures/lengthUnits.ts';
import { SelectField, TextField } from '../ui/field.tsx';
import { LengthField } from '../ui/lengthField.tsx';
import { optionName, parameterName, valueTold } from './words.ts';

export interface ParameterFieldProps {
  module: Module;
  name: string;
  parameter: Parameter;
  value: number | string;
  /** Set for good; `onTyping`: while it is still being typed. */
  onValue: (value: number | string) => void;
  onTyping?: (value: number | string) => void;
}

/** One size of a module: what it is called, its limits, and what is usual. */
export function ParameterField(props: ParameterFieldProps) {
  const { module, name, parameter, value, onValue } = props;
  const words = t.modules;
  const told = (one: number | string) => valueTold(module, name, parameter, one);
  const label = parameterName(module.id, name);
  const limit = (side: 'least' | 'most') => {
    if (parameter.kind === 'choice') return '';
    const { kind, [side]: value } = parameter;
    return kind === 'length' ? limitTold(value, side) : told(value);
  };
  if (parameter.kind === 'choice')
    return (
      <SelectField
        label={label}
        value={String(value)}
        options={parameter.options.map((option) => ({
          value: option,
          label: optionName(module.id, name, option),
        }))}
        onValue={onValue}
      />
    );
  const hint = [
    words.between(limit('least'), limit('most')),
    value === parameter.usual ? '' : words.usually(told(parameter.usual)),
  ]
    .filter(Boolean)
    .join(' ');
  if (parameter.kind === 'count')
    return <CountField {...props} parameter={parameter} label={label} hint={hint} />;
  return (
    <LengthField
      label={label}
      hint={hint}
      value={value}
      least={parameter.least}
      most={parameter.most}
      onValue={onValue}
      {...(props.onTyping && { onTyping: props.onTyping })}
    />
  );
}

interface CountFieldProps extends ParameterFieldProps {
  parameter: Extract<Parameter, { kind: 'count' }>;
  label: string;
  hint: string;
}

function CountField({ module, name, parameter, value, label, hint, onValue }: CountFieldProps) {
  const [text, setText] = useState<string | null>(null);
  const typed = text ?? String(value);
  const pattern = isWhole(parameter) ? /^\d{1,9}$/ : /^-?\d{1,9}(\.\d{1,9})?$/;
  const number = pattern.test(typed.trim()) ? Number(typed) : null;
  const { least, most } = parameter;
  const told = (one: number) => valueTold(module, name, parameter, one);
  const fault = () => {
    if (number === null) return t.modules.notWhole;
    if (number < least) return t.lengths.least(told(least));
    return number > most ? t.lengths.most(told(most)) : undefined;
  };
  return (
    <TextField
      label={label}
      hint={hint}
      error={fault()}
      inputMode="numeric"
      autocomplete="off"
      maxLength={9}
      value={typed}
      onValue={(changed) => {
        setText(changed);
        const next = pattern.test(changed.trim()) ? Number(changed) : Number.NaN;
        if (next >= least && next <= most) onValue(next);
      }}
      onLeave={() => {
        if (fault() === undefined) setText(null);
      }}
    />
  );
}
