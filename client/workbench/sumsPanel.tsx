import { cutListOf } from '../../shared/assemblies/cutList.ts';
import { listSums } from '../../shared/assemblies/listSums.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/designTexts.ts';
import { numberTyped } from '../designs/draft/measures.ts';
import { massInWords, moneyInWords } from '../designs/figures.ts';
import { lengthSumTold, lengthTold } from '../measures/lengthUnits.ts';
import { ButtonLink } from '../ui/button.tsx';
import { PageSection } from '../ui/page.tsx';
import type { Workbench } from './bench.ts';
import { allProblems } from './problems.ts';

const words = t.workbench.sums;

/** What the whole weighs and costs, and what has to be cut for it. */
export function SumsPanel({ bench }: { bench: Workbench }) {
  const { view } = bench.draft;
  const parts = bench.parts.value;
  const { mass, massKnown, costs, pieces } = listSums(parts, bench.designs);
  const cuts = cutListOf(parts, { sources: bench.designs });
  const draftId = view.value?.draftId;
  const cost = [...costs].map(([currency, amount]) => moneyInWords(amount, currency)).join(' + ');
  return (
    <PageSection
      title={words.title}
      action={
        draftId && <ButtonLink href={addressOf.draftSection(draftId, 'parts')}>{words.partsList}</ButtonLink>
      }
    >
      <dl class="bench-sums">
        <div>
          <dt>{words.mass}</dt>
          <dd>
            <strong class="mono">{massInWords(mass)}</strong>
            {massKnown < 0.9995 && (
              <span class="soft small"> {words.massPartly(`${Math.floor(massKnown * 100)} %`)}</span>
            )}
          </dd>
        </div>
        <div>
          <dt>{words.cost}</dt>
          <dd>
            {cost === '' ? <span class="soft">{words.noCost}</span> : <strong class="mono">{cost}</strong>}
          </dd>
        </div>
        <div>
          <dt>{words.pieces}</dt>
          <dd>
            <strong class="mono">{numberTyped(pieces)}</strong>
          </dd>
        </div>
      </dl>
      <h3>{words.cuts}</h3>
      {cuts.length === 0 && <p class="soft">{words.noCuts}</p>}
      {cuts.map(({ stock, cuts: all, length }) => (
        <div key={stock}>
          <p>
            {stock}, <span class="mono">{words.total(lengthSumTold(length))}</span>
          </p>
          <ul class="bench-cuts">
            {all.map((cut) => (
              <li key={cut.length} class="mono">
                {words.cut(numberTyped(cut.count), lengthTold(cut.length))}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </PageSection>
  );
}

/** The sums in a line, always in sight: mass, cost, what is cut, and how many problems there are. */
export function SumsLine({ bench }: { bench: Workbench }) {
  const parts = bench.parts.value;
  const { mass, costs } = listSums(parts, bench.designs);
  const cut = cutListOf(parts, { sources: bench.designs }).reduce((sum, { length }) => sum + length, 0);
  const count = allProblems(bench).length;
  const told = [
    massInWords(mass),
    ...[...costs].map(([currency, amount]) => moneyInWords(amount, currency)),
    cut > 0 && words.cutInAll(lengthSumTold(cut)),
    count === 0 ? t.workbench.problems.none : t.workbench.problems.count(count),
  ];
  return <p class="bench-line small mono">{told.filter(Boolean).join(' · ')}</p>;
}
