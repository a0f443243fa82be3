import { useState } from 'preact/hooks';
import type { SuggestionView } from '../../../shared/designs/talkViews.ts';
import { t } from '../../catalogue/designTexts.ts';
import { AskForm } from '../../ui/askForm.tsx';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { mistakeAt } from '../../ui/formFailure.tsx';
import { useCommand } from '../../useCommand.ts';

const words = t.lineage;

interface AnswersProps {
  designId: string;
  view: SuggestionView;
  onDecided: () => void;
}

/** What else can be done with a suggestion: declined with a reason, taken back, opened again. */
export function Answers({ designId, view, onDecided }: AnswersProps) {
  const { status, mayAdopt, isMine, entityRevision: ifMatch, suggestionId } = view;
  const { busy, give } = useCommand({ failures: 'toast' });
  const path = `/api/designs/${designId}/suggestions/${suggestionId}`;
  const press = (verb: string, what: string, done: string) => (
    <Button
      busy={busy}
      onPress={() =>
        give({ method: 'post', path: `${path}/${verb}`, body: {}, ifMatch, done, after: onDecided })
      }
    >
      {what}
    </Button>
  );
  const isClosed = status === 'declined' || status === 'partlyAdopted';
  return (
    <div class="stack">
      {status === 'open' && mayAdopt && <Decline path={path} ifMatch={ifMatch} onDecided={onDecided} />}
      {status === 'open' && isMine && <div>{press('withdraw', words.withdraw, words.withdrawn)}</div>}
      {((isClosed && mayAdopt) || (status === 'withdrawn' && isMine)) && (
        <div>{press('reopen', words.reopen, words.reopened)}</div>
      )}
    </div>
  );
}

function Decline({ path, ifMatch, onDecided }: { path: string; ifMatch: number; onDecided: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const { busy, failure, give } = useCommand({ failures: 'page' });
  if (!isOpen)
    return (
      <div>
        <Button onPress={() => setOpen(true)}>{words.decline}</Button>
      </div>
    );
  const decline = () =>
    give({
      method: 'post',
      path: `${path}/decline`,
      body: { reason },
      ifMatch,
      done: words.declined,
      after: onDecided,
    });
  return (
    <AskForm submitLabel={words.decline} onSubmit={decline} busy={busy} failure={failure} width="measure">
      <TextArea
        label={words.declineReason}
        required
        value={reason}
        error={mistakeAt(failure, 'reason')}
        onValue={setReason}
      />
    </AskForm>
  );
}
