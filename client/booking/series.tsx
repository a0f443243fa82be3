import { useEffect, useState } from 'preact/hooks';
import type { PlaceSeries } from '../../shared/bookings/commands.ts';
import { type SeriesReply, seriesReply } from '../../shared/bookings/views.ts';
import type { Undo } from '../../shared/commandReply.ts';
import { commandWith } from '../api.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { RequestFailed } from '../problem.ts';
import { shortDate, span, timeOf } from '../time.ts';
import { Button } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { TextField } from '../ui/field.tsx';
import { FormFailure } from '../ui/formFailure.tsx';
import { slotInWords } from '../ui/objections.tsx';
import { State } from '../ui/state.tsx';
import { showToast } from '../ui/toasts.ts';

const words = t.waiting.series;
/** Quiet before the server is asked, milliseconds. */
const DELAY = 300;
const RHYTHMS = {
  day: { unit: 'day', number: 1 },
  week: { unit: 'week', number: 1 },
  fortnight: { unit: 'week', number: 2 },
} as const;
type Rhythm = keyof typeof RHYTHMS;

export interface SeriesProps {
  machine: { machineId: string; name: string };
  timeZone: string;
  /** The first of them: wall time of the workshop. */
  first: { date: string; time: string; minutes: number };
  purpose: string;
  onDone: () => void;
}

/** The same time again and again: which of them can be booked, why the others cannot, and one button for those that can. */
export function Series({ machine, timeZone, first, purpose, onDone }: SeriesProps) {
  const [rhythm, setRhythm] = useState<Rhythm>('week');
  const [count, setCount] = useState('4');
  const [answer, setAnswer] = useState<{ of: string; reply: SeriesReply } | null>(null);
  const [failure, setFailure] = useState<RequestFailed | null>(null);
  const [busy, setBusy] = useState(false);
  const occurrences = Math.min(60, Math.max(2, Math.round(Number(count)) || 2));
  const body: PlaceSeries = {
    firstDate: first.date,
    startsAt: first.time,
    minutes: first.minutes,
    every: RHYTHMS[rhythm],
    occurrences,
    onlyAllowed: true,
    ...(purpose.trim() ? { purpose } : {}),
  };
  const path = `/api/machines/${machine.machineId}/series`;
  const of = JSON.stringify([first, rhythm, occurrences]);
  const send = async (to: string): Promise<SeriesReply | null> => {
    try {
      const reply = await commandWith('post', to, body, seriesReply);
      setFailure(null);
      return reply;
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      setFailure(error);
      return null;
    }
  };
  useEffect(() => {
    let isShown = true;
    const timer = setTimeout(async () => {
      const reply = await send(`${path}?dryRun=true`);
      if (isShown && reply) setAnswer({ of, reply });
    }, DELAY);
    return () => {
      isShown = false;
      clearTimeout(timer);
    };
  }, [of]);
  const known = answer?.of === of ? answer.reply.occurrences : null;
  const possible = known?.filter(({ start, objections }) => start !== null && objections.length === 0) ?? [];
  const book = async () => {
    setBusy(true);
    const reply = await send(path);
    setBusy(false);
    if (!reply) return;
    const undo = cancelsOf(machine.machineId, reply);
    showToast(words.booked(machine.name, undo.length), { undo });
    onDone();
  };
  return (
    <div class="stack">
      <Chips
        label={words.title}
        value={rhythm}
        options={[
          { value: 'day', label: words.daily },
          { value: 'week', label: words.weekly },
          { value: 'fortnight', label: words.fortnightly },
        ]}
        onValue={setRhythm}
      />
      <TextField label={words.count} type="number" min={2} max={60} value={count} onValue={setCount} />
      <FormFailure failure={failure} timeZone={timeZone} />
      <p role="status">{known ? words.stand(possible.length, known.length) : words.asking}</p>
      {known && (
        <ol class="rows">
          {known.map((occurrence) => (
            <li key={occurrence.date}>
              <OneOf occurrence={occurrence} timeZone={timeZone} />
            </li>
          ))}
        </ol>
      )}
      {possible.length > 0 && (
        <div class="booking-buttons">
          <Button kind="main" busy={busy} onPress={book}>
            {words.book(possible.length)}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Takes back what was placed of a series: each booking by its own command. */
const cancelsOf = (machineId: string, { occurrences }: SeriesReply): Undo[] =>
  occurrences.flatMap(({ bookingId, revision }) => {
    if (bookingId === null) return [];
    const path = `/api/machines/${machineId}/bookings/${bookingId}/cancel`;
    return [{ method: 'post', path, body: {}, ifMatch: revision === null ? null : String(revision) }];
  });

function OneOf({
  occurrence,
  timeZone,
}: {
  occurrence: SeriesReply['occurrences'][number];
  timeZone: string;
}) {
  const { date, start, end, objections, nearest, nearestTimes, ambiguousOffset } = occurrence;
  const isPossible = start !== null && objections.length === 0;
  const when = start && end ? span(start, end) : '';
  return (
    <>
      <State kind={isPossible ? 'free' : 'taken'}>
        {shortDate(date)} {when}
        <span class="only-heard">, {isPossible ? words.possible : words.impossible}</span>
      </State>
      {ambiguousOffset && <p class="soft">{words.offset(ambiguousOffset)}</p>}
      {start === null && <p class="soft">{words.skipped(t.words.and(nearestTimes.map(timeOf)))}</p>}
      {start !== null && objections.length > 0 && (
        <p class="soft">
          {objections.map(({ message }) => message).join(' ')}
          {nearest && ` (${words.nearest(slotInWords(nearest, timeZone))})`}
        </p>
      )}
    </>
  );
}
