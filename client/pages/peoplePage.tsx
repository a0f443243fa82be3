import { useMemo, useState } from 'preact/hooks';
import { type PersonView, type WorkshopView, workshopView } from '../../shared/workshops/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { Appointments } from '../people/appointments.tsx';
import { Invite } from '../people/invite.tsx';
import { MakePerson } from '../people/makePerson.tsx';
import { nameOf } from '../people/office.ts';
import { personActions } from '../people/personActions.ts';
import { PersonRow } from '../people/personRow.tsx';
import { useResource } from '../resource.ts';
import type { PageProps } from '../routes.ts';
import { me } from '../session.ts';
import { TextField } from '../ui/field.tsx';
import { PageFrame, PageSection } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';
import { appointmentList, peopleList } from '../views.ts';
import { Sheets } from '../workshops/sheets.tsx';

const words = t.people;

/** The people of a workshop: who waits, who is in, who holds which office. */
export function PeoplePage({ params }: PageProps) {
  const workshopId = params.workshopId ?? '';
  const own = `workshop-${workshopId}`;
  const workshop = useResource(`/api/workshops/${workshopId}`, workshopView, [own]);
  const people = useResource(`/api/workshops/${workshopId}/people`, peopleList, [own, 'member-']);
  const appointments = useResource(`/api/workshops/${workshopId}/appointments`, appointmentList, [own]);
  const reread = () => {
    people.refetch();
    appointments.refetch();
    workshop.refetch();
  };
  const view = workshop.value.value;
  return (
    <PageFrame title={view ? words.titleOf(view.name) : words.title}>
      <Shown resource={workshop}>
        {(shown) => (
          <>
            <Sheets
              workshopId={workshopId}
              current="people"
              mayChange={shown.allowedActions.includes('workshop.setHours')}
            />
            <Shown resource={people}>
              {({ people: all }) => <Everybody people={all} workshop={shown} onChanged={reread} />}
            </Shown>
            {shown.allowedActions.includes('workshop.invite') && (
              <PageSection title={words.invite.title}>
                <Invite workshop={shown} />
                {shown.allowedActions.includes('workshop.import') && (
                  <p>
                    <a href={addressOf.importOf(workshopId, 'members')}>{words.invite.many}</a>
                  </p>
                )}
              </PageSection>
            )}
            {shown.allowedActions.includes('account.make') && (
              <PageSection title={t.devices.badges.make}>
                <MakePerson workshopId={workshopId} onMade={reread} />
              </PageSection>
            )}
            <PageSection title={words.appointments}>
              <Shown resource={appointments}>
                {(list) => (
                  <Appointments
                    appointments={list.appointments}
                    competences={shown.competences}
                    timeZone={shown.timeZone}
                  />
                )}
              </Shown>
            </PageSection>
          </>
        )}
      </Shown>
    </PageFrame>
  );
}

interface EverybodyProps {
  people: PersonView[];
  workshop: WorkshopView;
  onChanged: () => void;
}

function Everybody({ people, workshop, onChanged }: EverybodyProps) {
  const [search, setSearch] = useState('');
  const { workshopId, competences, timeZone, allowedActions } = workshop;
  const actions = useMemo(() => personActions(workshopId, competences, onChanged), [workshopId, competences]);
  const seesAll = allowedActions.includes('workshop.invite');
  const byName = [...people].sort((left, right) =>
    nameOf(left).localeCompare(nameOf(right), undefined, { numeric: true }),
  );
  const waiting = byName.filter(({ requested }) => requested !== null);
  const wanted = search.trim().toLowerCase();
  const inside = byName.filter(
    (person) => person.requested === null && nameOf(person).toLowerCase().includes(wanted),
  );
  const taught = people
    .filter(({ memberId }) => memberId === me.value?.memberId)
    .flatMap(({ appointments }) => appointments.flatMap(({ competenceId }) => competenceId ?? []));
  const row = (person: PersonView) => (
    <PersonRow
      key={person.memberId}
      person={person}
      competences={competences}
      timeZone={timeZone}
      actions={actions}
      allowedActions={allowedActions}
      taught={taught}
    />
  );
  return (
    <>
      {waiting.length > 0 && (
        <PageSection title={words.requests}>
          <ul class="rows">{waiting.map(row)}</ul>
        </PageSection>
      )}
      <PageSection title={seesAll ? words.all : words.office}>
        {!seesAll && <p class="soft">{words.memberView}</p>}
        {people.length > 12 && (
          <div class="narrow">
            <TextField label={words.find} type="search" value={search} onValue={setSearch} />
          </div>
        )}
        {inside.length === 0 && <p class="soft">{words.none}</p>}
        <ul class="rows">{inside.map(row)}</ul>
      </PageSection>
    </>
  );
}
