import { useState } from 'preact/hooks';
import type { DraftContent } from '../../../shared/designs/content.ts';
import type { LicenceAdvice } from '../../../shared/designs/draftViews.ts';
import { commonLicences } from '../../../shared/licences/choices.ts';
import { t } from '../../catalogue/designTexts.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import type { DraftState } from './state.ts';

const words = t.draft.about;
const OTHER = 'other';

interface LicenceFieldProps {
  draft: DraftState;
  content: DraftContent;
  advice: LicenceAdvice;
}

const label = (expression: string): string => {
  const known = commonLicences.find((each) => each.expression === expression);
  return known ? `${expression} · ${words.asks[known.asks]}` : expression;
};

/** The licences of a list, with the one that stands among them. */
export const licenceOptions = (expressions: readonly string[], chosen: string) =>
  [...new Set([...(chosen === '' ? [] : [chosen]), ...expressions])].map((value) => ({
    value,
    label: label(value),
  }));

/** The licence of a fork is what its sources allow: what does not fit is refused at once, with what does. */
export function LicenceField({ draft, content, advice }: LicenceFieldProps) {
  const [isOther, setIsOther] = useState(false);
  const { licence } = content;
  const known = advice.allowed ?? commonLicences.map(({ expression }) => expression);
  const take = (chosen: string) => {
    draft.set(['licence'], chosen);
    // Whether it may stand is for the server to say.
    draft
      .flush()
      .then(() => draft.refresh())
      .catch(() => undefined);
  };
  return (
    <div class="stack">
      <SelectField
        label={words.licence}
        hint={words.licenceHint}
        value={isOther ? OTHER : licence}
        options={[
          ...(licence === '' ? [{ value: '', label: words.licenceChoose }] : []),
          ...licenceOptions(known, licence),
          { value: OTHER, label: words.licenceOther },
        ]}
        onValue={(chosen) => {
          setIsOther(chosen === OTHER);
          if (chosen !== OTHER) take(chosen);
        }}
      />
      {isOther && (
        <TextField
          label={words.licenceOther}
          hint={words.licenceOtherHint}
          value={licence}
          maxLength={200}
          onValue={(typed) => draft.set(['licence'], typed)}
          onLeave={() => take(licence)}
        />
      )}
      {advice.refusal !== null && (
        <div class="note stack" data-tone="danger" role="alert">
          <p>{advice.refusal}</p>
          {advice.allowed && advice.allowed.length > 0 && (
            <>
              <p>{words.licenceAllowed}</p>
              <div class="buttons">
                {advice.allowed.slice(0, 6).map((allowed) => (
                  <Button
                    key={allowed}
                    label={words.licenceTake(allowed)}
                    onPress={() => {
                      setIsOther(false);
                      take(allowed);
                    }}
                  >
                    {allowed}
                  </Button>
                ))}
              </div>
            </>
          )}
        </div>
      )}
    </div>
  );
}
