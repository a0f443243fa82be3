import { useState } from 'preact/hooks';
import { type Joining, joining } from '../../shared/roles.ts';
import type { Place } from '../../shared/workshops/events.ts';
import type { WorkshopView } from '../../shared/workshops/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { stepDone } from '../today/stepsDone.ts';
import { AskForm } from '../ui/askForm.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { mistakeAt } from '../ui/formFailure.tsx';
import { useCommand } from '../useCommand.ts';
import { HoursEditor } from './hoursEditor.tsx';
import { PlaceFields } from './placeFields.tsx';

export interface SettingsFormProps {
  workshop: WorkshopView;
  onChanged: () => void;
}

const words = t.workshops.settings;
const pathOf = (workshop: WorkshopView, part: string) => `/api/workshops/${workshop.workshopId}/${part}`;

/** The week and the holidays. */
export function HoursForm({ workshop, onChanged }: SettingsFormProps) {
  const [hours, setHours] = useState(workshop.openingHours);
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const submit = async () => {
    const reply = await give({
      method: 'put',
      path: pathOf(workshop, 'opening-hours'),
      body: { openingHours: hours },
      ifMatch: workshop.revision,
      done: words.hoursSet,
      after: onChanged,
    });
    if (reply) stepDone(workshop.workshopId, 'hours');
  };
  return (
    <AskForm
      submitLabel={words.saveHours}
      onSubmit={submit}
      busy={busy}
      failure={failure}
      kind="main"
      width="measure"
    >
      <HoursEditor hours={hours} onHours={setHours} />
    </AskForm>
  );
}

/** Name and place. */
export function PlaceForm({ workshop, onChanged }: SettingsFormProps) {
  const [name, setName] = useState(workshop.name);
  const [place, setPlace] = useState<Place>(workshop.place);
  const { busy, failure, give } = useCommand({ failures: 'page' });
  return (
    <AskForm
      submitLabel={t.words.save}
      onSubmit={() =>
        give({
          method: 'put',
          path: pathOf(workshop, 'description'),
          body: { name, place },
          ifMatch: workshop.revision,
          done: words.described,
          after: onChanged,
        })
      }
      busy={busy}
      failure={failure}
      width="measure"
    >
      <TextField
        label={words.name}
        required
        maxLength={80}
        value={name}
        error={mistakeAt(failure, 'name')}
        onValue={setName}
      />
      <PlaceFields place={place} failure={failure} onPlace={setPlace} />
      <p class="soft">{words.zoneFixed}</p>
    </AskForm>
  );
}

export const joiningOptions = joining.options.map((value) => ({ value, label: t.words.joinings[value] }));

/** Who may join. */
export function JoiningForm({ workshop, onChanged }: SettingsFormProps) {
  const [chosen, setChosen] = useState<Joining>(workshop.joining);
  const { busy, failure, give } = useCommand({ failures: 'page' });
  return (
    <AskForm
      submitLabel={t.words.save}
      onSubmit={() =>
        give({
          method: 'put',
          path: pathOf(workshop, 'joining'),
          body: { joining: chosen },
          ifMatch: workshop.revision,
          done: words.joiningSet,
          after: onChanged,
        })
      }
      busy={busy}
      failure={failure}
      width="measure"
    >
      <SelectField label={words.joining} value={chosen} options={joiningOptions} onValue={setChosen} />
    </AskForm>
  );
}

/** What trainers teach and machines ask for. */
export function CompetenceForm({ workshop, onChanged }: SettingsFormProps) {
  const [name, setName] = useState('');
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const define = async () => {
    const reply = await give({
      method: 'post',
      path: pathOf(workshop, 'competences'),
      body: { name },
      done: t.workshops.competences.defined(name),
      after: onChanged,
    });
    if (reply) setName('');
  };
  return (
    <AskForm
      submitLabel={t.workshops.competences.define}
      onSubmit={define}
      busy={busy}
      failure={failure}
      width="measure"
    >
      {workshop.competences.length === 0 ? (
        <p class="soft">{t.workshops.competences.none}</p>
      ) : (
        <ul>
          {workshop.competences.map((competence) => (
            <li key={competence.competenceId}>{competence.name}</li>
          ))}
        </ul>
      )}
      <TextField
        label={t.workshops.competences.name}
        hint={t.workshops.competences.hint}
        required
        maxLength={80}
        value={name}
        error={mistakeAt(failure, 'name')}
        onValue={setName}
      />
    </AskForm>
  );
}
