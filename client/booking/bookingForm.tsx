import './booking.css';
import { IconMinus, IconPlus } from '@tabler/icons-preact';
import { useEffect, useState } from 'preact/hooks';
import { type BookingView, machineCalendarView } from '../../shared/bookings/views.ts';
import type { CommandReply } from '../../shared/commandReply.ts';
import { t } from '../catalogue/text.ts';
import { useResource } from '../resource.ts';
import { todayIn } from '../time/zone.ts';
import { duration, shortDate } from '../time.ts';
import { dayOf, type WallDay, wallDay, wallTime } from '../timeline/wallDay.ts';
import { Button } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { SelectField, TextArea, TextField } from '../ui/field.tsx';
import { Objections, slotInWords } from '../ui/objections.tsx';
import { Fold } from '../ui/page.tsx';
import { type BookingAct, giveAct, type Verdict } from './acts.ts';
import { calendarPath } from './calendarResource.ts';
import { FreeThatDay } from './freeThatDay.tsx';
import {
  changeOfClocks,
  lengthChoices,
  reckoningDay,
  sameTimeOn,
  spanInWords,
  startChoices,
  timeInWords,
} from './moments.ts';
import { tellDone } from './tell.ts';
import { useTrial } from './useTrial.ts';

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
/** Days that are read, so that a booking across midnights still has its wall times. */
const DAYS_READ = 3;

/** A machine as the form needs it; machine summaries and rows of a timeline fit. */
export interface FormMachine {
  machineId: string;
  name: string;
  capacity: number;
  mayRunUnattended: boolean;
}

/** What the form is for. Instants are milliseconds since 1970. */
export type FormIntent =
  | { act: 'place'; start?: number; end?: number }
  | { act: 'move' | 'resize' | 'correct'; booking: BookingView };

export interface BookingFormProps {
  machine: FormMachine;
  /** IANA zone of the workshop. */
  timeZone: string;
  intent: FormIntent;
  /** The command went through; its toast with Undo is shown already. Also called after that Undo, with null. */
  onDone: (reply: CommandReply | null) => void;
  onCancel: () => void;
}

interface Chosen {
  start: number;
  minutes: number;
}

/**
 * Book, move, resize or correct: time, length as chips, everything that stands against it, and the nearest allowed time
 * as the main button. Stands in a `Dialog` or on a page.
 */
export function BookingForm({ machine, timeZone, intent, onDone, onCancel }: BookingFormProps) {
  const [chosen, setChosen] = useState<Chosen>(() => firstChoice(intent));
  const [date, setDate] = useState(() => todayIn(timeZone, chosen.start));
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [given, setGiven] = useState<{ chosen: Chosen; verdict: Verdict } | null>(null);
  const calendar = useResource(calendarPath(machine.machineId, date, DAYS_READ), machineCalendarView, [
    `calendar-${machine.machineId}`,
  ]);
  const days = (calendar.value.value?.days ?? []).map((day) => wallDay(day, timeZone));
  const day = days.find((candidate) => candidate.date === date);
  useKeptTime(day, chosen, setChosen);

  const end = chosen.start + chosen.minutes * MINUTE;
  const act = actOf(machine, intent, chosen.start, end, text);
  const trial = useTrial(day ? act : null);
  const verdict = given && given.chosen === chosen ? given.verdict : trial;

  const give = async (taken: BookingAct & { start: number; end: number }) => {
    setBusy(true);
    const outcome = await giveAct(taken);
    setBusy(false);
    if (outcome.verdict === 'accepted') {
      const iso = (at: number) => new Date(at).toISOString();
      const when = slotInWords({ start: iso(taken.start), end: iso(taken.end) }, timeZone);
      tellDone(taken.act, machine.name, when, outcome.reply, () => onDone(null));
      onDone(outcome.reply);
      return;
    }
    setGiven({ chosen, verdict: outcome });
    calendar.refetch();
  };

  return (
    <form
      class="booking-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && day) give(act);
      }}
    >
      <TextField
        label={t.booking.date}
        type="date"
        required
        value={date}
        onValue={(value) => value && setDate(value)}
      />
      {day && <ClockChange day={day} />}
      {day && (
        <StartField day={day} start={chosen.start} onStart={(start) => setChosen({ ...chosen, start })} />
      )}
      <Chips
        label={t.booking.length}
        value={String(chosen.minutes)}
        options={lengthChoices(chosen.minutes, machine.mayRunUnattended).map((minutes) => ({
          value: String(minutes),
          label: duration(minutes),
        }))}
        onValue={(value) => setChosen({ ...chosen, minutes: Number(value) })}
      />
      {day && <p class="booking-until">{untilInWords(days, end)}</p>}
      <Answer
        verdict={verdict}
        asking={trial === null}
        timeZone={timeZone}
        act={intent.act}
        busy={busy}
        onTake={(start, nearestEnd) => give(actOf(machine, intent, start, nearestEnd, text))}
      />
      {intent.act === 'place' && (
        <Fold summary={t.booking.sayWhatFor}>
          <TextArea label={t.booking.purpose} hint={t.booking.purposeHint} value={text} onValue={setText} />
        </Fold>
      )}
      {intent.act === 'correct' && (
        <TextArea label={t.booking.note} hint={t.booking.noteHint} value={text} onValue={setText} />
      )}
      <div class="booking-buttons">
        {verdict?.verdict !== 'refused' && (
          <Button kind="main" type="submit" busy={busy || !day}>
            {t.booking.submit[intent.act](spanInWords(days, chosen.start, end))}
          </Button>
        )}
        <Button kind="quiet" onPress={onCancel}>
          {t.words.cancel}
        </Button>
      </div>
      {day && intent.act !== 'correct' && calendar.value.value && (
        <FreeThatDay
          machine={machine}
          day={day}
          calendar={calendar.value.value}
          onChoose={(start, minutes) =>
            setChosen({ start, minutes: Math.min(chosen.minutes, Math.max(minutes, QUARTER / MINUTE)) })
          }
        />
      )}
    </form>
  );
}

