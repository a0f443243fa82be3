import './answerBlock.css';
import type { ComponentChildren } from 'preact';
import type { MachineView } from '../../shared/machines/views.ts';
import { addressOf } from '../addresses.ts';
import type { FormIntent } from '../booking/bookingForm.tsx';
import { t } from '../catalogue/text.ts';
import { moment } from '../time.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { State } from '../ui/state.tsx';
import { ZoneLine } from '../ui/zoneLine.tsx';
import { OwnPause } from '../workshops/ownPause.tsx';
import { answerInWords, bookNearest } from './answer.ts';
import { SafetyCard } from './safetyCard.tsx';

export interface AnswerBlockProps {
  machine: MachineView;
  today: string;
  now: number;
  onBook: (intent: FormIntent) => void;
}

const words = t.machines.page;

/** Answers after which somebody may go to the machine at once: what can hurt stands above the button. */
const BEFORE_STARTING: readonly string[] = ['free', 'yours'];

/** "Can you use it now?" on one line, with one button. */
export function AnswerBlock({ machine, today, now, onBook }: AnswerBlockProps) {
  const answer = answerInWords(machine.availability, today);
  const mayBegin = BEFORE_STARTING.includes(machine.availability.answer);
  return (
    <section class="answer" data-state={answer.kind} aria-label={words.canIUseIt}>
      <p class="line">
        <State kind={answer.kind}>{answer.line}</State>
      </p>
      <OwnPause workshopId={machine.workshopId} timeZone={machine.timeZone} />
      {mayBegin && <SafetyCard machine={machine} />}
      <div class="buttons">{buttonFor(machine, answer, today, onBook)}</div>
      <ZoneLine timeZone={machine.timeZone} now={now} />
    </section>
  );
}

function buttonFor(
  machine: MachineView,
  answer: ReturnType<typeof answerInWords>,
  today: string,
  onBook: AnswerBlockProps['onBook'],
): ComponentChildren {
  const { availability, timeZone, machineId } = machine;
  const book = (label: string, intent: FormIntent, kind: 'main' | 'plain' = 'main') => (
    <Button kind={kind} onPress={() => onBook(intent)}>
      {label}
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
      return book(words.book, { act: 'place' });
    case 'yours':
      return (
        <ButtonLink kind="main" href={addressOf.bookings}>
          {words.seeBookings}
        </ButtonLink>
      );
    case 'notYou': {
      const { nearest } = answer;
      if (!nearest) return null;
      const intent: FormIntent = {
        act: 'place',
        start: Date.parse(nearest.start),
        end: Date.parse(nearest.end),
      };
      return book(bookNearest(nearest, timeZone), intent);
    }
    case 'taken': {
      const { from } = answer;
      if (!from) return book(words.bookLater, { act: 'place' });
      return book(words.bookFrom(moment(from, today)), { act: 'place', start: Date.parse(from) });
    }
    case 'outOfOrder': {
      const { until } = availability;
      return book(
        words.bookLater,
        until ? { act: 'place', start: Date.parse(until) } : { act: 'place' },
        'plain',
      );
    }
    case 'retired':
      return null;
  }
}
