import { useState } from 'preact/hooks';
import { readQuantity } from '../../../shared/designs/quantities.ts';
import type { PlanLine } from '../../../shared/plans/views.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { online } from '../../connection.ts';
import { keptAs } from '../../offline/keptAs.ts';
import { nowThere } from '../../serverClock.ts';
import { numberInWords } from '../../time.ts';
import { AskForm } from '../../ui/askForm.tsx';
import { Chips } from '../../ui/chips.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { useCommand } from '../../useCommand.ts';

const words = t.buildPlan.instead;

export interface InsteadFormProps {
  buildId: string;
  line: PlanLine;
  onDone: () => void;
}

/** Something else than the line asks for was used: written down as a substitute, with why. */
export function InsteadForm({ buildId, line, onDone }: InsteadFormProps) {
  const [name, setName] = useState('');
  const [amount, setAmount] = useState(numberInWords(line.missing));
  const [how, setHow] = useState<'new' | 'unknown'>('new');
  const [reason, setReason] = useState('');
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const quantity = readQuantity(amount, numberInWords(1.5).includes(','))?.quantity ?? 0;
  const submit = () =>
    quantity > 0 &&
    name.trim() !== '' &&
    give({
      method: 'post',
      path: `/api/builds/${buildId}/meetings`,
      body: {
        ...{ line: line.line, name: name.trim(), how, quantity, substitutes: true, reason },
        // Sent later, it was still put in now.
        ...(online.value ? {} : { at: new Date(nowThere()).toISOString() }),
      },
      done: words.done(name.trim(), line.name),
      keepAs: keptAs(words.done(name.trim(), line.name)),
      kept: onDone,
      after: onDone,
    });
  return (
    <AskForm submitLabel={words.go} kind="main" busy={busy} failure={failure} onSubmit={submit}>
      <TextField label={words.name} required maxLength={160} value={name} onValue={setName} />
      <TextField
        label={line.unit === 'piece' ? words.pieces : words.quantity(t.quantities.units[line.unit])}
        required
        value={amount}
        maxLength={40}
        inputMode="decimal"
        onValue={setAmount}
      />
      <Chips
        label={words.how}
        value={how}
        options={(['new', 'unknown'] as const).map((value) => ({ value, label: words.hows[value] }))}
        onValue={setHow}
      />
      <TextArea label={words.why} value={reason} onValue={setReason} />
    </AskForm>
  );
}
