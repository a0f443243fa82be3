import { useState } from 'preact/hooks';
import type { StockRow } from '../../shared/stock/views.ts';
import { t } from '../catalogue/buildTexts.ts';
import { useResource } from '../resource.ts';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/field.tsx';
import { FormFailure } from '../ui/formFailure.tsx';
import { Shown } from '../ui/shown.tsx';
import { useCommand } from '../useCommand.ts';
import { workshopList } from '../views.ts';
import { AmountField, saidIn } from './amountField.tsx';
import { amountInWords } from './amounts.ts';
import { stockPath } from './stockPath.ts';
import { baseAmountOf } from './typedAmount.ts';

const words = t.shelf;

interface SendProps {
  stock: StockRow;
  onDone: () => void;
}

/** To the shelf of another workshop. */
export function SendForm(props: SendProps) {
  const workshops = useResource('/api/workshops', workshopList);
  return (
    <Shown resource={workshops}>
      {(view) => {
        const others = view.workshops.filter(({ workshopId }) => workshopId !== props.stock.workshopId);
        return others[0] ? (
          <Send {...props} others={others} first={others[0]} />
        ) : (
          <p>{words.send.noOther}</p>
        );
      }}
    </Shown>
  );
}

interface Place {
  workshopId: string;
  name: string;
}

function Send({ stock, onDone, others, first }: SendProps & { others: readonly Place[]; first: Place }) {
  const { name, unit } = stock;
  const [text, setText] = useState('');
  const [toWorkshopId, setTo] = useState(first.workshopId);
  const [isTold, setTold] = useState(false);
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const said = saidIn(text, unit);
  const to = others.find(({ workshopId }) => workshopId === toWorkshopId)?.name ?? '';
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTold(true);
        if (said === null) return;
        give({
          method: 'post',
          path: `${stockPath(stock)}/send`,
          body: { ...said, toWorkshopId },
          done: words.send.done(amountInWords(baseAmountOf(said), unit), name, to),
          after: onDone,
        });
      }}
    >
      <AmountField label={words.howMuch} unit={unit} value={text} onValue={setText} isTold={isTold} />
      <SelectField
        label={words.send.to}
        value={toWorkshopId}
        options={others.map((each) => ({ value: each.workshopId, label: each.name }))}
        onValue={setTo}
      />
      <FormFailure failure={failure} />
      <Button kind="main" type="submit" busy={busy}>
        {words.send.submit}
      </Button>
    </form>
  );
}
