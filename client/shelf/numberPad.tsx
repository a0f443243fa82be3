import './counting.css';
import { IconBackspace } from '@tabler/icons-preact';
import { t } from '../catalogue/buildTexts.ts';
import { DECIMAL_COMMA } from '../designs/list/decimals.ts';

const words = t.counting;
const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

export interface NumberPadProps {
  /** A digit, `.`, or `back`. */
  onKey: (key: string) => void;
  /** Parts of one are counted too: of metres, kilograms. */
  hasPoint: boolean;
}

/** Numbers for gloves: no keyboard has to come up over the page. */
export function NumberPad({ onKey, hasPoint }: NumberPadProps) {
  const key = (name: string) => () => onKey(name);
  const digit = (name: string) => (
    <button type="button" class="pad-key" key={name} onClick={key(name)}>
      {name}
    </button>
  );
  return (
    <fieldset class="number-pad">
      <legend class="only-heard">{words.pad}</legend>
      {DIGITS.map(digit)}
      {hasPoint ? (
        <button type="button" class="pad-key" aria-label={words.point} onClick={key('.')}>
          {DECIMAL_COMMA ? ',' : '.'}
        </button>
      ) : (
        <span />
      )}
      {digit('0')}
      <button type="button" class="pad-key" aria-label={words.delete} onClick={key('back')}>
        <IconBackspace aria-hidden="true" />
      </button>
    </fieldset>
  );
}
