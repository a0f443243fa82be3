import { useState } from 'preact/hooks';
import { type AppointedRole, appointedRole } from '../../shared/roles.ts';
import type { CompetenceView, PersonView } from '../../shared/workshops/views.ts';
import { t } from '../catalogue/text.ts';
import { addDays } from '../time/wall.ts';
import { instantOf } from '../time/zone.ts';
import { Button } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { FormFailure } from '../ui/formFailure.tsx';
import { useCommand } from '../useCommand.ts';
import type { PersonForms } from './personActions.ts';

interface OfficeFormProps extends PersonForms {
  person: PersonView;
  competences: readonly CompetenceView[];
}

const words = t.people;
const competenceOptions = (competences: readonly CompetenceView[]) =>
  competences.map(({ competenceId, name }) => ({ value: competenceId, label: name }));

/** Appoints somebody; a trainer for one competence. */
export function AppointForm({ person, competences, actions, timeZone, onDone }: OfficeFormProps) {
  const offices = appointedRole.options.filter((role) => role !== 'trainer' || competences.length > 0);
  const [role, setRole] = useState<AppointedRole>('host');
  const [competence, setCompetence] = useState(competences[0]?.competenceId ?? '');
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const submit = async () => {
    if (await give(actions.appoint(person, role, role === 'trainer' ? competence : null))) onDone();
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Chips
        label={words.appoint}
        value={role}
        options={offices.map((value) => ({ value, label: t.words.roles[value] }))}
        onValue={setRole}
      />
      <p class="soft">{t.words.rolesDo[role]}</p>
      {role === 'trainer' && (
        <SelectField
          label={words.forCompetence}
          value={competence}
          options={competenceOptions(competences)}
          onValue={setCompetence}
        />
      )}
      <FormFailure failure={failure} timeZone={timeZone} />
      <div>
        <Button kind="main" type="submit" busy={busy}>
          {words.appointNow}
        </Button>
      </div>
    </form>
  );
}

/** Confirms a competence, for good or until a day. */
export function GrantForm({ person, competences, actions, timeZone, onDone }: OfficeFormProps) {
  const options = competenceOptions(competences);
  const [competence, setCompetence] = useState(options[0]?.value ?? '');
  const [day, setDay] = useState('');
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const submit = async () => {
    const until = day ? instantOf(addDays(day, 1), '00:00', timeZone) : null;
    if (await give(actions.grant(person, competence, until))) onDone();
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <SelectField label={words.forCompetence} value={competence} options={options} onValue={setCompetence} />
      <TextField
        label={`${words.untilField} (${t.words.optional})`}
        hint={words.untilHint}
        type="date"
        value={day}
        onValue={setDay}
      />
      <FormFailure failure={failure} timeZone={timeZone} />
      <div>
        <Button kind="main" type="submit" busy={busy}>
          {words.grantNow}
        </Button>
      </div>
    </form>
  );
}
