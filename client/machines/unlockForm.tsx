import { useState } from 'preact/hooks';
import type { MachineView, OutageView } from '../../shared/machines/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { AskForm } from '../ui/askForm.tsx';
import { TextArea } from '../ui/field.tsx';
import { useCommand } from '../useCommand.ts';

const words = t.care.lock;

export interface UnlockFormProps {
  machine: Pick<MachineView, 'machineId' | 'name' | 'timeZone'>;
  outage: OutageView;
  onDone: () => void;
}

/** Returns what somebody locked as unsafe, with a note of what was found. */
export function UnlockForm({ machine, outage, onDone }: UnlockFormProps) {
  const [note, setNote] = useState('');
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const submit = async () => {
    const reply = await give({
      method: 'post',
      path: `/api/machines/${machine.machineId}/outages/${outage.outageId}/end`,
      body: { note },
      ifMatch: outage.revision,
      done: words.done(machine.name),
    });
    if (reply) onDone();
  };
  return (
    <AskForm
      submitLabel={words.unlock}
      onSubmit={submit}
      busy={busy}
      failure={failure}
      timeZone={machine.timeZone}
      kind="main"
    >
      <p>{words.text}</p>
      <TextArea label={words.note} required value={note} onValue={setNote} />
    </AskForm>
  );
}
