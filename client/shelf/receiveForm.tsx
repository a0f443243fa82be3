import { useState } from 'preact/hooks';
import type { LotSource } from '../../shared/stock/events.ts';
import type { StockRow } from '../../shared/stock/views.ts';
import { t } from '../catalogue/buildTexts.ts';
import { DECIMAL_COMMA } from '../designs/list/decimals.ts';
import { Button } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { TextField } from '../ui/field.tsx';
import { FormFailure } from '../ui/formFailure.tsx';
import { Fold } from '../ui/page.tsx';
import { useCommand } from '../useCommand.ts';
import { AmountField, saidIn } from './amountField.tsx';
import { amountInWords, oneOf } from './amounts.ts';
import { priceTyped, type TypedPrice } from './price.ts';
import { stockPath } from './stockPath.ts';
import { baseAmountOf } from './typedAmount.ts';

const words = t.shelf;
const SOURCES = ['bought', 'given', 'recovered', 'made'] as const satisfies readonly LotSource[];
const today = () => new Date().toISOString().slice(0, 10);

/** The currency in which it was paid last. */
const usualCurrency = ({ lots }: StockRow): string =>
  lots.find(({ price }) => price !== null)?.price?.currency ?? 'EUR';

/** Something came. */
export function ReceiveForm({ stock, onDone }: { stock: StockRow; onDone: () => void }) {
  const { name, unit } = stock;
  const [text, setText] = useState('');
  const [source, setSource] = useState<(typeof SOURCES)[number]>('bought');
  const [paid, setPaid] = useState<TypedPrice>({
    amount: '',
    currency: usualCurrency(stock),
    supplier: '',
  });
  const [isTold, setTold] = useState(false);
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const said = saidIn(text, unit);
  const price = priceTyped(paid, today(), DECIMAL_COMMA);
  const change = (fields: Partial<TypedPrice>) => setPaid({ ...paid, ...fields });
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTold(true);
        if (said === null || price === undefined) return;
        give({
          method: 'post',
          path: `${stockPath(stock)}/receive`,
          body: { ...said, source, price, supplier: paid.supplier.trim() },
          done: words.receive.done(amountInWords(baseAmountOf(said), unit), name),
          after: onDone,
          keepAs: `${words.titles.receive(name)}: ${text}`,
          kept: onDone,
        });
      }}
    >
      <AmountField label={words.howMuch} unit={unit} value={text} onValue={setText} isTold={isTold} />
      <Chips
        label={words.receive.source}
        value={source}
        options={SOURCES.map((value) => ({ value, label: words.sources[value] }))}
        onValue={setSource}
      />
      <Fold summary={words.receive.more} open={isTold && price === undefined}>
        <div class="stack">
          <div class="fields-2">
            <TextField
              label={words.receive.price(oneOf(unit))}
              error={isTold && price === undefined ? words.receive.badPrice : undefined}
              inputMode="decimal"
              maxLength={20}
              value={paid.amount}
              onValue={(amount) => change({ amount })}
            />
            <TextField
              label={words.receive.currency}
              maxLength={3}
              value={paid.currency}
              onValue={(currency) => change({ currency })}
            />
          </div>
          <TextField
            label={words.receive.supplier}
            maxLength={120}
            value={paid.supplier}
            onValue={(supplier) => change({ supplier })}
          />
        </div>
      </Fold>
      <FormFailure failure={failure} />
      <Button kind="main" type="submit" busy={busy}>
        {words.receive.submit}
      </Button>
    </form>
  );
}
