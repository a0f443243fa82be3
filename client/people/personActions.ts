import type { Pausable } from '../../shared/members/events.ts';
import type { AppointedRole, MembershipKind } from '../../shared/roles.ts';
import type { CompetenceView, PersonView } from '../../shared/workshops/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import type { Ask } from '../useCommand.ts';
import { nameOf, officeInWords } from './office.ts';

/** What the forms about a person share. */
export interface PersonForms {
  actions: PersonActions;
  timeZone: string;
  onDone: () => void;
}

export type PersonActions = ReturnType<typeof personActions>;
const words = t.people;

/** Every command about a person of one workshop, ready to be given. `after` reads the page's views again. */
export function personActions(workshopId: string, competences: readonly CompetenceView[], after: () => void) {
  const people = `/api/workshops/${workshopId}/people`;
  const offices = `/api/workshops/${workshopId}/appointments`;
  const about = (person: PersonView, act: string, body: unknown, done: string): Ask => ({
    method: 'post',
    path: `${people}/${person.memberId}/${act}`,
    body,
    ifMatch: person.revision,
    done,
    after,
  });
  const competenceName = (competenceId: string) =>
    competences.find((each) => each.competenceId === competenceId)?.name ?? '';
  return {
    /** Of a person in this workshop, for what else is asked about them. */
    pathOf: (person: PersonView) => `${people}/${person.memberId}`,
    approve: (person: PersonView, kind: MembershipKind, until: string | null) => {
      const name = nameOf(person);
      return about(
        person,
        'approve',
        { kind, until },
        person.membership ? words.changed(name) : words.approved(name),
      );
    },
    decline: (person: PersonView, reason: string) =>
      about(person, 'decline', { reason }, words.declined(nameOf(person))),
    end: (person: PersonView, reason: string) =>
      about(person, 'end', { reason }, words.ended(nameOf(person))),
    pause: (person: PersonView, reason: string, until: string, what: readonly Pausable[]) =>
      about(person, 'pause', { until, reason, what }, words.paused(nameOf(person))),
    reviewPause: (person: PersonView, upheld: boolean) =>
      about(
        person,
        'review-pause',
        { upheld },
        upheld ? words.upheld(nameOf(person)) : words.lifted(nameOf(person)),
      ),
    liftPause: (person: PersonView) => about(person, 'lift-pause', {}, words.lifted(nameOf(person))),
    appoint: (person: PersonView, role: AppointedRole, competenceId: string | null): Ask => {
      const office = officeInWords(role, competenceId, competences);
      const body = { memberId: person.memberId, role, competenceId };
      return { method: 'post', path: offices, body, done: words.appointed(nameOf(person), office), after };
    },
    recall: (person: PersonView, role: AppointedRole, competenceId: string | null): Ask => {
      const office = officeInWords(role, competenceId, competences);
      const body = { memberId: person.memberId, role, competenceId };
      return {
        method: 'post',
        path: `${offices}/recall`,
        body,
        done: words.recalled(nameOf(person), office),
        after,
      };
    },
    /** `until` left out: as long as the competence is good for. */
    grant: (person: PersonView, competenceId: string, until?: string): Ask => ({
      ...about(
        person,
        'competences',
        until === undefined ? { competenceId } : { competenceId, until },
        words.granted(nameOf(person), competenceName(competenceId)),
      ),
      ifMatch: null,
    }),
    withdraw: (person: PersonView, competenceId: string, reason: string): Ask => ({
      ...about(
        person,
        'competences/withdraw',
        { competenceId, reason },
        words.withdrawn(nameOf(person), competenceName(competenceId)),
      ),
      ifMatch: null,
    }),
  };
}
