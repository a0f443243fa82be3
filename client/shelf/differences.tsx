import './shelf.css';
import { t } from '../catalogue/buildTexts.ts';
import { Button } from '../ui/button.tsx';
import { amountInWords } from './amounts.ts';
import type { Difference } from './counting.ts';

const words = t.counting;

/** Bins in which something else lay than was recorded, each with the way to count it again. */
export function Differences({
  differences,
  onAgain,
}: {
  differences: readonly Difference[];
  onAgain: (materialId: string) => void;
}) {
  if (differences.length === 0) return <p>{words.finished}</p>;
  return (
    <ul class="rows stock-entries">
      {differences.map(({ bin, before, found }) => {
        const told = amountInWords(Math.abs(found - before), bin.unit);
        return (
          <li key={bin.materialId}>
            <div>
              <strong>{bin.name}</strong>
              <p>{found > before ? words.moreFound(told) : words.lessFound(told)}</p>
              <p class="soft small">
                {words.difference(amountInWords(found, bin.unit), amountInWords(before, bin.unit))}
              </p>
            </div>
            <Button label={words.againOf(bin.name)} onPress={() => onAgain(bin.materialId)}>
              {words.again}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
