import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { type MachineKind, machineKind } from '../../../shared/machines/words.ts';
import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import { useThingCommand } from '../useThingCommand.ts';
import type { ActProps } from './act.ts';
import { ActForm } from './actForm.tsx';
import { kindFromName } from './kindFromName.ts';

const words = t.things.intoService;
const kinds = machineKind.options
  .map((value) => ({ value, label: t.words.kinds[value] }))
  .sort((left, right) => left.label.localeCompare(right.label));

/** In one step it is a machine that others can book; its page as a machine comes next. */
export function IntoServiceForm({ thing, onDone }: ActProps) {
  const { route } = useLocation();
  const command = useThingCommand(thing.itemId, onDone);
  const [kind, setKind] = useState<MachineKind | ''>(() => kindFromName(thing.of?.title ?? thing.name) ?? '');
  const [name, setName] = useState(thing.name);
  const [area, setArea] = useState(thing.place.shelf ?? '');
  const put = async () => {
    const reply = await command.give({
      to: 'into-service',
      body: { kind, name: name.trim(), ...(area.trim() ? { area: area.trim() } : {}) },
      done: t.things.done.intoService(name.trim()),
    });
    if (reply) route(addressOf.machine(thing.itemId));
  };
  return (
    <ActForm
      command={command}
      submitLabel={words.submit}
      incomplete={kind === '' || name.trim() === ''}
      onSubmit={put}
    >
      <p>{words.text}</p>
      <SelectField<MachineKind | ''>
        label={words.kind}
        value={kind}
        options={kind === '' ? [{ value: '', label: words.chooseKind }, ...kinds] : kinds}
        onValue={setKind}
      />
      <TextField label={words.name} required maxLength={80} value={name} onValue={setName} />
      <TextField
        label={`${words.area} (${t.words.optional})`}
        hint={words.areaHint}
        maxLength={80}
        value={area}
        onValue={setArea}
      />
    </ActForm>
  );
}
