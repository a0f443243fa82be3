import { useState } from 'preact/hooks';
import { t } from '../../catalogue/buildTexts.ts';
import { Chips } from '../../ui/chips.tsx';
import { TextArea } from '../../ui/field.tsx';
import { useThingCommand } from '../useThingCommand.ts';
import type { ActProps } from './act.ts';
import { ActForm } from './actForm.tsx';
import { atOf, EarlierFields, NOW } from './fields.tsx';

const words = t.things;
/** Newer revisions offered at once. */
const MOST = 5;

/** It works again: what was done. */
export function RepairForm({ thing, onDone }: ActProps) {
  const command = useThingCommand(thing.itemId, onDone);
  const [note, setNote] = useState('');
  const [earlier, setEarlier] = useState(NOW);
  return (
    <ActForm
      command={command}
      submitLabel={words.acts.repair}
      onSubmit={() =>
        command.give({
          to: 'repair',
          body: { ...noteOf(note), ...atOf(earlier, thing.timeZone) },
          done: words.done.repair(thing.name),
        })
      }
    >
      <TextArea label={`${words.forms.note} (${t.words.optional})`} value={note} onValue={setNote} />
      <EarlierFields timeZone={thing.timeZone} earlier={earlier} onEarlier={setEarlier} />
    </ActForm>
  );
}

/** It is something else than before: another revision of its design, or none that is written down. */
export function ModifyForm({ thing, onDone }: ActProps) {
  const command = useThingCommand(thing.itemId, onDone);
  const [note, setNote] = useState('');
  const [what, setWhat] = useState('same');
  const [earlier, setEarlier] = useState(NOW);
  const { of } = thing;
  const revisions = of === null ? [] : newerThan(of.revision, of.latest);
  const changed = () => {
    if (what === 'none' || of === null) return null;
    const revision = what === 'same' ? of.revision : Number(what);
    return { designId: of.designId, revision };
  };
  return (
    <ActForm
      command={command}
      submitLabel={words.acts.modify}
      onSubmit={() =>
        command.give({
          to: 'modify',
          body: { of: changed(), ...noteOf(note), ...atOf(earlier, thing.timeZone) },
          done: words.done.modify(thing.name),
        })
      }
    >
      {of && (
        <Chips
          label={words.forms.design}
          value={what}
          options={[
            { value: 'same', label: words.revision(of.title, of.revision) },
            ...revisions.map((revision) => ({
              value: String(revision),
              label: words.forms.revision(revision),
            })),
            { value: 'none', label: words.forms.noDesign },
          ]}
          onValue={setWhat}
        />
      )}
      <TextArea label={`${words.forms.note} (${t.words.optional})`} value={note} onValue={setNote} />
      <EarlierFields timeZone={thing.timeZone} earlier={earlier} onEarlier={setEarlier} />
    </ActForm>
  );
}

const noteOf = (note: string) => (note.trim() === '' ? {} : { note: note.trim() });

/** The newest first, at most a handful. */
const newerThan = (revision: number, latest: number) =>
  Array.from({ length: Math.min(MOST, Math.max(0, latest - revision)) }, (_, index) => latest - index);
