import { useState } from 'preact/hooks';
import { type AppointedRole, appointedRole } from '../../shared/roles.ts';
import type { CompetenceView, PersonView } from '../../shared/workshops/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { AskForm } from '../ui/askForm.tsx';
import { Chips } from '../ui/chips.tsx';
import { SelectField } from '../ui/field.tsx';
import { useCommand } from '../useCommand.ts';
import type { PersonForms } from './personActions.ts';
import { afterDay, UntilField } from './untilField.tsx';

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
    <AskForm
      submitLabel={words.appointNow}
      onSubmit={submit}
      busy={busy}
      failure={failure}
      timeZone={timeZone}
      kind="main"
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
    </AskForm>
  );
}

const goodFor = (competences: readonly CompetenceView[], competenceId: string): string => {
  const months = competences.find((each) => each.competenceId === competenceId)?.validityMonths ?? null;
  return months === null ? t.inductions.validity.forGood : t.inductions.validity.months(months);
};

/** Confirms a competence, until a day or for as long as it is good. */
export function GrantForm({ person, competences, actions, timeZone, onDone }: OfficeFormProps) {
  const options = competenceOptions(competences);
  const [competence, setCompetence] = useState(options[0]?.value ?? '');
  const [day, setDay] = useState('');
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const submit = async () => {
    const until = afterDay(day, timeZone) ?? undefined;
    if (await give(actions.grant(person, competence, until))) onDone();
  };
  return (
    <AskForm
      submitLabel={words.grantNow}
      onSubmit={submit}
      busy={busy}
      failure={failure}
      timeZone={timeZone}
      kind="main"
    >
      <SelectField label={words.forCompetence} value={competence} options={options} onValue={setCompetence} />
      <UntilField
        day={day}
        hint={t.inductions.validity.left(goodFor(competences, competence))}
        onDay={setDay}
      />
    </AskForm>
  );
}