const firstChoice = (intent: FormIntent): Chosen => {
  if (intent.act !== 'place') {
    const start = Date.parse(intent.booking.start);
    return { start, minutes: Math.round((Date.parse(intent.booking.end) - start) / MINUTE) };
  }
  const start = intent.start ?? Math.ceil(Date.now() / QUARTER) * QUARTER;
  return { start, minutes: intent.end === undefined ? 60 : Math.round((intent.end - start) / MINUTE) };
};

const actOf = (machine: FormMachine, intent: FormIntent, start: number, end: number, text: string) => {
  if (intent.act === 'place')
    return { act: 'place' as const, machineId: machine.machineId, start, end, purpose: text };
  if (intent.act === 'correct')
    return { act: 'correct' as const, booking: intent.booking, start, end, note: text };
  return { act: intent.act, booking: intent.booking, start, end };
};

/** Another day keeps the time on the clock, as far as that day has it. */
const useKeptTime = (day: WallDay | undefined, chosen: Chosen, setChosen: (chosen: Chosen) => void) => {
  const [time, setTime] = useState<string | null>(null);
  useEffect(() => {
    if (!day) return;
    if (chosen.start >= day.start && chosen.start < day.end) setTime(wallTime(day, chosen.start));
    else setChosen({ ...chosen, start: sameTimeOn(day, time ?? clockOf(day, chosen.start)) });
  }, [day?.date, day?.start, chosen.start]);
};

/** The wall time of an instant on another day, by that day's first offset. */
const clockOf = (day: WallDay, at: number): string =>
  new Date(at + (day.pieces[0]?.offset ?? 0) * MINUTE).toISOString().slice(11, 16);

const untilInWords = (days: readonly WallDay[], end: number): string => {
  const own = dayOf(days, end) ?? reckoningDay(days, end);
  if (!own) return '';
  const time = timeInWords(own, end);
  return t.booking.until(own.date === days[0]?.date ? time : `${shortDate(own.date)} ${time}`);
};

function ClockChange({ day }: { day: WallDay }) {
  const change = changeOfClocks(day);
  return change && <p class="booking-clocks">{t.booking[change.kind](change.from, change.to)}</p>;
}

function StartField(props: { day: WallDay; start: number; onStart: (start: number) => void }) {
  const { day, start, onStart } = props;
  const by = (step: number) => onStart(Math.max(day.start, Math.min(day.end - QUARTER, start + step)));
  return (
    <div class="booking-start">
      <Button label={t.booking.earlier} onPress={() => by(-QUARTER)}>
        <IconMinus aria-hidden="true" />
      </Button>
      <SelectField
        label={t.booking.start}
        value={String(start)}
        options={startChoices(day, start)}
        onValue={(value) => onStart(Number(value))}
      />
      <Button label={t.booking.later} onPress={() => by(QUARTER)}>
        <IconPlus aria-hidden="true" />
      </Button>
    </div>
  );
}

function Answer(props: {
  verdict: Verdict | null;
  asking: boolean;
  timeZone: string;
  act: FormIntent['act'];
  busy: boolean;
  onTake: (start: number, end: number) => void;
}) {
  const { verdict, asking, timeZone, act, busy, onTake } = props;
  if (verdict === null || verdict.verdict === 'accepted')
    return (
      <p class="booking-answer soft" role="status">
        {asking ? t.booking.asking : ''}
      </p>
    );
  if (verdict.verdict === 'allowed')
    return (
      <p class="booking-answer" data-possible role="status">
        {t.booking.possible}
      </p>
    );
  if (verdict.verdict === 'refused')
    return (
      <Objections
        objections={verdict.objections}
        nearest={verdict.nearest}
        timeZone={timeZone}
        busy={busy}
        takeLabel={t.booking.instead[act]}
        onTake={({ start, end }) => onTake(Date.parse(start), Date.parse(end))}
      />
    );
  return (
    <p class="booking-answer" data-failed role="alert">
      {verdict.sentence}
    </p>
  );
}
