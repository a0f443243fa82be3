import { useState } from 'preact/hooks';
import { type Pausable, pausable } from '../../shared/members/events.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { addDays } from '../time/wall.ts';
import { instantOf, todayIn } from '../time/zone.ts';
import { AskForm } from '../ui/askForm.tsx';
import { ManyChips } from '../ui/chips.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { mistakeAt } from '../ui/formFailure.tsx';
import { type Ask, useCommand } from '../useCommand.ts';

export interface ReasonFormProps {
  /** The command, once there is a reason (and the end of the pause, and what it stops). */
  ask: (reason: string, until: string, what: Pausable[]) => Ask;
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
  const [what, setWhat] = useState<Pausable[]>([...pausable.options]);
  const [day, setDay] = useState(addDays(today, 14));
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const submit = async () => {
    const until = instantOf(addDays(day, 1), '00:00', timeZone);
    if (await give(ask(reason, until, what))) onDone();
  };
  return (
    <AskForm
      submitLabel={submitLabel}
      onSubmit={submit}
      busy={busy}
      failure={failure}
      timeZone={timeZone}
      kind="danger"
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
      {untilDay && (
        <ManyChips
          label={t.people.pauseWhat}
          values={what}
          options={pausable.options.map((value) => ({ value, label: t.people.pausables[value] }))}
          onValues={(chosen) => chosen.length > 0 && setWhat(chosen)}
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
    </AskForm>
  );
}
