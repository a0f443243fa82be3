import type { StockRow } from '../../shared/stock/views.ts';
import { t } from '../catalogue/buildTexts.ts';
import { moneyInWords } from '../designs/figures.ts';
import { dayInWords } from '../designs/words.ts';
import { lotInWords, oneOf } from './amounts.ts';

const words = t.shelf;

/** What came at once: how much is left of it, whence, for how much. */
export function Lots({ stock: { lots, unit } }: { stock: StockRow }) {
  return (
    <ul class="rows">
      {lots.map((lot) => (
        <li key={lot.lotId}>
          <span>{lotInWords(lot, unit)}</span>
          <p class="soft small">
            {[
              words.sources[lot.source],
              lot.supplier,
              words.since(dayInWords(lot.since)),
              lot.price && words.priceOf(moneyInWords(lot.price.amount, lot.price.currency), oneOf(unit)),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}
