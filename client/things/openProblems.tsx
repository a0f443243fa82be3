import { useState } from 'preact/hooks';
import type { ThingView } from '../../shared/items/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';
import { Danger } from '../designs/danger.tsx';
import { AskForm } from '../ui/askForm.tsx';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/field.tsx';
import { PageSection } from '../ui/page.tsx';
import { type Ask, useCommand } from '../useCommand.ts';

const words = t.things.problems;

type OpenProblem = ThingView['openProblems'][number];

interface OpenProblemsProps {
  thing: ThingView;
  onChanged: () => void;
}

/** Problems of the revision that it is: fixed here, or why they do not concern this one. */
export function OpenProblems({ thing, onChanged }: OpenProblemsProps) {
  if (thing.openProblems.length === 0) return null;
  return (
    <PageSection title={words.title}>
      <ul class="rows">
        {thing.openProblems.map((problem) => (
          <Problem key={problem.problemId} thing={thing} problem={problem} onChanged={onChanged} />
        ))}
      </ul>
    </PageSection>
  );
}

function Problem({ thing, problem, onChanged }: OpenProblemsProps & { problem: OpenProblem }) {
  const { designId, problemId, safety, text, fixedIn } = problem;
  const [exempts, setExempts] = useState(false);
  const [reason, setReason] = useState('');
  const { busy, failure, give } = useCommand({ failures: exempts ? 'page' : 'toast' });
  const mayAnswer = thing.allowedActions.includes('item.change');
  const answer = (body: object) => {
    const ask: Ask = {
      method: 'post',
      path: `/api/things/${thing.itemId}/problems/${problemId}/answer`,
      body,
      done: words.done,
      after: onChanged,
    };
    return give(ask);
  };
  return (
    <li class="stack">
      <p>
        {safety ? <Danger>{words.danger}</Danger> : <strong>{words.open}</strong>}
        {': '}
        <a href={addressOf.designPart(designId, 'talk')}>{text ?? words.gone}</a>
      </p>
      {fixedIn !== null && (
        <p class="soft">
          <a href={addressOf.revision(designId, fixedIn)}>{words.fixedIn(fixedIn)}</a>
        </p>
      )}
      {mayAnswer && !exempts && (
        <div class="buttons">
          <Button busy={busy} onPress={() => answer({ designId, answer: 'fixed' })}>
            {words.fixed}
          </Button>
          <Button onPress={() => setExempts(true)}>{words.exempted}</Button>
        </div>
      )}
      {exempts && (
        <AskForm
          submitLabel={words.exempted}
          busy={busy}
          failure={failure}
          width="measure"
          onSubmit={() => answer({ designId, answer: 'exempted', reason })}
        >
          <TextArea label={words.exempt} required value={reason} onValue={setReason} />
        </AskForm>
      )}
    </li>
  );
}
