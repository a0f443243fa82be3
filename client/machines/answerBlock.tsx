import './answerBlock.css';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { MachineView } from '../../shared/machines/views.ts';
import { addressOf } from '../addresses.ts';
import type { FormIntent } from '../booking/bookingForm.tsx';
import { t } from '../catalogue/workshopTexts.ts';
import { deferred } from '../frame/deferred.tsx';
import { me, myWorkshops } from '../session.ts';
import { moment } from '../time.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { State } from '../ui/state.tsx';
import { ZoneLine } from '../ui/zoneLine.tsx';
import { OwnPause } from '../workshops/ownPause.tsx';
import { answerInWords, bookNearest } from './answer.ts';
import { SafetyCard } from './safetyCard.tsx';

const StartForm = deferred(async () => (await import('../use/startForm.tsx')).StartForm);
const WaitForm = deferred(async () => (await import('../waiting/waitForm.tsx')).WaitForm);
const InUse = deferred(async () => (await import('../use/inUse.tsx')).InUse);
const EndOther = deferred(async () => (await import('../use/endOther.tsx')).EndOther);
const NextInductions = deferred(
  async () => (await import('../inductions/nextInductions.tsx')).NextInductions,
);

export interface AnswerBlockProps {
  machine: MachineView;
  /** The workshop's own date. */
  today: string;
  now: number;
  onBook: (intent: FormIntent) => void;
  /** Something changed: read the machine again. */
  onChanged: () => void;
}

const words = t.machines.page;
const isIn = (workshopId: string) => myWorkshops.value.some((own) => own.workshopId === workshopId);
const hasAsked = (workshopId: string) =>
  me.value?.workshops.some((own) => own.workshopId === workshopId && own.requestedAt !== null) ?? false;

type Asking = 'start' | 'wait' | null;

/** Answers after which somebody may go to the machine at once: what can hurt stands above the button. */
const BEFORE_STARTING: readonly string[] = ['free', 'yours'];

/** "Can you use it now?" on one line, with one button; while one uses it, the running session. */
export function AnswerBlock(props: AnswerBlockProps) {
  const { machine, today, now, onChanged } = props;
  const [asking, setAsking] = useState<Asking>(null);
  const { availability, name, timeZone } = machine;
  if (availability.answer === 'inUse')
    return <InUse machine={machine} session={availability} today={today} onChanged={onChanged} />;
  const answer = answerInWords(availability, today);
  const overrun = 'overrun' in availability ? availability.overrun : null;
  const inductions = availability.answer === 'notYou' ? availability.inductions : [];
  const close = () => setAsking(null);
  const done = () => {
    close();
    onChanged();
  };
  return (
    <section class="answer" data-state={answer.kind} aria-label={words.canIUseIt}>
      <p class="line">
        <State kind={answer.kind}>{answer.line}</State>
      </p>
      <OwnPause workshopId={machine.workshopId} timeZone={timeZone} />
      {inductions.length > 0 && <NextInductions inductions={inductions} />}
      {BEFORE_STARTING.includes(availability.answer) && <SafetyCard machine={machine} />}
      {overrun && (
        <EndOther machineId={machine.machineId} bookingId={overrun} today={today} onEnded={onChanged} />
      )}
      <div class="buttons">
        <Buttons {...props} nearest={answer.nearest} from={answer.from} onAsk={setAsking} />
      </div>
      <ZoneLine timeZone={timeZone} now={now} />
      {asking === 'start' && (
        <Dialog title={t.use.startTitle(name)} onClose={close}>
          <StartForm
            machine={machine}
            bookingId={availability.answer === 'yours' ? availability.bookingId : null}
            freeUntil={availability.answer === 'free' ? availability.until : null}
            today={today}
            withoutCard
            onDone={done}
          />
        </Dialog>
      )}
      {asking === 'wait' && (
        <Dialog title={t.waiting.dialog(name)} onClose={close}>
          <WaitForm machine={machine} timeZone={timeZone} now={now} onDone={done} />
        </Dialog>
      )}
    </section>
  );
}

type ButtonsProps = AnswerBlockProps &
  Pick<ReturnType<typeof answerInWords>, 'nearest' | 'from'> & { onAsk: (asking: Asking) => void };

/** The one main button that the answer calls for, and beside it quietly what else makes sense. */
function Buttons({ machine, today, nearest, from, onBook, onAsk }: ButtonsProps): ComponentChildren {
  const { availability, timeZone, machineId, rules } = machine;
  const book = (label: string, intent: FormIntent, kind: 'main' | 'plain' = 'main') => (
    <Button kind={kind} onPress={() => onBook(intent)}>
      {label}
    </Button>
  );
  const byReader = rules.checkIn === 'reader';
  const start = byReader ? (
    <p>{t.use.byReader}</p>
  ) : (
    <Button kind="main" onPress={() => onAsk('start')}>
      {t.use.start}
    </Button>
  );
  switch (availability.answer) {
    case 'signIn':
      return (
        <ButtonLink kind="main" href={addressOf.signIn(addressOf.machine(machineId))}>
          {words.signIn}
        </ButtonLink>
      );
    case 'free':
      return (
        <>
          {start}
          {rules.starting !== 'walkUpOnly' && book(words.book, { act: 'place' }, byReader ? 'main' : 'plain')}
        </>
      );
    case 'yours':
      return (
        <>
          {availability.overrun === null && start}
          <ButtonLink href={addressOf.bookings}>{words.seeBookings}</ButtonLink>
        </>
      );
    case 'notYou': {
      if (nearest) {
        const { start: first, end } = nearest;
        return book(bookNearest(nearest, timeZone), {
          act: 'place',
          start: Date.parse(first),
          end: Date.parse(end),
        });
      }
      if (hasAsked(machine.workshopId)) return <p>{t.workshops.requested}</p>;
      if (!isIn(machine.workshopId))
        return (
          <ButtonLink kind="main" href={addressOf.joinFrom(machine.workshopId, addressOf.machine(machineId))}>
            {t.workshops.join.into(machine.workshopName)}
          </ButtonLink>
        );
      const asksMore = availability.objections.every(({ rule }) => rule === 'competence');
      return (
        <>
          {availability.objections.some(({ rule }) => rule === 'competence') && (
            <ButtonLink
              kind={availability.inductions.length > 0 ? 'main' : 'plain'}
              href={addressOf.inductions}
            >
              {availability.inductions.length > 0 ? t.use.takeInduction : t.inductions.title}
            </ButtonLink>
          )}
          {asksMore &&
            rules.supervisedUse &&
            book(
              t.waiting.supervisor,
              { act: 'place' },
              availability.inductions.length > 0 ? 'plain' : 'main',
            )}
        </>
      );
    }
    case 'taken':
      return (
        <>
          {from
            ? book(words.bookFrom(moment(from, today)), { act: 'place', start: Date.parse(from) })
            : book(words.bookLater, { act: 'place' })}
          {availability.mayWait && <Button onPress={() => onAsk('wait')}>{t.waiting.open}</Button>}
        </>
      );
    case 'outOfOrder': {
      const { until } = availability;
      const intent: FormIntent = until ? { act: 'place', start: Date.parse(until) } : { act: 'place' };
      return book(words.bookLater, intent, 'plain');
    }
    case 'inUse':
    case 'retired':
      return null;
  }
}
