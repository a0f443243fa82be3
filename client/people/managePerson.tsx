import { useState } from 'preact/hooks';
import { t } from '../catalogue/workshopTexts.ts';
import { me } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { FormFailure } from '../ui/formFailure.tsx';
import { Fold } from '../ui/page.tsx';
import { useCommand } from '../useCommand.ts';
import { ApproveForm } from './approveForm.tsx';
import { Badges } from './badges.tsx';
import { nameOf, officeInWords } from './office.ts';
import { AppointForm, GrantForm } from './officeForms.tsx';
import type { PersonRowProps } from './personRow.tsx';
import { ReasonForm } from './reasonForm.tsx';
import { SignInLink } from './signInLink.tsx';

type ManagePersonProps = PersonRowProps & { onDone: () => void };

type Part =
  | { part: 'menu' | 'approve' | 'decline' | 'end' | 'pause' | 'appoint' | 'grant' }
  | { part: 'withdraw'; competenceId: string };

const words = t.people;

/** All that may be done about one person: first as a list, then as the one form. */
export function ManagePerson(props: ManagePersonProps) {
  const [shown, setShown] = useState<Part>({ part: 'menu' });
  const { person, competences, timeZone, actions, onDone } = props;
  const name = nameOf(person);
  const shared = { person, actions, timeZone, onDone };
  switch (shown.part) {
    case 'menu':
      return <Menu {...props} onPart={setShown} />;
    case 'approve':
      return <ApproveForm {...shared} />;
    case 'appoint':
      return <AppointForm {...shared} competences={competences} />;
    case 'grant':
      return <GrantForm {...shared} competences={teachableTo(props)} />;
    case 'decline':
      return (
        <ReasonForm
          ask={(reason) => actions.decline(person, reason)}
          submitLabel={words.decline}
          text={words.declineTitle(name)}
          timeZone={timeZone}
          onDone={onDone}
        />
      );
    case 'end':
      return (
        <ReasonForm
          ask={(reason) => actions.end(person, reason)}
          submitLabel={words.end}
          text={words.endTitle(name)}
          timeZone={timeZone}
          onDone={onDone}
        />
      );
    case 'pause':
      return (
        <ReasonForm
          ask={(reason, until, what) => actions.pause(person, reason, until, what)}
          submitLabel={words.pause}
          text={words.pauseText}
          untilDay
          timeZone={timeZone}
          onDone={onDone}
        />
      );
    case 'withdraw': {
      const { competenceId } = shown;
      const competence = competences.find((each) => each.competenceId === competenceId)?.name ?? '';
      return (
        <ReasonForm
          ask={(reason) => actions.withdraw(person, competenceId, reason)}
          submitLabel={words.withdraw(competence)}
          text={words.withdrawTitle(name, competence)}
          timeZone={timeZone}
          onDone={onDone}
        />
      );
    }
  }
}

/** What the viewer may confirm: what they train, or of themselves what a founder declares. */
function teachableTo({ person, competences, taught }: PersonRowProps) {
  const isSelf = person.memberId === me.value?.memberId;
  const held = person.competences.map(({ competenceId }) => competenceId);
  return competences.filter(
    ({ competenceId }) => !held.includes(competenceId) && (isSelf || taught.includes(competenceId)),
  );
}

function Menu(props: ManagePersonProps & { onPart: (part: Part) => void }) {
  const { person, competences, timeZone, actions, allowedActions, taught, onDone, onPart } = props;
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const may = (action: string) => allowedActions.includes(action);
  const isSelf = person.memberId === me.value?.memberId;
  const now = async (ask: Parameters<typeof give>[0]) => {
    if (await give(ask)) onDone();
  };
  const open = (part: Exclude<Part['part'], 'withdraw'>, label: string) => (
    <Button key={part} onPress={() => onPart({ part })}>
      {label}
    </Button>
  );
  const { pause } = person;
  const mayReview =
    !isSelf && pause !== null && pause.upheld === null && pause.pausedBy !== me.value?.memberId;
  const teachable = teachableTo(props);
  const withdrawable = competences.filter(
    ({ competenceId }) =>
      (isSelf || taught.includes(competenceId)) &&
      person.competences.some((held) => held.competenceId === competenceId),
  );
  return (
    <div class="stack">
      <div class="buttons">
        {may('member.approve') && person.requested && open('approve', words.approve)}
        {may('member.decline') && person.requested && open('decline', words.decline)}
        {may('member.approve') && person.membership && open('approve', words.change)}
        {may('competence.grant') && teachable.length > 0 && open('grant', words.grant)}
        {may('workshop.appoint') && !person.requested && open('appoint', words.appointNow)}
        {may('member.pause') && !isSelf && person.membership && !person.pause && open('pause', words.pause)}
        {may('member.reviewPause') && mayReview && (
          <>
            <Button busy={busy} onPress={() => now(actions.reviewPause(person, true))}>
              {words.uphold}
            </Button>
            <Button busy={busy} onPress={() => now(actions.reviewPause(person, false))}>
              {words.overrule}
            </Button>
          </>
        )}
        {may('member.liftPause') && person.pause && (
          <Button busy={busy} onPress={() => now(actions.liftPause(person))}>
            {words.lift}
          </Button>
        )}
        {may('member.end') && !isSelf && person.membership && open('end', words.end)}
      </div>
      <div class="buttons">
        {may('workshop.recall') &&
          person.appointments.map(({ role, competenceId }) => (
            <Button
              key={`${role} ${competenceId}`}
              busy={busy}
              onPress={() => now(actions.recall(person, role, competenceId))}
            >
              {words.recall(officeInWords(role, competenceId, competences))}
            </Button>
          ))}
        {may('competence.withdraw') &&
          withdrawable.map(({ competenceId, name }) => (
            <Button key={competenceId} onPress={() => onPart({ part: 'withdraw', competenceId })}>
              {words.withdraw(name)}
            </Button>
          ))}
      </div>
      {may('badge.manage') && !isSelf && !person.requested && (
        <>
          <SignInLink person={person} path={actions.pathOf(person)} timeZone={timeZone} />
          <Fold summary={t.devices.badges.title}>
            <Badges path={actions.pathOf(person)} isDesk />
          </Fold>
        </>
      )}
      <FormFailure failure={failure} timeZone={timeZone} />
    </div>
  );
}
