import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';
import { OpenProblemLine, type ProblemsProps } from './openProblems.tsx';

const words = t.things.problems;

/** An open problem by which somebody could get hurt, of it or of what is in it, stands before all else, with its stripes. */
export function SafetyProblem({ thing, onChanged }: ProblemsProps) {
  const problems = thing.openProblems.filter(({ safety }) => safety);
  const { dangersInside } = thing;
  if (problems.length + dangersInside.length === 0) return null;
  return (
    <div class="hazard" role="note">
      <strong>{words.danger}</strong>
      {problems.map((problem) => (
        <OpenProblemLine key={problem.problemId} thing={thing} problem={problem} onChanged={onChanged} />
      ))}
      {dangersInside.map(({ itemId, name, text }) => (
        <p key={itemId}>
          <a href={addressOf.thing(itemId)}>{words.inside(name)}</a>
          <br />
          {text ?? words.gone}
        </p>
      ))}
    </div>
  );
}
