import { useState } from 'preact/hooks';
import type { CompetenceView } from '../../shared/workshops/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useResource } from '../resource.ts';
import { addDays } from '../time/wall.ts';
import { instantOf, laterBy, todayIn } from '../time/zone.ts';
import { duration } from '../time.ts';
import { AskForm } from '../ui/askForm.tsx';
import { Chips } from '../ui/chips.tsx';
import { SelectField, TextArea, TextField } from '../ui/field.tsx';
import { mistakeAt } from '../ui/formFailure.tsx';
import { TimeField } from '../ui/timeField.tsx';
import { useCommand } from '../useCommand.ts';
import { machineList } from '../views.ts';

const words = t.inductions.lead;
const LENGTHS = [30, 60, 90, 120, 180, 240];
const USUAL_PLACES = '3';

export interface AnnounceFormProps {
  workshop: { workshopId: string; timeZone: string };
  /** What the viewer trains. */
  taught: readonly CompetenceView[];
  onDone: () => void;
}

/** Announces an induction: for what, when, on which machine, for how many. */
export function AnnounceForm({ workshop, taught, onDone }: AnnounceFormProps) {
  const { workshopId, timeZone } = workshop;
  const today = todayIn(timeZone, Date.now());
  const [competenceId, setCompetence] = useState(taught[0]?.competenceId ?? '');
  const [machineId, setMachine] = useState('');
  const [day, setDay] = useState(addDays(today, 7));
  const [time, setTime] = useState('18:00');
  const [minutes, setMinutes] = useState(60);
  const [places, setPlaces] = useState(USUAL_PLACES);
  const [note, setNote] = useState('');
  const machines = useResource(`/api/machines?workshop=${workshopId}`, machineList);
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const asking = (machines.value.value?.machines ?? []).filter(({ requiredCompetences }) =>
    requiredCompetences.includes(competenceId),
  );
  const name = taught.find((each) => each.competenceId === competenceId)?.name ?? '';
  const submit = async () => {
    const start = instantOf(day, time, timeZone);
    const reply = await give({
      method: 'post',
      path: `/api/workshops/${workshopId}/inductions`,
      body: {
        competenceId,
        machineId: machineId === '' ? null : machineId,
        start,
        end: laterBy(start, minutes, timeZone),
        places: Number(places),
        ...(note.trim() === '' ? {} : { note }),
      },
      done: words.announced(name),
      after: onDone,
    });
    if (reply) onDone();
  };
  return (
    <AskForm
      submitLabel={words.announce}
      onSubmit={submit}
      busy={busy}
      failure={failure}
      timeZone={timeZone}
      kind="main"
    >
      <SelectField
        label={words.competence}
        value={competenceId}
        options={taught.map((each) => ({ value: each.competenceId, label: each.name }))}
        onValue={(value) => {
          setCompetence(value);
          setMachine('');
        }}
      />
      {asking.length > 0 && (
        <SelectField
          label={words.machine}
          hint={words.machineHint}
          value={machineId}
          options={[
            { value: '', label: words.noMachine },
            ...asking.map((machine) => ({ value: machine.machineId, label: machine.name })),
          ]}
          onValue={setMachine}
        />
      )}
      <div class="fields-2">
        <TextField
          label={words.day}
          type="date"
          required
          min={today}
          value={day}
          error={mistakeAt(failure, 'start')}
          onValue={(value) => value && setDay(value)}
        />
        <TimeField label={words.start} value={time} onValue={setTime} />
      </div>
      <Chips
        label={words.length}
        value={String(minutes)}
        options={LENGTHS.map((length) => ({ value: String(length), label: duration(length) }))}
        onValue={(value) => setMinutes(Number(value))}
      />
      <TextField
        label={words.places}
        type="number"
        inputMode="numeric"
        min={1}
        max={200}
        required
        value={places}
        error={mistakeAt(failure, 'places')}
        onValue={setPlaces}
      />
      <TextArea label={`${words.note} (${t.words.optional})`} value={note} onValue={setNote} />
    </AskForm>
  );
}
