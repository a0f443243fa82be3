import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-preact';
import { useState } from 'preact/hooks';
import type { BookingView } from '../../shared/bookings/views.ts';
import type { MachineSummary } from '../../shared/machines/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { myWorkshops } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { PageSection } from '../ui/page.tsx';
import { doneSteps, hideSteps, stepsHidden } from './stepsDone.ts';

const words = t.today.steps;

export interface FirstStepsProps {
  machines: readonly MachineSummary[];
  bookings: readonly BookingView[];
}

/** With a few machines it runs, whoever made the steps. */
const isNew = (machines: readonly MachineSummary[], workshopId: string) =>
  machines.filter((machine) => machine.workshopId === workshopId).length < 3;

/** The five steps after founding, until they are done or hidden. */
export function FirstSteps({ machines, bookings }: FirstStepsProps) {
  const [hidden, setHidden] = useState(false);
  const own = myWorkshops.value.find(
    ({ workshopId, roles }) => roles.includes('steward') && isNew(machines, workshopId),
  );
  if (!own || hidden || stepsHidden(own.workshopId)) return null;
  const { workshopId, name } = own;
  const first = machines.find((machine) => machine.workshopId === workshopId);
  const kept = doneSteps(workshopId);
  const steps = [
    { word: words.hours, href: addressOf.settings(workshopId), done: kept.includes('hours') },
    { word: words.machine, href: addressOf.newMachine(workshopId), done: first !== undefined },
    {
      word: words.label,
      href: first ? addressOf.label(first.machineId) : addressOf.newMachine(workshopId),
      done: kept.includes('label'),
    },
    { word: words.invitation, href: addressOf.people(workshopId), done: kept.includes('invitation') },
    {
      word: words.booking,
      href: addressOf.timeline(workshopId),
      done: bookings.some((booking) => booking.workshopId === workshopId),
    },
  ];
  if (steps.every(({ done }) => done)) return null;
  const hide = (
    <Button
      kind="quiet"
      onPress={() => {
        hideSteps(workshopId);
        setHidden(true);
      }}
    >
      {words.hide}
    </Button>
  );
  return (
    <PageSection title={words.title(name)} action={hide}>
      <ol class="steps">
        {steps.map(({ word, href, done }) => (
          <li key={word}>
            {done ? <IconCircleCheck aria-hidden="true" /> : <IconCircleDashed aria-hidden="true" />}
            <a href={href}>{word}</a>
            {done && <span class="soft">{words.done}</span>}
          </li>
        ))}
      </ol>
    </PageSection>
  );
}
