import './shelf.css';
import type { QuantityUnit } from '../../shared/designs/units.ts';
import type { LotView } from '../../shared/stock/views.ts';
import { t } from '../catalogue/buildTexts.ts';
import { pieceInWords } from './amounts.ts';
import { type Bar, barsOf } from './bars.ts';

const words = t.shelf;
/** The drawing's own units: it is as wide as there is room. */
const WIDE = 1000;
const HIGH = 16;

export interface LengthBarsProps {
  lots: readonly LotView[];
  unit: QuantityUnit;
  /** Millimetres: drawn to the same scale as something that is so long. */
  longest?: number;
}

/** Bars and offcuts, each as long as it is; beside each what it measures. */
export function LengthBars({ lots, unit, longest = 0 }: LengthBarsProps) {
  const bars = barsOf(lots, longest);
  if (bars.length === 0) return null;
  const told = ({ length, pieces, isOffcut }: Bar) =>
    [words.piecesOf(pieces, pieceInWords(length, unit)), isOffcut && words.offcut].filter(Boolean).join(' ');
  return (
    <ul class="bars" aria-label={words.lengths}>
      {bars.map((bar) => (
        <li key={`${bar.length} ${bar.isOffcut}`} data-offcut={bar.isOffcut || undefined}>
          <svg viewBox={`0 0 ${WIDE} ${HIGH}`} preserveAspectRatio="none" aria-hidden="true">
            <rect x="1" y="2" width={bar.share * (WIDE - 2)} height={HIGH - 4} />
          </svg>
          <span class="told">{told(bar)}</span>
        </li>
      ))}
    </ul>
  );
}
