import { useState } from 'preact/hooks';
import type { FaultView } from '../../shared/machines/careViews.ts';
import type { MachineView } from '../../shared/machines/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { AskForm } from '../ui/askForm.tsx';
import { Button } from '../ui/button.tsx';
import { ManyChips } from '../ui/chips.tsx';
import { CheckField, TextArea, TextField } from '../ui/field.tsx';
import { mistakeAt } from '../ui/formFailure.tsx';
import { useCommand } from '../useCommand.ts';

const words = t.care.repair;

interface DraftPart {
  name: string;
  quantity: string;
}

export interface RepairFormProps {
  machine: Pick<MachineView, 'machineId' | 'name' | 'timeZone'>;
  /** The open ones. */
  faults: readonly FaultView[];
  onDone: () => void;
}

/** What was mended, with which parts and in what time; and whether the machine is back with it. */
export function RepairForm({ machine, faults, onDone }: RepairFormProps) {
  const [faultIds, setFaultIds] = useState<string[]>(faults.map(({ faultId }) => faultId));
  const [note, setNote] = useState('');
  const [minutes, setMinutes] = useState('30');
  const [parts, setParts] = useState<DraftPart[]>([]);
  const [returns, setReturns] = useState(true);
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const change = (index: number, changed: Partial<DraftPart>) =>
    setParts(parts.map((part, at) => (at === index ? { ...part, ...changed } : part)));
  const submit = async () => {
    const used = parts.filter(({ name }) => name.trim() !== '');
    const reply = await give({
      method: 'post',
      path: `/api/machines/${machine.machineId}/repairs`,
      body: {
        faultIds,
        ...(note.trim() ? { note } : {}),
        parts: used.map(({ name, quantity }) => ({ name, quantity: Number(quantity) })),
        minutes: Math.round(Number(minutes)),
        returns,
      },
      done: words.done(machine.name),
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
      kind="main"
    >
      {faults.length > 0 && (
        <ManyChips
          label={words.faults}
          values={faultIds}
          options={faults.map(({ faultId, severity, text }) => ({
            value: faultId,
            label: text ? `${t.care.severities[severity]}: ${shortened(text)}` : t.care.severities[severity],
          }))}
          onValues={setFaultIds}
        />
      )}
      <TextArea label={words.note} value={note} error={mistakeAt(failure, 'note')} onValue={setNote} />
      <TextField
        label={words.minutes}
        type="number"
        inputMode="numeric"
        min={0}
        max={100000}
        required
        value={minutes}
        error={mistakeAt(failure, 'minutes')}
        onValue={setMinutes}
      />
      {parts.map((part, index) => (
        <div class="fields-2" key={index}>
          <TextField
            label={words.part}
            maxLength={80}
            value={part.name}
            onValue={(name) => change(index, { name })}
          />
          <TextField
            label={words.quantity}
            type="number"
            inputMode="decimal"
            min={0.001}
            step="any"
            value={part.quantity}
            onValue={(quantity) => change(index, { quantity })}
          />
        </div>
      ))}
      <div>
        <Button kind="quiet" onPress={() => setParts([...parts, { name: '', quantity: '1' }])}>
          {words.addPart}
        </Button>
      </div>
      <CheckField label={words.returns} checked={returns} onChange={setReturns} />
    </AskForm>
  );
}

const shortened = (text: string) => (text.length <= 60 ? text : `${text.slice(0, 59)}…`);
