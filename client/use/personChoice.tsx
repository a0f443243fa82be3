import { useState } from 'preact/hooks';
import { entitledView } from '../../shared/bookings/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useResource } from '../resource.ts';
import { AskForm } from '../ui/askForm.tsx';
import { SelectField } from '../ui/field.tsx';
import { Shown } from '../ui/shown.tsx';
import { type Ask, useCommand } from '../useCommand.ts';

export interface PersonChoiceProps {
  machineId: string;
  timeZone: string;
  /** What follows from it. */
  text: string;
  submitLabel: string;
  /** The command that names this person. */
  ask: (person: { memberId: string; name: string }) => Ask;
}

/** Somebody else who may use the machine, by name, and one button. */
export function PersonChoice({ machineId, timeZone, text, submitLabel, ask }: PersonChoiceProps) {
  const entitled = useResource(`/api/machines/${machineId}/entitled`, entitledView);
  const [memberId, setMemberId] = useState('');
  const { busy, failure, give } = useCommand({ failures: 'page' });
  return (
    <Shown resource={entitled}>
      {({ people }) => {
        const chosen = people.find((person) => person.memberId === memberId) ?? people[0];
        if (!chosen) return <p>{t.use.nobodyEntitled}</p>;
        return (
          <AskForm
            submitLabel={submitLabel}
            kind="main"
            busy={busy}
            failure={failure}
            timeZone={timeZone}
            onSubmit={() => give(ask({ memberId: chosen.memberId, name: nameOf(chosen) }))}
          >
            <p>{text}</p>
            <SelectField
              label={t.use.whom}
              value={chosen.memberId}
              options={people.map((person) => ({ value: person.memberId, label: nameOf(person) }))}
              onValue={setMemberId}
            />
          </AskForm>
        );
      }}
    </Shown>
  );
}

const nameOf = ({ name }: { name: string | null }) => name ?? t.words.formerMember;
