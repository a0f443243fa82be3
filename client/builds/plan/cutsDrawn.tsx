import type { CutList, PlanLine } from '../../../shared/plans/views.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { lengthTold } from '../../measures/lengthUnits.ts';
import { numberInWords } from '../../time.ts';
import { LengthUnitsChoice } from '../../ui/lengthUnitsChoice.tsx';
import { nameInShort } from '../lineNames.ts';
import { type AlikePieces, alikeBars, alikePieces, piecesPlaced } from './cuts.ts';

const words = t.buildPlan.cuts;
/** A little more than the longest bar, so that its end is drawn. */
const ROOM = 1.005;

interface CutsProps {
  cuts: readonly CutList[];
  lines: readonly PlanLine[];
  here: string | undefined;
}

/** Which bar each piece is cut from: bars and offcuts of a material drawn to one scale. */
export function Cuts({ cuts, lines, here }: CutsProps) {
  const names = new Map(lines.map((line) => [line.line, nameInShort(line)]));
  const told = ({ count, length, lines: of }: AlikePieces) =>
    words.piece(
      count,
      lengthTold(length),
      [...new Set(of.map((line) => names.get(line) ?? line))].join(', '),
    );
  return (
    <>
      <LengthUnitsChoice />
      {cuts.map(({ materialId, name, bars, lacking, lackingMillimetres }) => {
        const longest = Math.max(1, ...bars.map(({ length }) => length));
        return (
          <section class="plan-cut" key={materialId}>
            <h3>{name}</h3>
            {lacking.length > 0 && (
              <p class="note" data-tone="soon">
                {words.lacking(
                  t.words.and(alikePieces(lacking).map(told)),
                  lengthTold(Math.ceil(lackingMillimetres)),
                )}
              </p>
            )}
            {bars.length > 0 && (
              <ul class="plan-bars" aria-label={words.drawn(name)}>
                {alikeBars(bars).map(({ count, bar }) => (
                  <li key={bar.lotId + JSON.stringify(bar.pieces)}>
                    <span class="small">
                      <strong>{words.bar(count, lengthTold(bar.length))}</strong>
                      <span class="soft"> · {placeOf(bar, here)}</span>
                    </span>
                    <svg
                      class="plan-bar"
                      viewBox={`0 0 ${longest * ROOM} 100`}
                      preserveAspectRatio="none"
                      aria-hidden="true"
                    >
                      <rect class="whole" x="0" y="2" width={bar.length} height="96" />
                      {piecesPlaced(bar).map(({ from, length }) => (
                        <rect key={from} class="piece" x={from} y="2" width={length} height="96" />
                      ))}
                    </svg>
                    <span class="mono small">
                      {words.pieces(alikePieces(bar.pieces).map(told).join(' + '), lengthTold(bar.left))}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </>
  );
}

function placeOf({ workshop, kilometres }: CutList['bars'][number], here: string | undefined): string {
  if (workshop === null || workshop.workshopId === here) return t.buildPlan.inHere;
  const far = kilometres === null ? '' : t.buildPlan.kilometres(numberInWords(Math.round(kilometres)));
  return t.buildPlan.where(workshop.name, far);
}
