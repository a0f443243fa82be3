import { useState } from 'preact/hooks';
import { decimalFrom } from '../../shared/designs/quantities.ts';
import { type QuantityUnit, quantityUnit, UNITS } from '../../shared/designs/units.ts';
import type { DescribedStock } from '../../shared/stock/commands.ts';
import type { StockRow } from '../../shared/stock/views.ts';
import { t } from '../catalogue/buildTexts.ts';
import { DECIMAL_COMMA } from '../designs/list/decimals.ts';
import { Button } from '../ui/button.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { FormFailure, mistakeAt } from '../ui/formFailure.tsx';
import { Fold } from '../ui/page.tsx';
import { useCommand } from '../useCommand.ts';
import { AmountField, saidIn } from './amountField.tsx';
import { oneOf } from './amounts.ts';
import { stockPath } from './stockPath.ts';

const words = t.shelf;

interface Typed {
  name: string;
  specification: string;
  unit: QuantityUnit;
  shelf: string;
  lowBelow: string;
  mass: string;
}

const numberTyped = (value: number | null) =>
  value === null ? '' : DECIMAL_COMMA ? String(value).replace('.', ',') : String(value);

const typedOf = (stock: StockRow | null): Typed => ({
  name: stock?.name ?? '',
  specification: stock?.specification ?? '',
  unit: stock?.unit ?? 'piece',
  shelf: stock?.shelf ?? '',
  lowBelow: numberTyped(stock?.lowBelow ?? null),
  mass: numberTyped(stock?.massKilograms ?? null),
});

/** A number that may be left out: null then; undefined where it is none. */
const optionalNumber = (text: string): number | null | undefined =>
  text.trim() === '' ? null : (decimalFrom(text.trim(), DECIMAL_COMMA) ?? undefined);

/** What was typed, for the server; null while something of it cannot be read. */
function described({ name, specification, unit, shelf, lowBelow, mass }: Typed, stock: StockRow | null) {
  const [low, heavy] = [optionalNumber(lowBelow), optionalNumber(mass)];
  if (name.trim() === '' || low === undefined || heavy === undefined) return null;
  const { of } = stock ?? { of: null };
  return {
    name: name.trim(),
    specification: specification.trim(),
    unit,
    massKilograms: heavy,
    of: of && { designId: of.designId, revision: of.revision },
    shelf: shelf.trim() || null,
    lowBelow: low,
  } satisfies DescribedStock;
}

export interface DescribeProps {
  workshopId: string;
  /** Null: something that is not counted here yet. */
  stock: StockRow | null;
  onDone: () => void;
}

/** What is kept, on which shelf, and when it runs low; of something new, how much lies there. */
export function DescribeForm({ workshopId, stock, onDone }: DescribeProps) {
  const [typed, setTyped] = useState(() => typedOf(stock));
  const [amount, setAmount] = useState('');
  const [isTold, setTold] = useState(false);
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const change = (fields: Partial<Typed>) => setTyped({ ...typed, ...fields });
  const said = amount.trim() === '' ? null : saidIn(amount, typed.unit);
  const wrongNumber = (text: string) =>
    isTold && optionalNumber(text) === undefined ? words.describe.badNumber : undefined;
  const units = quantityUnit.options.filter(
    // What is counted in metres can be told in feet from now on, never in kilograms.
    (unit) => unit !== 'h' && (stock === null || UNITS[unit].measures === UNITS[stock.unit].measures),
  );
  const submit = () => {
    setTold(true);
    const description = described(typed, stock);
    if (description === null || (amount.trim() !== '' && said === null)) return;
    const receive = said && { ...said, source: 'bought' };
    give({
      method: 'post',
      path: stock ? `${stockPath(stock)}/describe` : `/api/workshops/${workshopId}/stock`,
      body: stock ? description : { description, receive },
      ifMatch: stock?.revision ?? null,
      done: stock ? words.describe.saved(description.name) : words.describe.begun(description.name),
      after: onDone,
    });
  };
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField
        label={words.describe.name}
        hint={words.describe.nameHint}
        error={
          isTold && typed.name.trim() === ''
            ? t.failures.kinds['invalid-request']
            : mistakeAt(failure, 'name')
        }
        maxLength={160}
        value={typed.name}
        onValue={(name) => change({ name })}
      />
      <div class="fields-2">
        <SelectField
          label={words.describe.unit}
          value={typed.unit}
          options={units.map((unit) => ({ value: unit, label: t.quantities.units[unit] }))}
          onValue={(unit) => change({ unit })}
        />
        <TextField
          label={words.describe.shelf}
          hint={words.describe.shelfHint}
          maxLength={80}
          value={typed.shelf}
          onValue={(shelf) => change({ shelf })}
        />
      </div>
      {stock === null && (
        <AmountField
          label={words.describe.amount}
          hint={words.describe.amountHint}
          unit={typed.unit}
          value={amount}
          onValue={setAmount}
          isTold={isTold}
          mayBeEmpty
        />
      )}
      <TextField
        label={words.describe.lowBelow}
        hint={words.describe.lowHint}
        error={wrongNumber(typed.lowBelow)}
        inputMode="decimal"
        maxLength={12}
        value={typed.lowBelow}
        onValue={(lowBelow) => change({ lowBelow })}
      />
      <Fold summary={words.describe.more} open={wrongNumber(typed.mass) !== undefined}>
        <div class="stack">
          <TextField
            label={words.describe.specification}
            maxLength={200}
            value={typed.specification}
            onValue={(specification) => change({ specification })}
          />
          <TextField
            label={words.describe.mass(oneOf(typed.unit))}
            error={wrongNumber(typed.mass)}
            inputMode="decimal"
            maxLength={12}
            value={typed.mass}
            onValue={(mass) => change({ mass })}
          />
        </div>
      </Fold>
      <FormFailure failure={failure} />
      <Button kind="main" type="submit" busy={busy}>
        {stock ? words.describe.submit : words.describe.begin}
      </Button>
    </form>
  );
}
