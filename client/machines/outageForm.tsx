import { useState } from 'preact/hooks';
import type { MachineView } from '../../shared/machines/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { instantOf, todayIn } from '../time/zone.ts';
import { AskForm } from '../ui/askForm.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { mistakeAt } from '../ui/formFailure.tsx';
import { TimeField } from '../ui/timeField.tsx';
import { useCommand } from '../useCommand.ts';

const words = t.machines.outage;

/** Takes a machine out of service from now on, until a time or until it is returned. */
export function OutageForm({
  machine,
  onDone,
}: {
  machine: Pick<MachineView, 'machineId' | 'name' | 'timeZone'>;
  onDone: () => void;
}) {
  const [reason, setReason] = useState('');
  const [date, setDate] = useState('');
  const [time, setTime] = useState('12:00');
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const submit = async () => {
    const reply = await give({
      method: 'post',
      path: `/api/machines/${machine.machineId}/outages`,
      body: { reason, end: date ? instantOf(date, time || '12:00', machine.timeZone) : null },
      done: words.done(machine.name),
      keepAs: words.title(machine.name),
      kept: onDone,
    });
    if (reply) onDone();
  };
  return (
    <AskForm
      submitLabel={words.submit}
      onSubmit={submit}
      busy={busy}
      failure={failure}
      timeZone={machine.timeZone}
      kind="danger"
    >
      <TextArea
        label={words.reason}
        hint={words.reasonHint}
        required
        value={reason}
        error={mistakeAt(failure, 'reason')}
        onValue={setReason}
      />
      <div class="fields-2">
        <TextField
          label={words.back}
          hint={words.backHint}
          type="date"
          min={todayIn(machine.timeZone, Date.now())}
          value={date}
          error={mistakeAt(failure, 'end')}
          onValue={setDate}
        />
        {date && <TimeField label={words.backTime} value={time} onValue={setTime} />}
      </div>
      <p class="soft">{words.hits}</p>
    </AskForm>
  );
}
