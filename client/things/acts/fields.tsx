import { useState } from 'preact/hooks';
import { type Grade, grade as grades, type Party } from '../../../shared/items/events.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { useResource } from '../../resource.ts';
import { me, myWorkshops } from '../../session.ts';
import { instantOf, todayIn } from '../../time/zone.ts';
import { Chips } from '../../ui/chips.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Fold } from '../../ui/page.tsx';
import { TimeField } from '../../ui/timeField.tsx';
import { peopleList, workshopList } from '../../views.ts';

const words = t.things.forms;

/** How good it is; may stay unsaid. */
export function GradeChips({
  value,
  onValue,
  label = words.grade,
}: {
  value: Grade | null;
  onValue: (value: Grade) => void;
  label?: string;
}) {
  return (
    <Chips<Grade | ''>
      label={label}
      value={value ?? ''}
      options={grades.options.map((each) => ({ value: each, label: t.things.grades[each] }))}
      onValue={(chosen) => chosen !== '' && onValue(chosen)}
    />
  );
}

export interface Spot {
  workshopId: string;
  shelf: string;
}

interface SpotFieldsProps {
  spot: Spot;
  onSpot: (spot: Spot) => void;
  /** Also workshops that the viewer is not of. */
  everywhere?: boolean;
}

/** Which workshop, and where in it. */
export function SpotFields({ spot, onSpot, everywhere = false }: SpotFieldsProps) {
  const all = useResource(everywhere ? '/api/workshops' : null, workshopList);
  const known = everywhere ? (all.value.value?.workshops ?? myWorkshops.value) : myWorkshops.value;
  const options = known.map(({ workshopId, name }) => ({ value: workshopId, label: name }));
  return (
    <>
      {(options.length > 1 || everywhere) && (
        <SelectField
          label={words.workshop}
          value={spot.workshopId}
          options={options}
          onValue={(workshopId) => onSpot({ ...spot, workshopId })}
        />
      )}
      <TextField
        label={`${words.shelf} (${t.words.optional})`}
        hint={words.shelfHint}
        maxLength={80}
        value={spot.shelf}
        onValue={(shelf) => onSpot({ ...spot, shelf })}
      />
    </>
  );
}

/** The workshop in which somebody with a thing most likely stands: where it is, if it is theirs, else their first. */
export function likelyWorkshop(here: string | null | undefined): string {
  const mine = myWorkshops.value.map(({ workshopId }) => workshopId);
  return here && mine.includes(here) ? here : (mine[0] ?? here ?? '');
}

/** As the body of a command takes it: nothing where nothing is said. */
export const shelfOf = ({ shelf }: Spot) => (shelf.trim() === '' ? {} : { shelf: shelf.trim() });

interface PartyFieldProps {
  /** The workshop whose people can be named. */
  workshopId: string;
  party: Party | null;
  onParty: (party: Party | null) => void;
}

/** Somebody: a member of the workshop, another workshop, or somebody whom the program does not know. */
export function PartyField({ workshopId, party, onParty }: PartyFieldProps) {
  const [kind, setKind] = useState<Party['kind']>(party?.kind ?? 'member');
  const people = useResource(
    kind === 'member' && workshopId !== '' ? `/api/workshops/${workshopId}/people` : null,
    peopleList,
  );
  const workshops = useResource(kind === 'workshop' ? '/api/workshops' : null, workshopList);
  const choose = (chosen: Party['kind']) => {
    setKind(chosen);
    onParty(chosen === 'outside' ? { kind: 'outside' } : null);
  };
  const members = people.value.value?.people ?? [];
  const others = workshops.value.value?.workshops ?? [];
  return (
    <>
      <Chips<Party['kind']>
        label={words.to}
        value={kind}
        options={[
          { value: 'member', label: words.toMember },
          { value: 'workshop', label: words.toWorkshop },
          { value: 'outside', label: words.toOutside },
        ]}
        onValue={choose}
      />
      {kind === 'member' && (
        <SelectField
          label={words.person}
          value={party?.kind === 'member' ? party.memberId : ''}
          options={[
            { value: '', label: words.choose },
            ...members.map(({ memberId, name }) => ({
              value: memberId,
              label: memberId === me.value?.memberId ? words.me : (name ?? t.words.formerMember),
            })),
          ]}
          onValue={(memberId) => onParty(memberId ? { kind: 'member', memberId } : null)}
        />
      )}
      {kind === 'workshop' && (
        <SelectField
          label={words.workshop}
          value={party?.kind === 'workshop' ? party.workshopId : ''}
          options={[
            { value: '', label: words.choose },
            ...others.map(({ workshopId: value, name }) => ({ value, label: name })),
          ]}
          onValue={(chosen) => onParty(chosen ? { kind: 'workshop', workshopId: chosen } : null)}
        />
      )}
    </>
  );
}

/** When it happened: now, unless somebody says so. */
export interface Earlier {
  day: string;
  time: string;
}
export const NOW: Earlier = { day: '', time: '12:00' };

/** As the body of a command takes it. */
export const atOf = ({ day, time }: Earlier, timeZone: string): { at?: string } =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) ? { at: new Date(instantOf(day, time, timeZone)).toISOString() } : {};

/** Written down afterwards: the day and the time at which it was. */
export function EarlierFields({
  timeZone,
  earlier,
  onEarlier,
}: {
  timeZone: string;
  earlier: Earlier;
  onEarlier: (earlier: Earlier) => void;
}) {
  return (
    <Fold summary={words.when}>
      <div class="fields-2">
        <TextField
          label={words.day}
          type="date"
          max={todayIn(timeZone, Date.now())}
          value={earlier.day}
          onValue={(day) => onEarlier({ ...earlier, day })}
        />
        <TimeField
          label={t.things.at.time}
          value={earlier.time}
          onValue={(time) => onEarlier({ ...earlier, time })}
        />
      </div>
    </Fold>
  );
}

/** Kilograms as typed; null where nothing is, undefined where it is no weight. */
export function kilogramsIn(typed: string): number | null | undefined {
  const text = typed
    .trim()
    .replace(/\s*kg$/i, '')
    .replace(',', '.');
  if (text === '') return null;
  const mass = Number(text);
  return Number.isFinite(mass) && mass >= 0 && mass <= 1e7 ? mass : undefined;
}

interface MassFieldProps {
  label?: string;
  typed: string;
  onTyped: (typed: string) => void;
}

/** A weight in kilograms. */
export function MassField({ label = words.mass, typed, onTyped }: MassFieldProps) {
  return (
    <TextField
      label={`${label} (${t.words.optional})`}
      inputMode="decimal"
      maxLength={20}
      value={typed}
      error={kilogramsIn(typed) === undefined ? words.massError : undefined}
      onValue={onTyped}
    />
  );
}
