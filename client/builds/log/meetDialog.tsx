import { useState } from 'preact/hooks';
import type { BuildView, LineView } from '../../../shared/builds/views.ts';
import { type QuantityUnit, quantityUnit } from '../../../shared/designs/units.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { nowThere } from '../../serverClock.ts';
import { Chips } from '../../ui/chips.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CheckField, SelectField, TextField } from '../../ui/field.tsx';
import { type BuildFact, BuildForm } from './buildForm.tsx';
import { FitThing } from './fitThing.tsx';
import { FromShelf } from './fromShelf.tsx';

const words = t.buildLog.parts;

type How = 'new' | 'stock' | 'item' | 'unknown';
const HOWS: readonly How[] = ['new', 'stock', 'item', 'unknown'];

export interface MeetProps {
  build: BuildView;
  /** Null: something that stands on no line. */
  line: LineView | null;
  step: string | null;
  onChanged: () => void;
  onClose: () => void;
}

/** A part is put in: where it came from, and how much. */
export function MeetDialog(props: MeetProps) {
  const { line, onClose } = props;
  const [how, setHow] = useState<How>(howFirst(line));
  return (
    <Dialog title={line ? words.meetTitle(line.line.name) : words.another} onClose={onClose}>
      <div class="stack">
        <Chips
          label={words.how}
          quiet
          value={how}
          options={HOWS.map((value) => ({ value, label: words.hows[value] }))}
          onValue={setHow}
        />
        {how === 'stock' && <FromShelf {...props} />}
        {how === 'item' && <FitThing {...props} />}
        {(how === 'new' || how === 'unknown') && <ByWord {...props} how={how} />}
      </div>
    </Dialog>
  );
}

/** As it was planned; else what is cut off a bar comes off the shelf. */
function howFirst(line: LineView | null): How {
  const planned = line?.choice?.how;
  if (planned === 'stock' || planned === 'item') return planned;
  if (planned === 'made') return 'item';
  if (planned === 'atHand') return 'unknown';
  return planned === undefined && line?.line.cut ? 'stock' : 'new';
}

const numberIn = (text: string) => Number(text.trim().replace(',', '.'));

/** Only said: it becomes no thing and was on no shelf. */
function ByWord({ build, line, step, how, onChanged, onClose }: MeetProps & { how: 'new' | 'unknown' }) {
  const [name, setName] = useState('');
  const [quantity, setQuantity] = useState(String(line && line.missing > 0 ? line.missing : 1));
  const [unit, setUnit] = useState<QuantityUnit>(line?.line.unit ?? 'piece');
  const [substitutes, setSubstitutes] = useState(false);
  const [reason, setReason] = useState('');
  const much = numberIn(quantity);
  const isMuch = Number.isFinite(much) && much > 0;
  const named = name.trim() || line?.line.name || '';
  const fact = (): BuildFact | null => {
    if (!isMuch || named === '') return null;
    return {
      below: 'meetings',
      body: {
        how,
        quantity: much,
        unit,
        at: new Date(nowThere()).toISOString(),
        step,
        ...(line ? { line: line.line.id } : {}),
        ...(name.trim() ? { name: name.trim() } : {}),
        ...(substitutes ? { substitutes, reason } : {}),
      },
      done: words.done(named),
      keepAs: words.kept(named),
    };
  };
  return (
    <BuildForm build={build} submitLabel={words.save} fact={fact} onChanged={onChanged} onClose={onClose}>
      {(line === null || substitutes) && (
        <TextField
          label={words.name}
          required={line === null}
          maxLength={160}
          value={name}
          onValue={setName}
        />
      )}
      <TextField
        label={line ? `${words.quantity} (${t.quantities.units[unit]})` : words.quantity}
        inputMode="decimal"
        error={isMuch ? undefined : words.quantityError}
        value={quantity}
        onValue={setQuantity}
      />
      {line === null && (
        <SelectField
          label={words.unit}
          value={unit}
          options={quantityUnit.options.map((value) => ({ value, label: t.quantities.units[value] }))}
          onValue={setUnit}
        />
      )}
      {line && <CheckField label={words.substitutes} checked={substitutes} onChange={setSubstitutes} />}
      {substitutes && <TextField label={words.reason} maxLength={400} value={reason} onValue={setReason} />}
    </BuildForm>
  );
}
