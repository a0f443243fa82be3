import './counting.css';
import { IconMinus, IconPlus } from '@tabler/icons-preact';
import { useState } from 'preact/hooks';
import type { QuantityUnit } from '../../shared/designs/units.ts';
import { t } from '../catalogue/buildTexts.ts';
import { DECIMAL_COMMA } from '../designs/list/decimals.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { pieceInWords } from './amounts.ts';
import type { FoundPieces } from './counting.ts';
import { baseAmountOf, typedAmount } from './typedAmount.ts';

const words = t.counting;

export interface CountPiecesProps {
  found: readonly FoundPieces[];
  unit: QuantityUnit;
  onFound: (found: FoundPieces[]) => void;
}

/** Bars and offcuts, each length with how many of it lie there. */
export function CountPieces({ found, unit, onFound }: CountPiecesProps) {
  const put = (length: number, count: number) =>
    onFound(found.map((each) => (each.length === length ? { length, count: Math.max(0, count) } : each)));
  return (
    <>
      <ul class="rows count-lengths">
        {found.map(({ length, count }) => {
          const told = pieceInWords(length, unit);
          return (
            <li key={length}>
              <span>{told}</span>
              <Button label={words.fewer(told)} onPress={() => put(length, count - 1)}>
                <IconMinus aria-hidden="true" />
              </Button>
              <span class="number" role="status" aria-label={words.piecesFound(count, told)}>
                {count}
              </span>
              <Button label={words.more(told)} onPress={() => put(length, count + 1)}>
                <IconPlus aria-hidden="true" />
              </Button>
            </li>
          );
        })}
      </ul>
      <AnotherLength
        unit={unit}
        onLength={(length, count) => {
          const known = found.find((each) => Math.abs(each.length - length) < 0.01);
          if (known) put(known.length, known.count + count);
          else onFound([...found, { length, count }].toSorted((one, other) => other.length - one.length));
        }}
      />
    </>
  );
}

function AnotherLength({
  unit,
  onLength,
}: {
  unit: QuantityUnit;
  onLength: (length: number, count: number) => void;
}) {
  const [text, setText] = useState('');
  const [isTold, setTold] = useState(false);
  const typed = typedAmount(text, unit, DECIMAL_COMMA);
  const add = () => {
    setTold(true);
    if (typed.kind === 'fault') return;
    const { said } = typed;
    const pieces = 'pieces' in said ? said.pieces : { count: 1, length: said.amount };
    onLength(baseAmountOf({ amount: pieces.length }), pieces.count);
    setText('');
    setTold(false);
  };
  return (
    <form
      class="scan-field"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextField
        label={words.another}
        hint={words.anotherHint}
        error={isTold && typed.kind === 'fault' ? t.shelf.faults[typed.why] : undefined}
        autocomplete="off"
        maxLength={40}
        value={text}
        onValue={setText}
      />
      <Button type="submit">{words.add}</Button>
    </form>
  );
}
