import './plan.css';
import type { BuildView } from '../../../shared/builds/views.ts';
import type { PlanView } from '../../../shared/plans/views.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { numberInWords } from '../../time.ts';
import { PageSection } from '../../ui/page.tsx';
import { Cuts } from './cutsDrawn.tsx';
import { PlanGroups } from './planGroups.tsx';

const words = t.buildPlan;

export interface PlanShownProps {
  plan: PlanView;
  /** The build that it is for, where it has begun: then ways can be chosen. */
  build: Pick<BuildView, 'buildId' | 'status' | 'allowedActions'> | null;
  onChanged: () => void;
}

/** The whole plan: what is here in one sentence, then by what is to be done, then the bars. */
export function PlanShown({ plan, build, onChanged }: PlanShownProps) {
  const { lines, all, counts, workshop, things, cuts } = plan;
  if (all === 0) return <p class="soft">{words.noLines}</p>;
  return (
    <>
      <div class="plan-summary">
        <h2 class="answer-line">
          {counts.met === all ? words.allMet : words.summary(counts.here, counts.met, all)}
        </h2>
        <p class="soft">{words.for(things)}</p>
        {lines.length < all && (
          <p class="note">{words.notAll(numberInWords(lines.length), numberInWords(all))}</p>
        )}
      </div>
      <PlanGroups plan={plan} build={build} onChanged={onChanged} />
      {cuts.length > 0 && (
        <PageSection title={words.cuts.title}>
          <Cuts cuts={cuts} lines={lines} here={workshop?.workshopId} />
        </PageSection>
      )}
    </>
  );
}
