import { t } from '../catalogue/designTexts.ts';
import { randomId } from '../randomId.ts';
import { SelectField } from '../ui/field.tsx';
import type { Workbench } from './bench.ts';
import { fitInNewStep, setFields } from './gestures/settings.ts';

const words = t.workbench.settings;
const NO_STEP = '';
const NEW_STEP = 'new';

interface StepFieldProps {
  bench: Workbench;
  step: string | null;
  ids: readonly string[];
}

/** In which step of the instructions things are fitted: one that is there, or a new one behind all others. */
export function StepField({ bench, step, ids }: StepFieldProps) {
  const steps = bench.content.value?.steps ?? [];
  const take = (to: string) => {
    if (to !== NEW_STEP) bench.act(setFields(ids, { step: to === NO_STEP ? null : to }));
    else bench.act(fitInNewStep(ids, { id: randomId(), title: words.newStep(steps.length + 1) }));
  };
  return (
    <SelectField
      label={words.step}
      value={step ?? NO_STEP}
      options={[
        { value: NO_STEP, label: words.noStep },
        ...steps.map(({ id, title }, index) => ({
          value: id,
          label: words.stepNumbered(index + 1, title),
        })),
        { value: NEW_STEP, label: words.stepToBegin },
      ]}
      onValue={take}
    />
  );
}
