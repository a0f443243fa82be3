import type { ThingView } from '../../shared/items/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';
import { PageSection } from '../ui/page.tsx';
import { AnswerProblem } from './answerProblem.tsx';

const words = t.things.problems;

type OpenProblem = ThingView['openProblems'][number];

export interface ProblemsProps {
  thing: ThingView;
  onChanged: () => void;
}

/** Problems of the revision that it is or holds; the dangerous ones stand on top of the page. */
export function OpenProblems({ thing, onChanged }: ProblemsProps) {
  const problems = thing.openProblems.filter(({ safety }) => !safety);
  if (problems.length === 0) return null;
  return (
    <PageSection title={words.title}>
      <ul class="rows">
        {problems.map((problem) => (
          <li key={problem.problemId} class="stack">
            <OpenProblemLine thing={thing} problem={problem} onChanged={onChanged} />
          </li>
        ))}
      </ul>
    </PageSection>
  );
}

/** One problem in words, whose, where it is fixed, and the two answers for whoever may give them. */
export function OpenProblemLine({ thing, problem, onChanged }: ProblemsProps & { problem: OpenProblem }) {
  const { designId, problemId, title, revision, fork, text, fixedIn } = problem;
  return (
    <>
      <p>{text ?? words.gone}</p>
      <p class="small">
        {fork === null ? words.of(title, revision) : words.fork(title, fork, revision)}
        {fixedIn !== null && (
          <>
            {' · '}
            <a href={addressOf.revision(designId, fixedIn)}>{words.fixedIn(fixedIn)}</a>
          </>
        )}
        {' · '}
        <a href={addressOf.impact(designId, problemId)}>{words.everywhere}</a>
      </p>
      {thing.allowedActions.includes('item.change') && (
        <AnswerProblem thing={thing} problem={problem} onChanged={onChanged} />
      )}
    </>
  );
}
