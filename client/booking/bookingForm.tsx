import './booking.css';
import { useRef, useState } from 'preact/hooks';
import { type BookingView, machineCalendarView } from '../../shared/bookings/views.ts';
import type { CommandReply } from '../../shared/commandReply.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { failureText } from '../failureText.ts';
import { useResource } from '../resource.ts';
import { todayIn } from '../time/zone.ts';
import { duration } from '../time.ts';
import { wallDay } from '../timeline/wallDay.ts';
import { Button } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { CheckField, TextArea, TextField } from '../ui/field.tsx';
import { slotInWords } from '../ui/objections.tsx';
import { Fold } from '../ui/page.tsx';
import { OwnPause } from '../workshops/ownPause.tsx';
import { type BookingAct, giveAct, type PlacingExtras, type Verdict } from './acts.ts';
import { AfterRefusal } from './afterRefusal.tsx';
import { Answer } from './answer.tsx';
import { calendarPath } from './calendarResource.ts';
import { actOf, type Chosen, firstChoice, untilInWords, useKeptTime } from './chosenTime.ts';
import { ForWhom } from './forWhom.tsx';
import { FreeThatDay } from './freeThatDay.tsx';
import { lengthChoices, spanInWords, timeInWords } from './moments.ts';
import { Series } from './series.tsx';
import { ClockChange, StartField } from './startField.tsx';
import { tellDone, tellPlaced } from './tell.ts';
import { useTrial } from './useTrial.ts';

/** Days that the server reckons with. */
const EARLIEST = '2000-01-01';
const LATEST = '2199-12-27';
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

/**
 * Book, move, resize or correct: time, length as chips, everything that stands against it, and the nearest allowed time
 * as the main button. Stands in a `Dialog` or on a page.
 */
export function BookingForm({ machine, timeZone, intent, onDone, onCancel }: BookingFormProps) {
  const [chosen, setChosen] = useState<Chosen>(() => firstChoice(intent));
  const [date, setDate] = useState(() => todayIn(timeZone, chosen.start));
  const [text, setText] = useState('');
  const [extras, setExtras] = useState<PlacingExtras>({});
  const [isSeries, setIsSeries] = useState(false);
  const [busy, setBusy] = useState(false);
  const [given, setGiven] = useState<{ chosen: Chosen; verdict: Verdict } | null>(null);
  const calendar = useResource(calendarPath(machine.machineId, date, DAYS_READ), machineCalendarView, [
    `calendar-${machine.machineId}`,
  ]);
  const days = (calendar.value.value?.days ?? []).map((day) => wallDay(day, timeZone));
  const day = days.find((candidate) => candidate.date === date);
  // While another day is read, the last one keeps its place.
  const lastDay = useRef(day);
  if (day) lastDay.current = day;
  const shownDay = day ?? lastDay.current;
  useKeptTime(day, chosen, setChosen);

  const end = chosen.start + chosen.minutes * MINUTE;
  const time = { start: chosen.start, end };
  const act = actOf(machine.machineId, intent, time, text, extras);
  const trial = useTrial(day && !isSeries ? act : null, calendar.value.value);
  const workshopId = calendar.value.value?.workshopId;
  const verdict = given && given.chosen === chosen ? given.verdict : trial;

  const give = async (taken: BookingAct & { start: number; end: number }) => {
    setBusy(true);
    const outcome = await giveAct(taken);
    setBusy(false);
    if (outcome.verdict === 'accepted') {
      const iso = (at: number) => new Date(at).toISOString();
      const when = slotInWords({ start: iso(taken.start), end: iso(taken.end) }, timeZone);
      const undone = () => onDone(null);
      if (taken.act === 'place')
        tellPlaced(machine, todayIn(timeZone, taken.start), when, outcome.reply, undone);
      else tellDone(taken.act, machine.name, when, outcome.reply, undone);
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
        if (!busy && day && !isSeries) give(act);
      }}
    >
      <TextField
        label={t.booking.date}
        type="date"
        required
        value={date}
        min={EARLIEST}
        max={LATEST}
        onValue={(value) => value >= EARLIEST && value <= LATEST && setDate(value)}
      />
      {shownDay && <ClockChange day={shownDay} />}
      {shownDay && (
        <StartField
          day={shownDay}
          start={chosen.start}
          onStart={(start) => setChosen({ ...chosen, start })}
        />
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
      {shownDay && <p class="booking-until">{untilInWords(day ? days : [shownDay], end)}</p>}
      {!day && calendar.error.value && (
        <p class="booking-answer" data-failed role="alert">
          {failureText(calendar.error.value)}
        </p>
      )}
      {workshopId && <OwnPause workshopId={workshopId} timeZone={timeZone} />}
      {intent.act === 'place' && workshopId && (
        <ForWhom
          workshopId={workshopId}
          memberId={extras.memberId ?? null}
          onChoose={(memberId) => setExtras(memberId === null ? {} : { memberId })}
        />
      )}
      {isSeries && day && (
        <Series
          machine={machine}
          timeZone={timeZone}
          first={{ date, time: timeInWords(day, chosen.start).slice(0, 5), minutes: chosen.minutes }}
          purpose={text}
          onDone={() => onDone(null)}
        />
      )}
      {!isSeries && (
        <Answer
          verdict={verdict}
          asking={trial === null}
          timeZone={timeZone}
          act={intent.act}
          busy={busy}
          onTake={(start, nearestEnd) =>
            give(actOf(machine.machineId, intent, { start, end: nearestEnd }, text, extras))
          }
        />
      )}
      {!isSeries && intent.act === 'place' && workshopId && verdict?.verdict === 'refused' && (
        <AfterRefusal
          machine={machine}
          workshopId={workshopId}
          timeZone={timeZone}
          time={time}
          objections={verdict.objections}
          busy={busy}
          onGive={(more) => give(actOf(machine.machineId, intent, time, text, { ...extras, ...more }))}
          onWaiting={() => onDone(null)}
        />
      )}
      {intent.act === 'place' && !extras.memberId && (
        <CheckField label={t.waiting.series.repeat} checked={isSeries} onChange={setIsSeries} />
      )}
      {intent.act === 'place' && (
        <Fold summary={t.booking.sayWhatFor}>
          <TextArea label={t.booking.purpose} hint={t.booking.purposeHint} value={text} onValue={setText} />
        </Fold>
      )}
      {intent.act === 'correct' && (
        <TextArea label={t.booking.note} hint={t.booking.noteHint} value={text} onValue={setText} />
      )}
      <div class="booking-buttons">
        {verdict?.verdict !== 'refused' && !isSeries && (
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
