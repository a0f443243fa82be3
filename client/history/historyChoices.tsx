import { t } from '../catalogue/buildTexts.ts';
import { Chips } from '../ui/chips.tsx';
import { CheckField } from '../ui/field.tsx';
import { HISTORY_COLOURINGS, LOOKS } from './looks.ts';
import type { ShownHistory } from './shownHistory.ts';
import { Sign } from './sign.tsx';

const words = t.history;

/** What the colours tell, in words, and how what is not there is drawn. */
export function HistoryChoices({ shown }: { shown: ShownHistory }) {
  const by = shown.by.value;
  return (
    <div class="history-choices">
      <Chips
        label={words.colours}
        value={by}
        options={HISTORY_COLOURINGS.map((value) => ({ value, label: words.colourings[value] }))}
        onValue={(value) => {
          shown.by.value = value;
        }}
      />
      <ul class="history-legend" aria-label={words.legend}>
        {LOOKS[by].map((look) => (
          <li key={look}>
            <Sign shown={shown} look={look} />
            {words.looks[look]}
          </li>
        ))}
      </ul>
      {shown.sources.model && (
        <CheckField
          label={words.faint}
          checked={shown.faint.value}
          onChange={(checked) => {
            shown.faint.value = checked;
          }}
        />
      )}
    </div>
  );
}
