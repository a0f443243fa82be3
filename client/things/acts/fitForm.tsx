import { useState } from 'preact/hooks';
import type { NamedThing } from '../../../shared/items/views.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { useThingCommand } from '../useThingCommand.ts';
import type { ActProps } from './act.ts';
import { ActForm } from './actForm.tsx';
import { atOf, EarlierFields, NOW } from './fields.tsx';
import { ThingChooser } from './thingChooser.tsx';

/** It goes into another thing. */
export function FitForm({ thing, onDone }: ActProps) {
  const command = useThingCommand(thing.itemId, onDone);
  const [into, setInto] = useState<NamedThing | null>(null);
  const [earlier, setEarlier] = useState(NOW);
  return (
    <ActForm
      command={command}
      submitLabel={t.things.acts.fit}
      incomplete={into === null}
      onSubmit={() =>
        into &&
        command.give({
          to: 'fit',
          body: { into: into.itemId, ...atOf(earlier, thing.timeZone) },
          done: t.things.done.fit(thing.name, into.name),
        })
      }
    >
      <ThingChooser label={t.things.forms.into} except={thing.itemId} chosen={into} onChosen={setInto} />
      <EarlierFields timeZone={thing.timeZone} earlier={earlier} onEarlier={setEarlier} />
    </ActForm>
  );
}
