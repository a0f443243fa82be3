import './shelf.css';
import type { ComponentChildren } from 'preact';
import type { StockRow as StockRowView } from '../../shared/stock/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';
import { quantityInWords } from '../designs/figures.ts';
import { State } from '../ui/state.tsx';
import { amountInWords } from './amounts.ts';
import { LengthBars } from './lengthBars.tsx';

const words = t.shelf;

/** What is kept for builds, in a sentence for each. */
export const reservedInWords = ({ reservations, unit }: Pick<StockRowView, 'reservations' | 'unit'>) =>
  reservations.map(({ amount, build }) =>
    words.reservedFor(amountInWords(amount, unit), build.name ?? words.someBuild),
  );

/** `Low: under 10 pieces`; empty where there is enough. */
export const lowInWords = ({ low, lowBelow, unit }: Pick<StockRowView, 'low' | 'lowBelow' | 'unit'>) => {
  if (!low) return '';
  if (lowBelow === null) return words.low;
  const limit =
    unit === 'piece' ? words.pieces(String(lowBelow), lowBelow === 1) : quantityInWords(lowBelow, unit);
  return words.lowBelow(limit);
};

/** One bin in the list: what it is, how much of it, its lengths, and for whom some of it is kept. */
export function StockRow({ stock, children }: { stock: StockRowView; children?: ComponentChildren }) {
  const { workshopId, materialId, name, specification, onHand, unit, lots } = stock;
  const isLow = lowInWords(stock);
  return (
    <li class="stock-row">
      <div class="what">
        <a class="name" href={addressOf.stock(workshopId, materialId)}>
          {name}
        </a>
        {specification && <span class="soft small">{specification}</span>}
      </div>
      <div class="many">{onHand > 0 ? amountInWords(onHand, unit) : words.nothing}</div>
      {isLow && (
        <div class="wide">
          <State kind="soon">{isLow}</State>
        </div>
      )}
      <LengthBars lots={lots} unit={unit} />
      {reservedInWords(stock).map((sentence) => (
        <p class="wide soft small" key={sentence}>
          {sentence}
        </p>
      ))}
      {children && <div class="wide buttons">{children}</div>}
    </li>
  );
}
