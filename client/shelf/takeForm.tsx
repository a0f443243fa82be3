import { useState } from 'preact/hooks';
import { UNITS } from '../../shared/designs/units.ts';
import type { ConsumeStock } from '../../shared/stock/commands.ts';
import type { StockRow } from '../../shared/stock/views.ts';
import { t } from '../catalogue/buildTexts.ts';
import { lengthHabits } from '../measures/lengthUnits.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { useCommand } from '../useCommand.ts';
import { AmountField, saidIn } from './amountField.tsx';
import { amountInWords } from './amounts.ts';
import { BuildChoice, useOpenBuilds } from './buildChoice.tsx';
import { offersOf, Refusal } from './refusal.tsx';
import { lengthWritten } from './salvageQuery.ts';
import { stockPath } from './stockPath.ts';
import { baseAmountOf } from './typedAmount.ts';

const words = t.shelf;

/** What is taken off the shelf: an amount, or pieces that are cut. */
export function TakeForm({ stock, onDone }: { stock: StockRow; onDone: () => void }) {
  const { name, unit } = stock;
  const [text, setText] = useState('');
  const [kerf, setKerf] = useState('');
  const [buildId, setBuildId] = useState('');
  const [reason, setReason] = useState('');
  const [isTold, setTold] = useState(false);
  const builds = useOpenBuilds(stock.workshopId) ?? [];
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const said = saidIn(text, unit);
  const isCut = said !== null && 'pieces' in said;
  const kerfMillimetres = lengthWritten(kerf, lengthHabits());
  const submit = (infer: boolean) => {
    setTold(true);
    if (said === null || (isCut && kerfMillimetres === null)) return;
    const body: ConsumeStock = {
      ...('pieces' in said
        ? { pieces: [said.pieces], kerfMillimetres: kerfMillimetres ?? 0 }
        : { amount: said.amount }),
      ...(buildId === '' ? {} : { buildId }),
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      ...(infer ? { infer } : {}),
    };
    give({
      method: 'post',
      path: `${stockPath(stock)}/consume`,
      body,
      done: words.take.done(amountInWords(baseAmountOf(said), unit), name),
      after: onDone,
      keepAs: `${words.titles.take(name)}: ${text}`,
      kept: onDone,
    });
  };
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit(false);
      }}
    >
      <AmountField
        label={words.howMuch}
        {...(UNITS[unit].measures === 'length' ? { hint: words.cutHint } : {})}
        unit={unit}
        value={text}
        onValue={setText}
        isTold={isTold}
      />
      {isCut && (
        <TextField
          label={words.take.kerf}
          hint={words.take.kerfHint}
          error={isTold && kerfMillimetres === null ? words.faults.unreadable : undefined}
          maxLength={40}
          value={kerf}
          onValue={setKerf}
        />
      )}
      {builds.length > 0 && <BuildChoice builds={builds} value={buildId} onValue={setBuildId} />}
      <TextField
        label={`${words.take.reason} (${t.words.optional})`}
        maxLength={400}
        value={reason}
        onValue={setReason}
      />
      <Refusal failure={failure} busy={busy} onInfer={() => submit(true)} />
      <Button kind={offersOf(failure).length > 0 ? 'plain' : 'main'} type="submit" busy={busy}>
        {words.take.submit}
      </Button>
    </form>
  );
}
