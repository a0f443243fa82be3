import './figures.css';
import type { Figure } from '../../shared/network/figureViews.ts';
import { t } from '../catalogue/buildTexts.ts';
import { coverageInWords, type RestsOn } from './figureWords.ts';

export interface FigureShownProps {
  label: string;
  /** What it says, in a sentence. */
  line: string;
  figure: Figure;
  restsOn: RestsOn;
  inWords: (value: number) => string;
}

/** One figure, never without what it rests on. */
export function FigureShown({ label, line, figure, restsOn, inWords }: FigureShownProps) {
  return (
    <div class="figure">
      <dt>{label}</dt>
      <dd>
        <strong class="figure-value">
          {figure.value === null ? t.network.figures.unknown : inWords(figure.value)}
        </strong>
        <p>{line}</p>
        <p class="soft small">{coverageInWords(figure, restsOn)}</p>
      </dd>
    </div>
  );
}

interface BarsProps {
  label: string;
  rows: readonly { key: number; name: string; count: number; said: string }[];
}

/** How many there are of each, as bars with their numbers. */
export function Bars({ label, rows }: BarsProps) {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <ul class="counted-bars" aria-label={label}>
      {rows.map(({ key, name, count, said }) => (
        <li key={key}>
          <span>{name}</span>
          <span class="bar-drawn" style={{ width: `${(count / most) * 100}%` }} aria-hidden="true" />
          <span>{said}</span>
        </li>
      ))}
    </ul>
  );
}
