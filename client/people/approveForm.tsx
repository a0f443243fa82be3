import { useState } from 'preact/hooks';
import { type MembershipKind, membershipKind } from '../../shared/roles.ts';
import type { PersonView } from '../../shared/workshops/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { lastDateBefore } from '../time/zone.ts';
import { AskForm } from '../ui/askForm.tsx';
import { Chips } from '../ui/chips.tsx';
import { mistakeAt } from '../ui/formFailure.tsx';
import { useCommand } from '../useCommand.ts';
import type { PersonForms } from './personActions.ts';
import { afterDay, UntilField } from './untilField.tsx';

const words = t.people;
export const membershipOptions = membershipKind.options.map((value) => ({
  value,
  label: t.words.memberships[value],
}));

/** The last whole day of a membership that ends at an instant. */
const lastDay = (until: string | null | undefined, timeZone: string) =>
  until ? lastDateBefore(until, timeZone) : '';

/** Lets somebody in, or changes what they are and until when. */
export function ApproveForm({ person, actions, timeZone, onDone }: PersonForms & { person: PersonView }) {
  const [kind, setKind] = useState<MembershipKind>(person.membership?.kind ?? 'member');
  const [day, setDay] = useState(lastDay(person.membership?.until, timeZone));
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const submit = async () => {
    const until = afterDay(day, timeZone);
    if (await give(actions.approve(person, kind, until))) onDone();
  };
  return (
    <AskForm
      submitLabel={person.membership ? words.change : words.approve}
      onSubmit={submit}
      busy={busy}
      failure={failure}
      timeZone={timeZone}
      kind="main"
    >
      <Chips label={words.approveAs} value={kind} options={membershipOptions} onValue={setKind} />
      <UntilField day={day} error={mistakeAt(failure, 'until')} onDay={setDay} />
    </AskForm>
  );
}
