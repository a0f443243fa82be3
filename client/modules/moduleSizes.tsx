import { useState } from 'preact/hooks';
import type { Module } from '../../shared/modules/module.ts';
import { t } from '../catalogue/designTexts.ts';
import { Button } from '../ui/button.tsx';
import { LengthUnitsChoice } from '../ui/lengthUnitsChoice.tsx';
import { PageSection } from '../ui/page.tsx';
import { ParameterField } from './parameterField.tsx';
import { changedFrom, type ModuleValues, valuesFrom } from './values.ts';

export interface ModuleSizesProps {
  module: Module;
  values: ModuleValues;
  /** While something is still being typed. */
  onTyping: (values: ModuleValues) => void;
  onValues: (values: ModuleValues) => void;
}

/** All sizes of a module, each to be changed. */
export function ModuleSizes({ module, values, onTyping, onValues }: ModuleSizesProps) {
  // Fields forget what was typed into them where all goes back to what is usual.
  const [round, setRound] = useState(0);
  const isChanged = Object.keys(changedFrom(module, values)).length > 0;
  return (
    <PageSection title={t.modules.sizes}>
      <LengthUnitsChoice />
      <div class="module-sizes" key={round}>
        {Object.entries(module.parameters).map(([name, parameter]) => (
          <ParameterField
            key={name}
            module={module}
            name={name}
            parameter={parameter}
            value={values[name] ?? parameter.usual}
            onTyping={(value) => onTyping({ ...values, [name]: value })}
            onValue={(value) => onValues({ ...values, [name]: value })}
          />
        ))}
      </div>
      {isChanged && (
        <div>
          <Button
            onPress={() => {
              setRound(round + 1);
              onValues(valuesFrom(module, {}));
            }}
          >
            {t.modules.usual}
          </Button>
        </div>
      )}
    </PageSection>
  );
}
