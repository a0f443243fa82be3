import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { BookingView } from '../../shared/bookings/views.ts';
import type { MachineView } from '../../shared/machines/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { moment } from '../time.ts';
import { Button } from '../ui/button.tsx';
import { CheckField, TextArea, TextField } from '../ui/field.tsx';
import { FormFailure } from '../ui/formFailure.tsx';
import { Fold } from '../ui/page.tsx';
import { useCommand } from '../useCommand.ts';

const words = t.use;

export interface StopProps {
  machine: Pick<MachineView, 'machineId' | 'name' | 'meters' | 'timeZone'>;
  booking: Pick<BookingView, 'bookingId' | 'end' | 'revision'>;
  /** Its time is over: asked whether it ended then. */
  isOver: boolean;
  today: string;
  onStopped: () => void;
  /** Further buttons beside Stop. */
  children?: ComponentChildren;
}

/** Stop in one tap; who likes to adds what the meters show and a note before. */
export function Stop({ machine, booking, isOver, today, onStopped, children }: StopProps) {
  const [readings, setReadings] = useState<Record<string, string>>({});
  const [note, setNote] = useState('');
  const [meterReset, setMeterReset] = useState(false);
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const { machineId, name, meters, timeZone } = machine;
  const mayBeReset = failure?.objections.some(({ rule }) => rule === 'reading') ?? false;
  const stop = (at: string | null) =>
    give({
      method: 'post',
      path: `/api/machines/${machineId}/bookings/${booking.bookingId}/stop`,
      body: {
        ...(at === null ? {} : { at: new Date(at).toISOString() }),
        ...(meters.some((meter) => isRead(readings[meter.name]))
          ? { readings: meters.flatMap(({ name }) => readingOf(name, readings[name])) }
          : {}),
        ...(meterReset ? { meterReset } : {}),
        ...(note.trim() ? { note } : {}),
      },
      ifMatch: booking.revision,
      done: t.words.stopped(name),
      after: onStopped,
      keepAs: t.words.stopKept(name),
    });
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        stop(null);
      }}
    >
      {isOver && <p>{words.forgotten}</p>}
      <div class="buttons">
        {isOver && (
          <Button kind="main" busy={busy} onPress={() => stop(booking.end)}>
            {words.endedThen(moment(booking.end, today))}
          </Button>
        )}
        <Button kind={isOver ? 'plain' : 'main'} type="submit" busy={busy}>
          {isOver ? words.stillAtIt : words.stop}
        </Button>
        {children}
      </div>
      <FormFailure failure={failure} timeZone={timeZone} />
      {mayBeReset && <CheckField label={words.meterReset} checked={meterReset} onChange={setMeterReset} />}
      <Fold summary={words.more}>
        <div class="stack">
          {meters.map((meter) => (
            <TextField
              key={meter.name}
              label={words.meter(meter.name, meter.unit)}
              inputMode="decimal"
              value={readings[meter.name] ?? ''}
              onValue={(value) => setReadings({ ...readings, [meter.name]: value })}
            />
          ))}
          <TextArea label={words.note} hint={words.noteHint} value={note} onValue={setNote} />
        </div>
      </Fold>
    </form>
  );
}

const numberIn = (text: string) => Number(text.trim().replace(',', '.'));
const isRead = (text: string | undefined) =>
  text !== undefined && text.trim() !== '' && Number.isFinite(numberIn(text));
const readingOf = (name: string, text: string | undefined) =>
  text !== undefined && isRead(text) ? [{ name, value: numberIn(text) }] : [];
