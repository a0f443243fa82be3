import type { BuildView } from '../../../shared/builds/views.ts';
import type { MachineView } from '../../../shared/machines/views.ts';
import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/workshopTexts.ts';
import { answerInWords } from '../../machines/answer.ts';
import { todayIn } from '../../time/zone.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { State } from '../../ui/state.tsx';
import { StartForm } from '../../use/startForm.tsx';

interface StartWithinProps {
  build: Pick<BuildView, 'buildId'>;
  step: string | null;
  machine: MachineView;
  onDone: () => void;
}

/** Start for a build, where the machine's own page has a Start as well; else what that page answers, and the way there. */
export function StartWithin({ build: { buildId }, step, machine, onDone }: StartWithinProps) {
  const { availability, machineId, name, timeZone, rules } = machine;
  const today = todayIn(timeZone, Date.now());
  const { kind, line } = answerInWords(availability, today);
  const isFree = availability.answer === 'free';
  const isYours = availability.answer === 'yours' && availability.overrun === null;
  if ((isFree || isYours) && rules.checkIn !== 'reader')
    return (
      <StartForm
        machine={machine}
        bookingId={availability.answer === 'yours' ? availability.bookingId : null}
        freeUntil={availability.answer === 'free' ? availability.until : null}
        today={today}
        withinBuild={{ buildId, step }}
        onDone={onDone}
      />
    );
  return (
    <>
      <p>
        <State kind={kind}>{line}</State>
      </p>
      {(isFree || isYours) && <p>{t.use.byReader}</p>}
      <div class="buttons">
        <ButtonLink href={addressOf.machine(machineId)}>{name}</ButtonLink>
      </div>
    </>
  );
}
