import { t } from '../catalogue/workshopTexts.ts';
import { useResource } from '../resource.ts';
import { me, myWorkshops } from '../session.ts';
import { SelectField } from '../ui/field.tsx';
import { peopleList } from '../views.ts';

const words = t.waiting;

/** The roles of the viewer in a workshop. */
export const myRolesIn = (workshopId: string) =>
  myWorkshops.value.find((workshop) => workshop.workshopId === workshopId)?.roles ?? [];

export interface ForWhomProps {
  workshopId: string;
  /** Null: for oneself. */
  memberId: string | null;
  onChoose: (memberId: string | null) => void;
}

/** Stewards book for others too; everybody else sees nothing of this. */
export function ForWhom(props: ForWhomProps) {
  return myRolesIn(props.workshopId).includes('steward') ? <Choice {...props} /> : null;
}

function Choice({ workshopId, memberId, onChoose }: ForWhomProps) {
  const people = useResource(`/api/workshops/${workshopId}/people`, peopleList);
  const others = (people.value.value?.people ?? []).filter(
    (person) => person.memberId !== me.value?.memberId && person.requested === null && !person.erased,
  );
  if (others.length === 0) return null;
  return (
    <SelectField
      label={words.forWhom}
      value={memberId ?? ''}
      options={[
        { value: '', label: words.me },
        ...others.map((person) => ({ value: person.memberId, label: person.name ?? t.words.formerMember })),
      ]}
      onValue={(value) => onChoose(value === '' ? null : value)}
    />
  );
}
