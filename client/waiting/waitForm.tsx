import { useState } from 'preact/hooks';
import { t } from '../catalogue/workshopTexts.ts';
import { addDays } from '../time/wall.ts';
import { instantOf, todayIn } from '../time/zone.ts';
import { dayWord, duration } from '../time.ts';
import { AskForm } from '../ui/askForm.tsx';
import { Chips } from '../ui/chips.tsx';
import { slotInWords } from '../ui/objections.tsx';
import { useCommand } from '../useCommand.ts';

const words = t.waiting;
const LENGTHS = [30, 60, 120, 240];
const MINUTE = 60_000;
type Window = 'just' | 'day' | 'week';

export interface WaitFormProps {
  machine: { machineId: string; name: string };
  timeZone: string;
  now: number;
  /** The time that was refused, milliseconds since 1970; without it, from now on. */
  wished?: { start: number; end: number };
  onDone: () => void;
}

/** Getting in line: how long, and when it would do. */
export function WaitForm({ machine, timeZone, now, wished, onDone }: WaitFormProps) {
  const wishedMinutes = wished ? Math.round((wished.end - wished.start) / MINUTE) : 60;
  const [minutes, setMinutes] = useState(wishedMinutes);
  const [window, setWindow] = useState<Window>(wished ? 'just' : 'day');
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const { machineId, name } = machine;
  const date = todayIn(timeZone, wished?.start ?? now);
  const midnight = (days: number) => Date.parse(instantOf(addDays(date, days), '00:00', timeZone));
  const times = {
    just: { start: wished?.start ?? now, end: wished?.end ?? now },
    day: { start: Math.max(now, midnight(0)), end: midnight(1) },
    week: { start: Math.max(now, midnight(0)), end: midnight(7) },
  }[window];
  const iso = (at: number) => new Date(at).toISOString();
  const lengths = [...new Set([...LENGTHS, wishedMinutes])].sort((left, right) => left - right);
  return (
    <AskForm
      submitLabel={words.join}
      kind="main"
      busy={busy}
      failure={failure}
      timeZone={timeZone}
      onSubmit={() =>
        give({
          method: 'post',
          path: `/api/machines/${machineId}/waiting`,
          body: {
            from: iso(times.start),
            to: iso(times.end),
            minutes: window === 'just' ? wishedMinutes : minutes,
          },
          done: words.joined(name),
          after: onDone,
        })
      }
    >
      <p>{words.text}</p>
      <Chips
        label={words.when}
        value={window}
        options={[
          ...(wished
            ? [
                {
                  value: 'just' as const,
                  label: words.just(
                    slotInWords({ start: iso(wished.start), end: iso(wished.end) }, timeZone),
                  ),
                },
              ]
            : []),
          { value: 'day' as const, label: words.thatDay(dayWord(date, todayIn(timeZone, now))) },
          { value: 'week' as const, label: words.week },
        ]}
        onValue={setWindow}
      />
      {window !== 'just' && (
        <Chips
          label={words.length}
          value={String(minutes)}
          options={lengths.map((length) => ({ value: String(length), label: duration(length) }))}
          onValue={(value) => setMinutes(Number(value))}
        />
      )}
    </AskForm>
  );
}
