import { useState } from 'preact/hooks';
import { t } from '../catalogue/text.ts';
import { addDays } from '../time/wall.ts';
import { instantOf, todayIn } from '../time/zone.ts';
import { Button } from '../ui/button.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { FormFailure, mistakeAt } from '../ui/formFailure.tsx';
import { type Ask, useCommand } from '../useCommand.ts';

export interface ReasonFormProps {
  /** The command, once there is a reason (and the end of the pause). */
  ask: (reason: string, until: string) => Ask;
  submitLabel: string;
  timeZone: string;
  /** Also asks for the last day of a pause. */
  untilDay?: boolean;
  text?: string;
  onDone: () => void;
}

/** A decision about a person, with the reason that they read. */
export function ReasonForm({ ask, submitLabel, timeZone, untilDay, text, onDone }: ReasonFormProps) {
  const today = todayIn(timeZone, Date.now());
  const [reason, setReason] = useState('');
  const [day, setDay] = useState(addDays(today, 14));
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const submit = async () => {
    const until = instantOf(addDays(day, 1), '00:00', timeZone);
    if (await give(ask(reason, until))) onDone();
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {text && <p>{text}</p>}
      {untilDay && (
        <TextField
          label={t.people.pauseUntil}
          type="date"
          required
          min={today}
          value={day}
          error={mistakeAt(failure, 'until')}
          onValue={(value) => value && setDay(value)}
        />
      )}
      <TextArea
        label={t.people.reason}
        hint={t.people.reasonHint}
        required
        value={reason}
        error={mistakeAt(failure, 'reason')}
        onValue={setReason}
      />
      <FormFailure failure={failure} timeZone={timeZone} />
      <div>
        <Button kind="danger" type="submit" busy={busy}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}
