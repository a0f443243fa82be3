import type { ThingView } from '../../shared/items/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';

const words = t.things.problems;

/** An open problem by which somebody could get hurt stands before all else, with its stripes. */
export function SafetyProblem({ thing }: { thing: ThingView }) {
  const problems = thing.openProblems.filter(({ safety }) => safety);
  if (problems.length === 0) return null;
  return (
    <div class="hazard" role="note">
      <strong>{words.danger}</strong>
      {problems.map(({ problemId, designId, text }) => (
        <p key={problemId}>
          <a href={addressOf.designPart(designId, 'talk')}>{text ?? words.gone}</a>
        </p>
      ))}
    </div>
  );
}
