import './findPage.css';
import { useEffect, useState } from 'preact/hooks';
import { type FreeMachine, type FreeView, freeView } from '../../shared/availability/free.ts';
import { type MachineKind, machineKind } from '../../shared/machines/words.ts';
import type { WorkshopSummary } from '../../shared/workshops/views.ts';
import { addressOf } from '../addresses.ts';
import { BookingForm } from '../booking/bookingForm.tsx';
import { lengthChoices } from '../booking/moments.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { type Choice, choiceFrom, daysFrom, questionOf } from '../find/choice.ts';
import { FreeRow, NotYouRow } from '../find/freeRow.tsx';
import { useResource } from '../resource.ts';
import type { PageProps } from '../routes.ts';
import { myWorkshops } from '../session.ts';
import { todayIn } from '../time/zone.ts';
import { dayWord, duration } from '../time.ts';
import { Chips } from '../ui/chips.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { SelectField } from '../ui/field.tsx';
import { Fold, PageFrame, PageSection } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';
import { ZoneLines } from '../ui/zoneLine.tsx';
import { workshopList } from '../views.ts';

const words = t.find;
const topicsOf = (found: FreeView | undefined) =>
  (found?.machines ?? []).map(({ machineId }) => `calendar-${machineId}`);

interface Chosen {
  machine: FreeMachine;
  start: string;
  end: string;
}

/** Machine or kind, day, length; then the first gaps, each one press from booking. */
export function FindPage({ query }: PageProps) {
  const now = Date.now();
  const [own] = myWorkshops.value;
  const today = todayIn(own?.timeZone ?? 'UTC', now);
  const [choice, setChoice] = useState(() => choiceFrom(query, today));
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const workshops = useResource('/api/workshops', workshopList);
  const known = workshops.value.value?.workshops;
  const path = known ? questionOf(choice, whereabouts(known)) : null;
  const found = useResource(path, freeView, topicsOf);
  useEffect(() => {
    const { machine, kind, workshop, minutes, from } = choice;
    const asked = new URLSearchParams({ minutes: String(minutes), from });
    for (const [name, value] of Object.entries({ machine, kind, workshop }))
      if (value) asked.set(name, value);
    history.replaceState(history.state, '', `${addressOf.find}?${asked}`);
  }, [choice]);
  return (
    <PageFrame title={words.title}>
      <Choices choice={choice} today={today} workshops={known ?? []} onChoice={setChoice} />
      <PageSection
        title={words.results}
        action={
          <p class="soft" role="status">
            {found.value.value && countInWords(found.value.value)}
          </p>
        }
      >
        <Shown resource={found}>{(view) => <Results view={view} onChoose={setChosen} />}</Shown>
      </PageSection>
      {chosen && (
        <Dialog title={t.booking.titles.place(chosen.machine.name)} onClose={() => setChosen(null)}>
          <BookingForm
            machine={chosen.machine}
            timeZone={chosen.machine.timeZone}
            intent={{ act: 'place', start: Date.parse(chosen.start), end: Date.parse(chosen.end) }}
            onDone={() => {
              setChosen(null);
              found.refetch();
            }}
            onCancel={() => setChosen(null)}
          />
        </Dialog>
      )}
    </PageFrame>
  );
}

/** Where somebody mostly is: at the first of their workshops that says where it stands. */
function whereabouts(workshops: readonly WorkshopSummary[]) {
  const mine = myWorkshops.value.map(({ workshopId }) => workshopId);
  for (const { workshopId, place } of workshops) {
    const { latitude, longitude } = place;
    if (mine.includes(workshopId) && latitude !== null && longitude !== null) return { latitude, longitude };
  }
  return null;
}

interface ChoicesProps {
  choice: Choice;
  today: string;
  workshops: readonly WorkshopSummary[];
  onChoice: (choice: Choice) => void;
}

function Choices({ choice, today, workshops, onChoice }: ChoicesProps) {
  const kinds = machineKind.options
    .filter((kind) => kind !== 'utility')
    .map((value) => ({ value, label: t.words.kinds[value] }))
    .sort((left, right) => left.label.localeCompare(right.label));
  return (
    <search class="stack" aria-label={words.title}>
      {choice.machine === '' && (
        <div class="what-and-where">
          <SelectField<MachineKind | ''>
            label={words.what}
            value={choice.kind}
            options={[{ value: '', label: words.anything }, ...kinds]}
            onValue={(kind) => onChoice({ ...choice, kind })}
          />
          {workshops.length > 1 && (
            <SelectField
              label={words.where}
              value={choice.workshop}
              options={[
                { value: '', label: words.everywhere },
                ...workshops.map(({ workshopId, name }) => ({ value: workshopId, label: name })),
              ]}
              onValue={(workshop) => onChoice({ ...choice, workshop })}
            />
          )}
        </div>
      )}
      <Chips
        label={words.day}
        line
        value={choice.from}
        options={daysFrom(today).map((value) => ({ value, label: dayWord(value, today) }))}
        onValue={(from) => onChoice({ ...choice, from })}
      />
      <Chips
        label={words.length}
        line
        value={String(choice.minutes)}
        options={lengthChoices(choice.minutes, true).map((minutes) => ({
          value: String(minutes),
          label: duration(minutes),
        }))}
        onValue={(minutes) => onChoice({ ...choice, minutes: Number(minutes) })}
      />
    </search>
  );
}

const gapped = ({ machines }: FreeView) => machines.filter(({ gaps }) => gaps.length > 0);

const countInWords = (view: FreeView) =>
  view.machines.length === 0 ? words.none : words.found(gapped(view).length);

function Results({ view, onChoose }: { view: FreeView; onChoose: (chosen: Chosen) => void }) {
  const now = Date.now();
  const free = gapped(view);
  const others = view.machines.filter(({ gaps }) => gaps.length === 0);
  return (
    <>
      <ZoneLines timeZones={free.map(({ timeZone }) => timeZone)} now={now} />
      <ul class="rows">
        {free.map((machine) => (
          <FreeRow
            key={machine.machineId}
            machine={machine}
            today={todayIn(machine.timeZone, now)}
            onGap={({ start, end }) => onChoose({ machine, start, end })}
          />
        ))}
      </ul>
      {others.length > 0 && (
        <Fold summary={words.notYou}>
          <ul class="rows">
            {others.map((machine) => (
              <NotYouRow key={machine.machineId} machine={machine} />
            ))}
          </ul>
        </Fold>
      )}
      {view.more > 0 && <p class="soft">{words.more(view.more)}</p>}
    </>
  );
}
