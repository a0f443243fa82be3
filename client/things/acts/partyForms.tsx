import { useState } from 'preact/hooks';
import type { Grade, Party } from '../../../shared/items/events.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { instantOf, todayIn } from '../../time/zone.ts';
import { TextField } from '../../ui/field.tsx';
import { useThingCommand } from '../useThingCommand.ts';
import type { ActProps } from './act.ts';
import { ActForm } from './actForm.tsx';
import { GradeChips, likelyWorkshop, PartyField } from './fields.tsx';

const words = t.things;

/** Somebody takes it along for a while. */
export function LendForm({ thing, onDone }: ActProps) {
  const command = useThingCommand(thing.itemId, onDone);
  const [to, setTo] = useState<Party | null>(null);
  const [until, setUntil] = useState('');
  // It is due when that day ends.
  const due =
    until === '' ? {} : { until: new Date(instantOf(until, '23:59', thing.timeZone)).toISOString() };
  return (
    <ActForm
      command={command}
      submitLabel={words.acts.lend}
      incomplete={to === null}
      onSubmit={() => command.give({ to: 'lend', body: { to, ...due }, done: words.done.lend(thing.name) })}
    >
      <PartyField workshopId={likelyWorkshop(thing.place.workshop?.workshopId)} party={to} onParty={setTo} />
      <TextField
        label={`${words.forms.until} (${t.words.optional})`}
        type="date"
        min={todayIn(thing.timeZone, Date.now())}
        value={until}
        onValue={setUntil}
      />
    </ActForm>
  );
}

/** It is back from whoever had it. */
export function ReturnForm({ thing, onDone }: ActProps) {
  const command = useThingCommand(thing.itemId, onDone);
  const [grade, setGrade] = useState<Grade | null>(null);
  return (
    <ActForm
      command={command}
      submitLabel={words.acts.return}
      onSubmit={() => command.give({ to: 'return', body: { grade }, done: words.done.return(thing.name) })}
    >
      <GradeChips value={grade} onValue={setGrade} />
    </ActForm>
  );
}

/** It is somebody else's from now on. */
export function GiveForm({ thing, onDone }: ActProps) {
  const command = useThingCommand(thing.itemId, onDone);
  const [to, setTo] = useState<Party | null>(null);
  return (
    <ActForm
      command={command}
      submitLabel={words.acts.give}
      incomplete={to === null}
      onSubmit={() => command.give({ to: 'give', body: { to }, done: words.done.give(thing.name) })}
    >
      <PartyField workshopId={likelyWorkshop(thing.place.workshop?.workshopId)} party={to} onParty={setTo} />
    </ActForm>
  );
}
