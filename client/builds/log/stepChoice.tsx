import { t } from '../../catalogue/buildTexts.ts';
import { SelectField } from '../../ui/field.tsx';
import type { StepShown } from './pending.ts';

const words = t.buildLog.entries;

interface StepChoiceProps {
  steps: readonly StepShown[];
  /** Empty: no step. */
  value: string;
  onValue: (step: string) => void;
}

/** One of the steps, or none; nothing where there are none to choose from. */
export function StepChoice({ steps, value, onValue }: StepChoiceProps) {
  if (steps.length === 0) return null;
  return (
    <SelectField
      label={words.step}
      value={value}
      options={[
        ...steps.map(({ step, title }, index) => ({ value: step, label: `${index + 1}. ${title}` })),
        { value: '', label: words.noStep },
      ]}
      onValue={onValue}
    />
  );
}
