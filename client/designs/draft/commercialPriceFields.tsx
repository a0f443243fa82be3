import type { CommercialPrice } from '../../../shared/designs/content.ts';
import { t } from '../../catalogue/designTexts.ts';
import { TextField } from '../../ui/field.tsx';
import { ReadField } from './draftFields.tsx';
import type { SectionProps } from './editor.tsx';
import { CurrencyField, today, usualCurrency } from './lineExtras.tsx';
import { numberTyped, typedIn } from './measures.ts';

const words = t.draft.about;

/** What such a thing costs where it is sold: whoever builds it sees theirs beside it. */
export function CommercialPriceFields({ draft, content }: Pick<SectionProps, 'draft' | 'content'>) {
  const known = content.commercialPrice;
  const set = (price: CommercialPrice | null) => draft.set(['commercialPrice'], price);
  return (
    <div class="fields-2">
      <ReadField
        label={words.commercialPrice}
        hint={words.commercialPriceHint}
        inputMode="decimal"
        value={known === null ? '' : numberTyped(known.amount)}
        read={(typed) => {
          const amount = typedIn(typed, 'piece');
          return amount !== null && amount > 0 ? amount : null;
        }}
        mistake={t.draft.parts.notNumber}
        onRead={(amount) =>
          set(
            known
              ? { ...known, amount }
              : { amount, currency: usualCurrency(draft), on: today(), source: '' },
          )
        }
        onEmpty={() => set(null)}
      />
      {known !== null && (
        <>
          <CurrencyField currency={known.currency} onCurrency={(currency) => set({ ...known, currency })} />
          <TextField
            label={t.draft.parts.priceOn}
            type="date"
            value={known.on}
            onValue={(on) => {
              if (on !== '') set({ ...known, on });
            }}
          />
          <TextField
            label={words.commercialSource}
            hint={words.commercialSourceHint}
            value={known.source}
            maxLength={300}
            onValue={(source) => set({ ...known, source })}
          />
        </>
      )}
    </div>
  );
}
