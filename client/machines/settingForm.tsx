import './machineForm.css';
import { IconPlus, IconTrash } from '@tabler/icons-preact';
import { useState } from 'preact/hooks';
import { t } from '../catalogue/workshopTexts.ts';
import { AskForm } from '../ui/askForm.tsx';
import { Button } from '../ui/button.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { mistakeAt } from '../ui/formFailure.tsx';
import { useCommand } from '../useCommand.ts';

const words = t.machineDetails.settings;
const MOST_VALUES = 12;

/** A thickness as somebody typed it, `3,5` as well; null for none. */
const typedNumber = (text: string): number | null =>
  text.trim() === '' ? null : Number(text.trim().replace(',', '.'));

/** Settings that worked just now. */
export function SettingForm({ machineId, onDone }: { machineId: string; onDone: () => void }) {
  const [material, setMaterial] = useState('');
  const [thickness, setThickness] = useState('');
  const [values, setValues] = useState([{ name: '', value: '' }]);
  const [note, setNote] = useState('');
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const change = (index: number, part: Partial<{ name: string; value: string }>) =>
    setValues(values.map((line, at) => (at === index ? { ...line, ...part } : line)));
  const submit = async () => {
    const setting = { material, thicknessMillimetres: typedNumber(thickness), values };
    const reply = await give({
      method: 'post',
      path: `/api/machines/${machineId}/settings`,
      body: { setting, ...(note.trim() ? { note } : {}) },
      done: words.noted,
    });
    if (reply) onDone();
  };
  return (
    <AskForm submitLabel={words.save} onSubmit={submit} busy={busy} failure={failure} kind="main">
      <TextField
        label={words.material}
        required
        maxLength={80}
        value={material}
        error={mistakeAt(failure, 'material')}
        onValue={setMaterial}
      />
      <TextField
        label={`${words.thickness} (${t.words.optional})`}
        inputMode="decimal"
        value={thickness}
        error={mistakeAt(failure, 'thicknessMillimetres')}
        onValue={setThickness}
      />
      <fieldset class="lines">
        <legend>{words.values}</legend>
        <p class="soft small">{words.valueHint}</p>
        {values.map(({ name, value }, index) => (
          <div class="line-of-two" key={`${index} of ${values.length}`}>
            <TextField
              label={words.value}
              required
              maxLength={80}
              value={name}
              onValue={(typed) => change(index, { name: typed })}
            />
            <TextField
              label={words.amount}
              required
              maxLength={80}
              value={value}
              onValue={(typed) => change(index, { value: typed })}
            />
            {values.length > 1 && (
              <Button
                kind="quiet"
                label={t.machineDetails.more.remove(name)}
                onPress={() => setValues(values.filter((_, at) => at !== index))}
              >
                <IconTrash aria-hidden="true" />
              </Button>
            )}
          </div>
        ))}
        {values.length < MOST_VALUES && (
          <div>
            <Button onPress={() => setValues([...values, { name: '', value: '' }])}>
              <IconPlus aria-hidden="true" />
              {words.addValue}
            </Button>
          </div>
        )}
      </fieldset>
      <TextArea label={`${words.words} (${t.words.optional})`} value={note} onValue={setNote} />
    </AskForm>
  );
}
