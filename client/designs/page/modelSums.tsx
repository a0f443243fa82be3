import { useMemo } from 'preact/hooks';
import { type CutBar, type CutStock, cutListOf } from '../../../shared/assemblies/cutList.ts';
import { type ListSums, listSums } from '../../../shared/assemblies/listSums.ts';
import type { PartLine } from '../../../shared/designs/partLines.ts';
import { t } from '../../catalogue/designTexts.ts';
import { lengthTold } from '../../measures/lengthUnits.ts';
import { LengthUnitsChoice } from '../../ui/lengthUnitsChoice.tsx';
import { PageSection } from '../../ui/page.tsx';
import { numberTyped } from '../draft/measures.ts';
import { massInWords, moneyInWords } from '../figures.ts';
import type { ShownAssembly } from './shownAssembly.ts';

interface ModelSumsProps {
  shown: ShownAssembly;
  parts: readonly PartLine[];
}

/** What it weighs and costs, and what is cut for it from which bars; against what was published where values are tried. */
export function ModelSums({ shown, parts }: ModelSumsProps) {
  const words = t.designModel.sums;
  const { designs, published } = shown;
  const arrived = designs.arrived.value;
  const sums = useMemo(() => listSums(parts, designs), [parts, arrived]);
  const before = useMemo(() => listSums(published.parts, designs), [published, arrived]);
  const cuts = useMemo(() => cutListOf(parts, { sources: designs }), [parts, arrived]);
  const rows: [label: string, told: (sums: ListSums) => string][] = [
    [words.mass, ({ mass }) => massInWords(mass)],
    [words.cost, costTold],
    [words.pieces, ({ pieces }) => numberTyped(pieces)],
  ];
  return (
    <PageSection title={words.title}>
      <dl class="model-sums">
        {rows.map(([label, told]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <strong class="mono">{told(sums)}</strong>
              {shown.isTried.value && told(before) !== told(sums) && (
                <span class="soft small"> {words.instead(told(before))}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {sums.massKnown < 0.9995 && (
        <p class="soft small">{words.massPartly(`${Math.floor(sums.massKnown * 100)} %`)}</p>
      )}
      {cuts.length > 0 && (
        <>
          <h3>{words.cuts}</h3>
          <LengthUnitsChoice />
          {cuts.map((stock) => (
            <Stock key={stock.stock} stock={stock} />
          ))}
        </>
      )}
    </PageSection>
  );
}

const costTold = ({ costs }: ListSums): string =>
  costs.size === 0
    ? t.designModel.sums.noCost
    : [...costs].map(([currency, amount]) => moneyInWords(amount, currency)).join(' + ');

/** One stock: its pieces, and how they lie on bars. */
function Stock({ stock: { stock, cuts, length, bar, bars, tooLong } }: { stock: CutStock }) {
  const words = t.designModel.sums;
  return (
    <section class="model-stock">
      <h4>{words.total(stock, lengthTold(length), lengthTold(bar))}</h4>
      <ul class="model-cuts">
        {cuts.map((cut) => (
          <li key={cut.length}>
            {words.cut(numberTyped(cut.count), lengthTold(cut.length), cut.names.join(', '))}
          </li>
        ))}
      </ul>
      {tooLong.length > 0 && (
        <p class="note">{words.tooLong([...new Set(tooLong)].map(lengthTold).join(', '))}</p>
      )}
      {bars === null ? (
        <p class="soft">{words.tooMany}</p>
      ) : (
        <ul class="model-bars">
          {bars.map((each) => (
            <Bar key={each.pieces.join(' ')} bar={each} length={bar} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** A bar with its pieces, drawn to length; what is left is empty. */
function Bar({ bar: { count, pieces, offcut }, length }: { bar: CutBar; length: number }) {
  const alike = new Map<number, number>();
  for (const piece of pieces) alike.set(piece, (alike.get(piece) ?? 0) + 1);
  const told = [...alike].map(([piece, times]) =>
    times > 1 ? `${t.quantities.pieces(String(times))} ${lengthTold(piece)}` : lengthTold(piece),
  );
  let from = 0;
  const used = pieces.reduce((sum, piece) => sum + piece, 0);
  const kerf = pieces.length > 0 ? Math.max(0, length - used - offcut) / pieces.length : 0;
  return (
    <li>
      <svg class="bar-drawn" viewBox={`0 0 ${length} 100`} preserveAspectRatio="none" aria-hidden="true">
        <rect class="bar" x="0" y="0" width={length} height="100" />
        {pieces.map((piece) => {
          const x = from;
          from += piece + kerf;
          return <rect key={x} class="piece" x={x} y="0" width={piece} height="100" />;
        })}
      </svg>
      <span class="mono small">
        {t.designModel.sums.bar(numberTyped(count), told.join(' + '), lengthTold(offcut))}
      </span>
    </li>
  );
}
