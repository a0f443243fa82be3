import { useState } from 'preact/hooks';
import { type CompetenceView, workshopView } from '../../shared/workshops/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useResource } from '../resource.ts';
import { Button } from '../ui/button.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { FormFailure, mistakeAt } from '../ui/formFailure.tsx';
import { useCommand } from '../useCommand.ts';
import { workshopList } from '../views.ts';
import type { SettingsFormProps } from './settingsForms.tsx';

const validity = t.inductions.validity;
const words = t.inductions.recognitions;

/** How long each competence is good for when it is granted. */
export function ValidityForms({ workshop, onChanged }: SettingsFormProps) {
  return (
    <div class="stack measure">
      {workshop.competences.map((competence) => (
        <ValidityForm
          key={`${competence.competenceId} ${competence.revision}`}
          competence={competence}
          onChanged={onChanged}
        />
      ))}
    </div>
  );
}

function ValidityForm({ competence, onChanged }: { competence: CompetenceView; onChanged: () => void }) {
  const { competenceId, workshopId, name, validityMonths, revision } = competence;
  const before = validityMonths === null ? '' : String(validityMonths);
  const [months, setMonths] = useState(before);
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const submit = () =>
    give({
      method: 'put',
      path: `/api/workshops/${workshopId}/competences/${competenceId}/validity`,
      body: { months: months === '' ? null : Number(months) },
      ifMatch: revision,
      done: validity.set(name),
      after: onChanged,
    });
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField
        label={validity.field(name)}
        hint={validity.hint}
        type="number"
        inputMode="numeric"
        min={1}
        max={240}
        value={months}
        error={mistakeAt(failure, 'months')}
        onValue={setMonths}
      />
      <FormFailure failure={failure} />
      {months !== before && (
        <div>
          <Button type="submit" busy={busy}>
            {t.words.save}
          </Button>
        </div>
      )}
    </form>
  );
}

/** What of other workshops counts here, each with its recall; and letting more count. */
export function Recognitions({ workshop, onChanged }: SettingsFormProps) {
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const nameOf = (competenceId: string) =>
    workshop.competences.find((each) => each.competenceId === competenceId)?.name ?? '';
  const recall = (competenceId: string, as: string, name: string) =>
    give({
      method: 'post',
      path: `/api/workshops/${workshop.workshopId}/recognitions/recall`,
      body: { competenceId, as },
      done: words.recalled(name),
      after: onChanged,
    });
  return (
    <div class="stack measure">
      <p class="soft">{workshop.recognitions.length === 0 ? words.none : words.text}</p>
      <ul class="rows">
        {workshop.recognitions.map(({ competenceId, competenceName, workshopName, as }) => (
          <li key={`${competenceId} ${as}`} class="stack">
            <span>{words.line(competenceName, workshopName, nameOf(as))}</span>
            <div>
              <Button
                busy={busy}
                label={words.recallOf(competenceName, workshopName)}
                onPress={() => recall(competenceId, as, competenceName)}
              >
                {words.recall}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <FormFailure failure={failure} />
      {workshop.competences.length > 0 && <RecogniseForm workshop={workshop} onChanged={onChanged} />}
    </div>
  );
}

function RecogniseForm({ workshop, onChanged }: SettingsFormProps) {
  const workshops = useResource('/api/workshops', workshopList);
  const others = (workshops.value.value?.workshops ?? []).filter(
    ({ workshopId }) => workshopId !== workshop.workshopId,
  );
  const [from, setFrom] = useState('');
  const chosen = from || (others[0]?.workshopId ?? '');
  const there = useResource(chosen === '' ? null : `/api/workshops/${chosen}`, workshopView);
  const theirs = there.value.value?.competences ?? [];
  const [competenceId, setCompetence] = useState('');
  const [as, setAs] = useState(workshop.competences[0]?.competenceId ?? '');
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const wanted = theirs.find((each) => each.competenceId === competenceId) ?? theirs[0];
  if (others.length === 0) return null;
  const submit = () =>
    wanted &&
    give({
      method: 'post',
      path: `/api/workshops/${workshop.workshopId}/recognitions`,
      body: { competenceId: wanted.competenceId, as },
      done: words.recognised(wanted.name),
      after: onChanged,
    });
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <SelectField
        label={words.workshop}
        value={chosen}
        options={others.map(({ workshopId, name }) => ({ value: workshopId, label: name }))}
        onValue={setFrom}
      />
      {there.value.value && theirs.length === 0 && <p class="soft">{words.nothingThere}</p>}
      {wanted && (
        <>
          <SelectField
            label={words.theirs}
            value={wanted.competenceId}
            options={theirs.map((each) => ({ value: each.competenceId, label: each.name }))}
            onValue={setCompetence}
          />
          <SelectField
            label={words.as}
            value={as}
            options={workshop.competences.map((each) => ({ value: each.competenceId, label: each.name }))}
            onValue={setAs}
          />
          <FormFailure failure={failure} />
          <div>
            <Button type="submit" busy={busy}>
              {words.recognise}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}
