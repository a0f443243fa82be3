import { useState } from 'preact/hooks';
import type { StockRow } from '../../shared/stock/views.ts';
import { t } from '../catalogue/buildTexts.ts';
import { PageLoading } from '../frame/pageLoading.tsx';
import { Button } from '../ui/button.tsx';
import { FormFailure } from '../ui/formFailure.tsx';
import { useCommand } from '../useCommand.ts';
import { AmountField, saidIn } from './amountField.tsx';
import { amountInWords } from './amounts.ts';
import { BuildChoice, useOpenBuilds } from './buildChoice.tsx';
import { stockPath } from './stockPath.ts';
import { baseAmountOf, saidOf } from './typedAmount.ts';

const words = t.shelf;

/** So much is kept for a build, and others leave it there. */
export function ReserveForm({ stock, onDone }: { stock: StockRow; onDone: () => void }) {
  const { unit } = stock;
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState('');
  const [isTold, setTold] = useState(false);
  const builds = useOpenBuilds(stock.workshopId);
  const { busy, failure, give } = useCommand({ failures: 'page' });
  if (builds === undefined) return <PageLoading />;
  const build = builds.find(({ buildId }) => buildId === chosen) ?? builds[0];
  if (build === undefined) return <p>{words.reserve.noBuild}</p>;
  const said = saidIn(text, unit);
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTold(true);
        if (said === null) return;
        const amount = baseAmountOf(said);
        give({
          method: 'post',
          path: `${stockPath(stock)}/reserve`,
          body: { buildId: build.buildId, amount: saidOf(amount, unit) },
          done: words.reserve.done(amountInWords(amount, unit), build.name),
          after: onDone,
        });
      }}
    >
      <AmountField label={words.howMuch} unit={unit} value={text} onValue={setText} isTold={isTold} />
      <BuildChoice builds={builds} value={build.buildId} onValue={setChosen} required />
      <FormFailure failure={failure} />
      <Button kind="main" type="submit" busy={busy}>
        {words.reserve.submit}
      </Button>
    </form>
  );
}
