import { useState } from 'preact/hooks';
import { t } from '../../catalogue/buildTexts.ts';
import { useThingCommand } from '../useThingCommand.ts';
import type { ActProps } from './act.ts';
import { ActForm } from './actForm.tsx';
import { DescriptionFields, describedFrom } from './descriptionFields.tsx';
import { kilogramsIn } from './fields.tsx';

/** What it is, said better. */
export function DescribeForm({ thing, onDone }: ActProps) {
  const command = useThingCommand(thing.itemId, onDone);
  const [described, setDescribed] = useState(() => describedFrom(thing.description));
  const mass = kilogramsIn(described.mass);
  const { mass: _typed, ...words } = described;
  return (
    <ActForm
      command={command}
      submitLabel={t.things.acts.describe}
      incomplete={mass === undefined || described.name.trim() === ''}
      onSubmit={() =>
        command.give({
          to: 'description',
          method: 'put',
          ifMatch: thing.revision,
          body: { ...thing.description, ...words, name: words.name.trim(), massKilograms: mass ?? null },
          done: t.things.done.describe(words.name.trim()),
        })
      }
    >
      <DescriptionFields described={described} onChange={setDescribed} open />
    </ActForm>
  );
}
