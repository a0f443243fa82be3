import './counting.css';
import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { UNITS } from '../../shared/designs/units.ts';
import type { StockRow } from '../../shared/stock/views.ts';
import { t } from '../catalogue/buildTexts.ts';
import { DECIMAL_COMMA } from '../designs/list/decimals.ts';
import { useWedge } from '../scanning/useWedge.ts';
import { Button, useJustCome } from '../ui/button.tsx';
import { FormFailure } from '../ui/formFailure.tsx';
import { useCommand } from '../useCommand.ts';
import { amountInWords } from './amounts.ts';
import {
  amountCount,
  type Found,
  isCountedByPieces,
  padAfter,
  piecesCount,
  piecesOf,
  sumOf,
} from './counting.ts';
import { CountPieces } from './countPieces.tsx';
import { NumberPad } from './numberPad.tsx';
import { stockPath } from './stockPath.ts';

const words = t.counting;
const WHOLE: readonly string[] = ['piece', 'pair', 'set'];

/** Keys of a keyboard that the pad knows. */
const padKey = (key: string): string | null => {
  if (/^\d$/.test(key)) return key;
  if (key === ',' || key === '.') return '.';
  return key === 'Backspace' ? 'back' : null;
};

export interface CountBinProps {
  bin: StockRow;
  /** What was found here before in this round. */
  before: Found | null;
  onCounted: (found: Found) => void;
  /** The count was taken back. */
  onUndone: () => void;
  onSkip: () => void;
}

/** One bin to count: what is recorded, what is found, and on to the next. */
export function CountBin({ bin, before, onCounted, onUndone, onSkip }: CountBinProps) {
  const { name, unit, onHand, specification, code, shelf } = bin;
  const byPieces = isCountedByPieces(bin);
  // A signal, as keys come faster than an old phone draws: each finds what the one before it left.
  const typed = useSignal('');
  const [pieces, setPieces] = useState(() => piecesOf(bin));
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const hasJustCome = useJustCome(bin.materialId);
  const isBusy = busy || hasJustCome;
  const heading = useRef<HTMLHeadingElement>(null);
  const hasPoint = !WHOLE.includes(unit);
  const press = (key: string) => {
    if (key !== '.' || hasPoint) typed.value = padAfter(typed.value, key);
  };
  const amountNow = () => (byPieces ? sumOf(pieces, bin) : Number(typed.value) * UNITS[unit].inBase);
  const isTypedNow = () => byPieces || typed.value !== '';
  const found = amountNow();
  const isTyped = isTypedNow();
  const tell = (amount: number) => {
    const at = new Date().toISOString();
    const result = { before: onHand, found: amount };
    const told = amountInWords(amount, unit);
    give({
      method: 'post',
      path: `${stockPath(bin)}/count`,
      body: byPieces
        ? piecesCount(amount === onHand ? piecesOf(bin) : amount === 0 ? [] : pieces, bin, at)
        : amountCount(amount, bin, at),
      done: words.counted(name, told),
      after: (reply) => (reply ? onCounted(result) : onUndone()),
      keepAs: words.keepAs(name, told),
      kept: () => onCounted(result),
    });
  };
  const latest = useRef({ press, next: () => {} });
  latest.current = { press, next: () => isTypedNow() && !busy && tell(amountNow()) };
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useWedge(() => {
    // The digits of a code that a scanner typed are no count.
    typed.value = '';
  });
  // From the moment the bin is seen.
  useLayoutEffect(() => {
    if (byPieces) return;
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof Element)) return;
      if (target.closest('input, textarea, select, dialog')) return;
      const key = padKey(event.key);
      if (key) latest.current.press(key);
      else if (event.key === 'Enter' && !target.closest('button, a')) latest.current.next();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [byPieces]);
  const shown = DECIMAL_COMMA ? typed.value.replace('.', ',') : typed.value;
  return (
    <section class="count-bin" aria-label={name}>
      <div class="head">
        <h2 ref={heading} tabIndex={-1}>
          {name}
        </h2>
        <span class="soft small">
          {[shelf ?? t.shelf.noShelf, code, specification].filter(Boolean).join(' · ')}
        </span>
      </div>
      {before && <p class="soft">{words.doneAlready(amountInWords(before.found, unit))}</p>}
      {byPieces ? (
        <CountPieces found={pieces} unit={unit} onFound={setPieces} />
      ) : (
        <>
          <p class="count-found" role="status" aria-label={words.found}>
            <span>{shown || '–'}</span>
            <span class="soft">{t.quantities.units[unit]}</span>
          </p>
          <NumberPad onKey={press} hasPoint={hasPoint} />
        </>
      )}
      <FormFailure failure={failure} />
      <div class="count-acts">
        {isTyped && !(byPieces && found === onHand) ? (
          // What was typed here was meant for this bin.
          <Button kind="main" busy={byPieces ? isBusy : busy} onPress={() => tell(found)}>
            {words.next}: {amountInWords(found, unit)}
          </Button>
        ) : (
          <Button kind="main" busy={isBusy} onPress={() => tell(onHand)}>
            {words.asRecorded(amountInWords(onHand, unit))}
          </Button>
        )}
        <Button busy={isBusy} onPress={() => tell(0)}>
          {words.none}
        </Button>
        <Button busy={hasJustCome} onPress={onSkip}>
          {words.skip}
        </Button>
      </div>
    </section>
  );
}
