import './plan.css';
import { useState } from 'preact/hooks';
import type { BuildView } from '../../../shared/builds/views.ts';
import type { PlanView } from '../../../shared/plans/views.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { moneyInWords } from '../../designs/figures.ts';
import { Chips } from '../../ui/chips.tsx';
import { PageSection } from '../../ui/page.tsx';
import { Cuts } from './cutsDrawn.tsx';
import { PlanRow } from './planRow.tsx';
import { countsOf, type PlanSource, planSources, sourceOfLine } from './sources.ts';

const words = t.buildPlan;

export interface PlanShownProps {
  plan: PlanView;
  /** The build that it is for, where it has begun: then ways can be chosen. */
  build: Pick<BuildView, 'buildId' | 'status' | 'allowedActions'> | null;
  onChanged: () => void;
}

/** The whole plan: what is here in one sentence, then each line with its ways, then the bars. */
export function PlanShown({ plan, build, onChanged }: PlanShownProps) {
  const [only, setOnly] = useState<PlanSource | 'all'>('all');
  const { lines, workshop, things, cuts } = plan;
  if (lines.length === 0) return <p class="soft">{words.noLines}</p>;
  const counts = countsOf(plan);
  const here = workshop?.workshopId;
  const shown = lines.filter((line) => only === 'all' || sourceOfLine(line, here) === only);
  const inOrder = shown.toSorted((one, other) => Number(one.missing <= 0) - Number(other.missing <= 0));
  const there = counts.get('met') ?? 0;
  const isMet = there === lines.length;
  return (
    <>
      <div class="plan-summary stack">
        <h2 class="answer-line">
          {isMet ? words.allMet : words.summary(counts.get('here') ?? 0, there, lines.length)}
        </h2>
        <p class="soft">
          {words.for(things)} <Buying plan={plan} />
        </p>
        {counts.size > 1 && (
          <Chips<PlanSource | 'all'>
            label={words.show}
            quiet
            line
            value={only}
            options={[
              { value: 'all', label: `${words.all} ${lines.length}` },
              ...planSources.flatMap((value) => {
                const count = counts.get(value) ?? 0;
                return count > 0 || value === only
                  ? [{ value, label: `${words.sources[value]} ${count}` }]
                  : [];
              }),
            ]}
            onValue={setOnly}
          />
        )}
      </div>
      {inOrder.length === 0 && <p class="soft">{words.none}</p>}
      <ul class="rows plan-lines">
        {inOrder.map((line) => (
          <PlanRow key={line.line} line={line} here={here} build={build} onChanged={onChanged} />
        ))}
      </ul>
      {cuts.length > 0 && (
        <PageSection title={words.cuts.title}>
          <Cuts cuts={cuts} lines={lines} here={here} />
        </PageSection>
      )}
    </>
  );
}

function Buying({ plan: { toBuy, costs } }: { plan: PlanView }) {
  if (toBuy === 0) return null;
  const sum = costs.sums.map(({ currency, amount }) => moneyInWords(amount, currency)).join(' + ');
  return (
    <>
      {words.buying(toBuy, sum)}
      {sum !== '' && costs.priced < costs.all && ` ${words.priced(costs.priced, costs.all)}`}
    </>
  );
}
