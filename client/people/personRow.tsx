import './personRow.css';
import { useState } from 'preact/hooks';
import type { CompetenceView, PersonView } from '../../shared/workshops/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { State } from '../ui/state.tsx';
import { ManagePerson } from './managePerson.tsx';
import { dayIn, lastDayIn, nameOf, officeInWords } from './office.ts';
import type { PersonActions } from './personActions.ts';

export interface PersonRowProps {
  person: PersonView;
  competences: readonly CompetenceView[];
  timeZone: string;
  actions: PersonActions;
  allowedActions: readonly string[];
  /** Competences that the viewer trains here. */
  taught: readonly string[];
}

const words = t.people;
const managing = ['member.approve', 'member.pause', 'workshop.appoint', 'competence.grant'];

/** One person of a workshop: what they are here, and a way to change that for those who may. */
export function PersonRow(props: PersonRowProps) {
  const { person, competences, timeZone, allowedActions } = props;
  const [open, setOpen] = useState(false);
  const name = nameOf(person);
  const mayManage = !person.erased && managing.some((action) => allowedActions.includes(action));
  return (
    <li class="person-row">
      <div class="head">
        <div>
          <h3>{name}</h3>
          <Facts person={person} competences={competences} timeZone={timeZone} />
        </div>
        {mayManage && (
          <Button label={words.manage(name)} onPress={() => setOpen(true)}>
            {words.manageWord}
          </Button>
        )}
      </div>
      {person.pause && (
        <State kind="taken">
          {words.pausedFrom(
            t.words.and(person.pause.what.map((one) => words.pausables[one])),
            lastDayIn(person.pause.until, timeZone),
          )}
          {person.pause.upheld && ` ${words.upheldLine}`}
        </State>
      )}
      {person.requested?.message && <q>{person.requested.message}</q>}
      {open && (
        <Dialog title={name} onClose={() => setOpen(false)}>
          <ManagePerson {...props} onDone={() => setOpen(false)} />
        </Dialog>
      )}
    </li>
  );
}

function Facts({
  person,
  competences,
  timeZone,
}: Pick<PersonRowProps, 'person' | 'competences' | 'timeZone'>) {
  const { membership, appointments, requested } = person;
  const kind = membership && t.words.memberships[membership.kind];
  const has = person.competences.flatMap(({ competenceId, until }) => {
    const name = competences.find((each) => each.competenceId === competenceId)?.name;
    return name ? [{ competenceId, text: until ? words.until(name, lastDayIn(until, timeZone)) : name }] : [];
  });
  return (
    <>
      <p class="facts">
        {kind && (
          <span>{membership.until ? words.until(kind, lastDayIn(membership.until, timeZone)) : kind}</span>
        )}
        {appointments.map(({ role, competenceId }) => (
          <span key={`${role} ${competenceId}`}>{officeInWords(role, competenceId, competences)}</span>
        ))}
        {requested && <span>{words.asked(dayIn(requested.at, timeZone))}</span>}
      </p>
      {has.length > 0 && (
        <ul class="competences">
          {has.map(({ competenceId, text }) => (
            <li key={competenceId}>{text}</li>
          ))}
        </ul>
      )}
    </>
  );
}
