import { useState } from 'preact/hooks';
import type { BuildView } from '../../../shared/builds/views.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { nowThere } from '../../serverClock.ts';
import { Chips } from '../../ui/chips.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CheckField, TextArea, TextField } from '../../ui/field.tsx';
import { type BuildFact, BuildForm } from './buildForm.tsx';

const words = t.buildLog.checks;

const KINDS = ['measurement', 'test', 'deviation', 'problem'] as const;
type Kind = (typeof KINDS)[number];

interface CheckDialogProps {
  build: BuildView;
  step: string | null;
  onChanged: () => void;
  onClose: () => void;
}

const numberIn = (text: string) =>
  text.trim() === '' ? null : Number(text.trim().replace('−', '-').replace(',', '.'));
const isNumber = (value: number | null): value is number => value !== null && Number.isFinite(value);

/** What was measured, tested, done otherwise, or went wrong. */
export function CheckDialog({ build, step, onChanged, onClose }: CheckDialogProps) {
  const [kind, setKind] = useState<Kind>('measurement');
  const [name, setName] = useState('');
  const [value, setValue] = useState('');
  const [unit, setUnit] = useState('mm');
  const [least, setLeast] = useState('');
  const [most, setMost] = useState('');
  const [outcome, setOutcome] = useState<'passed' | 'failed'>('passed');
  const [text, setText] = useState('');
  const [raise, setRaise] = useState(false);
  const [safety, setSafety] = useState(false);
  const [isTold, setTold] = useState(false);
  const [at] = useState(() => new Date(nowThere()).toISOString());
  const measured = numberIn(value);
  const isWrong = (typed: string) => isTold && typed.trim() !== '' && !isNumber(numberIn(typed));

  const asked = (): Pick<BuildFact, 'below' | 'body'> | null => {
    if (kind === 'measurement') {
      const [low, high] = [numberIn(least), numberIn(most)];
      const bounds = { least: isNumber(low) ? low : null, most: isNumber(high) ? high : null };
      if (name.trim() === '' || !isNumber(measured) || isWrong(least) || isWrong(most)) return null;
      return { below: 'measurements', body: { name, value: measured, unit, ...bounds, step, at } };
    }
    if (kind === 'test') {
      if (name.trim() === '') return null;
      return { below: 'tests', body: { name, outcome, note: text, at } };
    }
    if (text.trim() === '') return null;
    return { below: 'remarks', body: { kind, text, step, raise, safety: raise && safety, at } };
  };
  const fact = (): BuildFact | null => {
    setTold(true);
    const ask = asked();
    return ask && { ...ask, done: words.saved, keepAs: words.kept[kind] };
  };
  return (
    <Dialog title={words.add} onClose={onClose}>
      <BuildForm build={build} submitLabel={words.save} fact={fact} onChanged={onChanged} onClose={onClose}>
        <Chips
          label={words.kind}
          quiet
          value={kind}
          options={KINDS.map((each) => ({ value: each, label: words.kinds[each] }))}
          onValue={setKind}
        />
        {kind === 'measurement' && (
          <>
            <TextField label={words.measured} required maxLength={120} value={name} onValue={setName} />
            <div class="fields-2">
              <TextField
                label={words.value}
                inputMode="decimal"
                required
                error={isTold && !isNumber(measured) ? words.valueError : undefined}
                value={value}
                onValue={setValue}
              />
              <TextField label={words.unit} maxLength={20} value={unit} onValue={setUnit} />
              <TextField
                label={`${words.least} (${t.words.optional})`}
                inputMode="decimal"
                error={isWrong(least) ? words.valueError : undefined}
                value={least}
                onValue={setLeast}
              />
              <TextField
                label={`${words.most} (${t.words.optional})`}
                inputMode="decimal"
                error={isWrong(most) ? words.valueError : undefined}
                value={most}
                onValue={setMost}
              />
            </div>
          </>
        )}
        {kind === 'test' && (
          <>
            <TextField label={words.test} required maxLength={120} value={name} onValue={setName} />
            <Chips
              label={words.outcome}
              value={outcome}
              options={(['passed', 'failed'] as const).map((each) => ({
                value: each,
                label: words.outcomes[each],
              }))}
              onValue={setOutcome}
            />
            <TextArea label={`${words.note} (${t.words.optional})`} value={text} onValue={setText} />
          </>
        )}
        {(kind === 'deviation' || kind === 'problem') && (
          <>
            <TextArea label={words[kind]} required value={text} onValue={setText} />
            {kind === 'problem' && build.of && (
              <CheckField label={words.raise} checked={raise} onChange={setRaise} />
            )}
            {raise && <CheckField label={words.safety} checked={safety} onChange={setSafety} />}
          </>
        )}
      </BuildForm>
    </Dialog>
  );
}
