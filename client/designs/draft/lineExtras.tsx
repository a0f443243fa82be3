import { useId } from 'preact/hooks';
import type { PartLine, Price } from '../../../shared/designs/partLines.ts';
import { t } from '../../catalogue/designTexts.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { ReadField } from './draftFields.tsx';
import { numberTyped, typedIn } from './measures.ts';
import type { DraftState } from './state.ts';

const words = t.draft.parts;

interface ExtraProps {
  draft: DraftState;
  line: PartLine;
}

const setter =
  ({ draft, line }: ExtraProps) =>
  (fields: Record<string, unknown>) =>
    draft.setFields('parts', line.id, fields);

/** For a piece that is cut off a longer one: what from, how long, and what the blade takes. */
export function CutFields(props: ExtraProps) {
  const { cut, name } = props.line;
  const set = setter(props);
  if (cut === null)
    return (
      <div>
        <Button onPress={() => set({ cut: { stock: props.line.material || name, length: 1000, kerf: 0 } })}>
          {words.cutAdd}
        </Button>
      </div>
    );
  const size = (label: string, field: 'length' | 'kerf', hint: string) => (
    <ReadField
      label={label}
      hint={hint}
      value={words.millimetres(numberTyped(cut[field]))}
      read={(typed) => {
        const read = typedIn(typed, 'mm');
        return read === null || (field === 'length' && read <= 0) ? null : read;
      }}
      mistake={words.notSize}
      onRead={(value) => set({ cut: { ...cut, [field]: value } })}
    />
  );
  return (
    <fieldset class="entry-group stack">
      <legend>{words.cut}</legend>
      <ReadField
        label={words.cutStock}
        hint={words.cutStockHint}
        value={cut.stock}
        maxLength={120}
        read={(stock) => stock}
        mistake={words.cutStockHint}
        onRead={(stock) => set({ cut: { ...cut, stock } })}
      />
      <div class="fields-2">
        {size(words.cutLength, 'length', t.draft.needs.sizeHint)}
        {size(words.kerf, 'kerf', t.draft.needs.sizeHint)}
      </div>
      <div>
        <Button onPress={() => set({ cut: null })}>{words.cutRemove}</Button>
      </div>
    </fieldset>
  );
}

/** On the calendar of the one who writes. */
export const today = () => new Date().toISOString().slice(0, 10);

/** The currency that the list's other prices have. */
export const usualCurrency = (draft: DraftState): string =>
  draft.content.value?.parts.find(({ price }) => price !== null)?.price?.currency ?? 'EUR';

interface CurrencyFieldProps {
  currency: string;
  onCurrency: (currency: string) => void;
}

/** Three letters, as in EUR. */
export function CurrencyField({ currency, onCurrency }: CurrencyFieldProps) {
  return (
    <ReadField
      label={words.currency}
      value={currency}
      maxLength={3}
      read={(typed) => (/^[a-z]{3}$/i.test(typed.trim()) ? typed.trim().toUpperCase() : null)}
      mistake={words.currency}
      onRead={onCurrency}
    />
  );
}

/** What one costs, with the day on which that was so. */
export function PriceFields(props: ExtraProps) {
  const { draft, line } = props;
  const set = setter(props);
  const price: Price = line.price ?? { amount: 0, currency: usualCurrency(draft), on: today(), supplier: '' };
  const change = (fields: Partial<Price>) => set({ price: { ...price, ...fields } });
  return (
    <div class="fields-2">
      <ReadField
        label={words.price}
        inputMode="decimal"
        value={line.price === null ? '' : numberTyped(price.amount)}
        read={(typed) => typedIn(typed, 'piece')}
        mistake={words.notNumber}
        onRead={(amount) => change(line.price === null ? { amount, on: today() } : { amount })}
        onEmpty={() => set({ price: null })}
      />
      {line.price !== null && (
        <>
          <CurrencyField currency={price.currency} onCurrency={(currency) => change({ currency })} />
          <TextField
            label={words.priceOn}
            type="date"
            value={price.on}
            onValue={(on) => {
              if (on !== '') change({ on });
            }}
          />
          <TextField
            label={words.supplier}
            value={price.supplier}
            maxLength={120}
            onValue={(supplier) => change({ supplier })}
          />
        </>
      )}
    </div>
  );
}

/** Other parts that do as well. */
export function Alternatives(props: ExtraProps) {
  const heading = useId();
  const { alternatives } = props.line;
  const put = (next: PartLine['alternatives']) => setter(props)({ alternatives: next });
  return (
    <section class="stack" aria-labelledby={heading}>
      <h3 id={heading}>{words.alternatives}</h3>
      {alternatives.map((alternative, index) => {
        const change = (fields: Partial<typeof alternative>) =>
          put(alternatives.map((each, place) => (place === index ? { ...each, ...fields } : each)));
        const place = `${index + 1}`;
        return (
          <fieldset class="entry-group stack" key={place}>
            <legend>{alternative.name}</legend>
            <ReadField
              label={words.alternativeName}
              value={alternative.name}
              maxLength={160}
              read={(name) => name}
              mistake={words.alternativeName}
              onRead={(name) => change({ name })}
            />
            <TextField
              label={words.specification}
              value={alternative.specification}
              maxLength={200}
              onValue={(specification) => change({ specification })}
            />
            <TextField
              label={words.alternativeNote}
              value={alternative.note}
              maxLength={300}
              onValue={(note) => change({ note })}
            />
            <div>
              <Button onPress={() => put(alternatives.filter((_each, other) => other !== index))}>
                {t.draft.steps.remove(alternative.name)}
              </Button>
            </div>
          </fieldset>
        );
      })}
      {alternatives.length < 20 && (
        <div>
          <Button
            onPress={() =>
              put([...alternatives, { name: words.alternativeNew, specification: '', of: null, note: '' }])
            }
          >
            {words.alternativeAdd}
          </Button>
        </div>
      )}
    </section>
  );
}
