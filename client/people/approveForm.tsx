import { useState } from 'preact/hooks';
import { type MembershipKind, membershipKind } from '../../shared/roles.ts';
import type { PersonView } from '../../shared/workshops/views.ts';
import { t } from '../catalogue/text.ts';
import { addDays } from '../time/wall.ts';
import { instantOf, lastDateBefore } from '../time/zone.ts';
import { Button } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { TextField } from '../ui/field.tsx';
import { FormFailure, mistakeAt } from '../ui/formFailure.tsx';
import { useCommand } from '../useCommand.ts';
import type { PersonForms } from './personActions.ts';

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
    const until = day ? instantOf(addDays(day, 1), '00:00', timeZone) : null;
    if (await give(actions.approve(person, kind, until))) onDone();
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Chips label={words.approveAs} value={kind} options={membershipOptions} onValue={setKind} />
      <TextField
        label={`${words.untilField} (${t.words.optional})`}
        hint={words.untilHint}
        type="date"
        value={day}
        error={mistakeAt(failure, 'until')}
        onValue={setDay}
      />
      <FormFailure failure={failure} timeZone={timeZone} />
      <div>
        <Button kind="main" type="submit" busy={busy}>
          {person.membership ? words.change : words.approve}
        </Button>
      </div>
    </form>
  );
}
