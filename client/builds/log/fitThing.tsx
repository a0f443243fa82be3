import { useState } from 'preact/hooks';
import { buildView } from '../../../shared/builds/views.ts';
import { type NamedThing, thingView } from '../../../shared/items/views.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { useResource } from '../../resource.ts';
import { ActForm } from '../../things/acts/actForm.tsx';
import { ThingChooser } from '../../things/acts/thingChooser.tsx';
import { useThingCommand } from '../../things/useThingCommand.ts';
import { Chips } from '../../ui/chips.tsx';
import { CheckField, SelectField, TextField } from '../../ui/field.tsx';
import type { MeetProps } from './meetDialog.tsx';

const words = t.buildLog.parts;

/** A thing with a story of its own goes into what is being built, or is used up for it. */
export function FitThing(props: MeetProps) {
  const planned = usePlanned(props);
  const [chosen, setChosen] = useState<NamedThing | null | undefined>();
  const thing = chosen === undefined ? planned : chosen;
  return (
    <div class="stack">
      <ThingChooser label={words.code} except={props.build.buildId} chosen={thing} onChosen={setChosen} />
      {thing && <Fit key={thing.itemId} {...props} thing={thing} />}
    </div>
  );
}

/** The thing that was chosen for the line, or that a build has made for it: then no code is typed. */
function usePlanned({ line }: MeetProps): NamedThing | null {
  const choice = line?.choice ?? null;
  const itemId = choice?.how === 'item' ? choice.itemId : null;
  const buildId = choice?.how === 'made' ? choice.buildId : null;
  const item = useResource(itemId && `/api/things/${itemId}`, thingView);
  const making = useResource(buildId && `/api/builds/${buildId}`, buildView);
  if (line === null || line.missing <= 0) return null;
  const made = making.value.value;
  const thing = item.value.value ?? (made?.status === 'completed' ? made.thingList[0] : undefined);
  return thing ? { itemId: thing.itemId, name: thing.name, code: thing.code } : null;
}

function Fit({ build, line, step, thing, onChanged, onClose }: MeetProps & { thing: NamedThing }) {
  const hosts = build.thingList.length > 0 ? build.thingList : build.subject ? [build.subject] : [];
  const [into, setInto] = useState(hosts[0]?.itemId ?? '');
  const [act, setAct] = useState<'fit' | 'consume'>(hosts.length > 0 ? 'fit' : 'consume');
  const [substitutes, setSubstitutes] = useState(false);
  const [reason, setReason] = useState('');
  const command = useThingCommand(thing.itemId, () => {
    onChanged();
    onClose();
  });
  const where = { buildId: build.buildId, line: line?.line.id ?? null };
  const submit = () =>
    act === 'fit'
      ? command.give({
          to: 'fit',
          body: { ...where, into, step, ...(substitutes ? { substitutes, reason } : {}) },
          done: words.fitted(thing.name),
        })
      : command.give({ to: 'consume', body: where, done: words.usedUp(thing.name) });
  return (
    <ActForm
      command={command}
      submitLabel={act === 'fit' ? words.fit : words.useUp}
      incomplete={act === 'fit' && into === ''}
      onSubmit={submit}
    >
      {hosts.length > 0 && (
        <Chips
          label={words.becomes}
          quiet
          value={act}
          options={[
            { value: 'fit', label: words.fit },
            { value: 'consume', label: words.useUp },
          ]}
          onValue={setAct}
        />
      )}
      {act === 'fit' && hosts.length > 1 && (
        <SelectField
          label={words.into}
          value={into}
          options={hosts.map(({ itemId, name }, index) => ({
            value: itemId,
            label: `${index + 1}. ${name}`,
          }))}
          onValue={setInto}
        />
      )}
      {act === 'fit' && line && (
        <CheckField label={words.substitutes} checked={substitutes} onChange={setSubstitutes} />
      )}
      {substitutes && <TextField label={words.reason} maxLength={400} value={reason} onValue={setReason} />}
    </ActForm>
  );
}
