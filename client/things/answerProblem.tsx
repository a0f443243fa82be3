import { useState } from 'preact/hooks';
import { t } from '../catalogue/buildTexts.ts';
import { AskForm } from '../ui/askForm.tsx';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/field.tsx';
import { useCommand } from '../useCommand.ts';

const words = t.things.problems;

interface AnswerProblemProps {
  thing: { itemId: string; name: string };
  problem: { designId: string; problemId: string };
  onChanged: () => void;
}

/** What the holders of a thing say to a problem: it is fixed here, or why it does not apply. May wait for a connection. */
export function AnswerProblem({ thing, problem, onChanged }: AnswerProblemProps) {
  const { itemId, name } = thing;
  const { designId, problemId } = problem;
  const [exempts, setExempts] = useState(false);
  const [reason, setReason] = useState('');
  const { busy, failure, give } = useCommand({ failures: exempts ? 'page' : 'toast' });
  const close = () => {
    setExempts(false);
    setReason('');
  };
  const answer = async (how: 'fixed' | 'exempted', why: object = {}) => {
    const reply = await give({
      method: 'post',
      path: `/api/things/${itemId}/problems/${problemId}/answer`,
      body: { designId, answer: how, ...why },
      done: words.done,
      keepAs: `${words.open}, ${name}`,
      kept: close,
      after: onChanged,
    });
    if (reply) close();
  };
  if (!exempts)
    return (
      <div class="buttons">
        <Button busy={busy} label={words.about(words.fixed, name)} onPress={() => answer('fixed')}>
          {words.fixed}
        </Button>
        <Button label={words.about(words.exempted, name)} onPress={() => setExempts(true)}>
          {words.exempted}
        </Button>
      </div>
    );
  return (
    <div class="stack">
      <AskForm
        submitLabel={words.save}
        busy={busy}
        failure={failure}
        width="measure"
        onSubmit={() => answer('exempted', { reason })}
      >
        <TextArea label={words.exempt} required value={reason} onValue={setReason} />
      </AskForm>
      <div>
        <Button kind="quiet" onPress={close}>
          {t.words.cancel}
        </Button>
      </div>
    </div>
  );
}
