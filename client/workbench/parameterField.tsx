import type { ParameterSetting } from '../../shared/assemblies/instances.ts';
import { isWhole, type Parameter } from '../../shared/modules/parameters.ts';
import { t } from '../catalogue/designTexts.ts';
import { numberTyped, typedIn } from '../designs/draft/measures.ts';
import { lengthTold } from '../measures/lengthUnits.ts';
import { SelectField } from '../ui/field.tsx';
import { LengthField } from '../ui/lengthField.tsx';
import { LeftField } from './leftField.tsx';

const words = t.workbench.settings;

/** A parameter that may be set: of a module, or one of a design, which has no limits. */
export interface AskedParameter {
  name: string;
  label: string;
  hint: string;
  /** An option of a choice in words. */
  option?: (value: string) => string;
  parameter: Parameter | { kind: 'free'; usual: string; unit: string };
}

interface ParameterFieldProps {
  asked: AskedParameter;
  /** Undefined: as usual. */
  setting: ParameterSetting | undefined;
  /** What it comes to now. */
  reckoned: number | string | undefined;
  onValue: (to: ParameterSetting) => void;
  /** While it is being typed. */
  onTyping: (to: ParameterSetting) => void;
}

/** One parameter: a length, a number or a choice; lengths and numbers may be formulas. */
export function ParameterField(props: ParameterFieldProps) {
  const { asked, setting, reckoned, onValue, onTyping } = props;
  const { parameter, label } = asked;
  const isFormula = typeof setting === 'string' && setting.trimStart().startsWith('=');
  const gives = isFormula && typeof reckoned === 'number' ? told(parameter, reckoned) : null;
  const hint = [gives && words.reckoned(gives), asked.hint].filter(Boolean).join(' ');
  switch (parameter.kind) {
    case 'length':
      return (
        <LengthField
          label={label}
          hint={hint}
          value={setting ?? parameter.usual}
          least={parameter.least}
          most={parameter.most}
          mayFormula
          onValue={onValue}
          onTyping={onTyping}
        />
      );
    case 'choice':
      return (
        <SelectField
          label={label}
          hint={hint}
          value={String(setting ?? parameter.usual)}
          options={parameter.options.map((value) => ({ value, label: asked.option?.(value) ?? value }))}
          onValue={onValue}
        />
      );
    case 'count':
      return <CountField {...props} parameter={parameter} hint={hint} />;
    case 'free':
      return (
        <LeftField
          label={label}
          hint={hint}
          value={setting === undefined ? parameter.usual : freeTold(setting, parameter.unit)}
          maxLength={200}
          onLeft={(text) => onValue(freeRead(text, parameter.unit))}
        />
      );
  }
}

interface CountFieldProps extends ParameterFieldProps {
  parameter: Extract<Parameter, { kind: 'count' }>;
  hint: string;
}

function CountField({ asked, parameter, hint, setting, onValue }: CountFieldProps) {
  const { least, most, usual } = parameter;
  const read = (text: string): ParameterSetting | null => {
    if (text.startsWith('=')) return text;
    const number = typedIn(text, 'piece');
    return number !== null &&
      (Number.isInteger(number) || !isWhole(parameter)) &&
      number >= least &&
      number <= most
      ? number
      : null;
  };
  return (
    <LeftField
      label={asked.label}
      hint={[words.count(numberTyped(least), numberTyped(most)), hint].filter(Boolean).join(' ')}
      inputMode="numeric"
      value={typeof setting === 'string' ? setting : numberTyped(setting ?? usual)}
      maxLength={200}
      isRight={(text) => read(text) !== null}
      mistake={words.noCount}
      onLeft={(text) => {
        const value = read(text);
        if (value !== null) onValue(value);
      }}
    />
  );
}

const told = (parameter: AskedParameter['parameter'], value: number): string =>
  parameter.kind === 'length' ? lengthTold(value) : numberTyped(value);

const isLength = (unit: string): boolean => ['mm', 'cm', 'm', 'in', 'ft', '"'].includes(unit.trim());

/** A design's parameter as it is typed: lengths with their unit, all else as it stands. */
const freeTold = (setting: ParameterSetting, unit: string): string =>
  typeof setting === 'number' ? (isLength(unit) ? lengthTold(setting) : numberTyped(setting)) : setting;

/** A length becomes millimetres, a number a number; formulas and words stay as they are. */
function freeRead(text: string, unit: string): ParameterSetting {
  if (text.startsWith('=')) return text;
  const read = typedIn(text, isLength(unit) ? 'mm' : 'piece');
  return read ?? text;
}
