import type { FunctionComponent } from 'preact';
import { useState } from 'preact/hooks';
import type { StockRow } from '../../shared/stock/views.ts';
import { t } from '../catalogue/buildTexts.ts';
import { deferred } from '../frame/deferred.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

const words = t.shelf;

interface FormProps {
  stock: StockRow;
  onDone: () => void;
}

const DescribeStock = deferred(async (): Promise<FunctionComponent<FormProps>> => {
  const { DescribeForm } = await import('./describeForm.tsx');
  return ({ stock, onDone }) => <DescribeForm workshopId={stock.workshopId} stock={stock} onDone={onDone} />;
});

/** What can be done with a bin, and the form of each. */
const FORMS = {
  take: deferred(async () => (await import('./takeForm.tsx')).TakeForm),
  receive: deferred(async () => (await import('./receiveForm.tsx')).ReceiveForm),
  reserve: deferred(async () => (await import('./reserveForm.tsx')).ReserveForm),
  send: deferred(async () => (await import('./sendForm.tsx')).SendForm),
  describe: DescribeStock,
} satisfies Record<string, FunctionComponent<FormProps>>;
export type Act = keyof typeof FORMS;

export interface StockActsProps {
  stock: StockRow;
  acts: readonly Act[];
  /** The first stands out. */
  hasMain?: boolean;
  onChanged: () => void;
}

/** A button for each, which opens its form. */
export function StockActs({ stock, acts, hasMain = false, onChanged }: StockActsProps) {
  const [act, setAct] = useState<Act | null>(null);
  const Form = act && FORMS[act];
  return (
    <>
      {acts.map((each, index) => (
        <Button
          key={each}
          kind={hasMain && index === 0 ? 'main' : 'plain'}
          label={words.actOn(words.acts[each], stock.name)}
          onPress={() => setAct(each)}
        >
          {words.acts[each]}
        </Button>
      ))}
      {Form && act && (
        <Dialog title={words.titles[act](stock.name)} onClose={() => setAct(null)}>
          <Form
            stock={stock}
            onDone={() => {
              setAct(null);
              onChanged();
            }}
          />
        </Dialog>
      )}
    </>
  );
}
