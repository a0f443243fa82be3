import { useState } from 'preact/hooks';
import type { BuildView } from '../../shared/builds/views.ts';
import { t } from '../catalogue/buildTexts.ts';
import { keptAs } from '../offline/keptAs.ts';
import { AskForm } from '../ui/askForm.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea } from '../ui/field.tsx';
import { PageSection } from '../ui/page.tsx';
import { useCommand } from '../useCommand.ts';
import { BuiltThings } from './builtThings.tsx';

const words = t.buildEnd;

export interface BuildEndProps {
  build: BuildView;
  onChanged: () => void;
  /** Opens the form that completes it. */
  onComplete: () => void;
}

/** How a build ends, or ended: complete it, give it up, open it again; and what came of it. */
export function BuildEnd({ build, onChanged, onComplete }: BuildEndProps) {
  const [givesUp, setGivesUp] = useState(false);
  const { status, allowedActions } = build;
  const may = allowedActions.includes(MAY_END);
  return (
    <>
      {status === 'open' && may && (
        <div class="buttons">
          <Button onPress={onComplete}>{words.complete}</Button>
          <Button kind="quiet" onPress={() => setGivesUp(true)}>
            {words.giveUp}
          </Button>
        </div>
      )}
      {status !== 'open' && (
        <PageSection
          title={status === 'completed' ? words.after : words.gaveUp}
          action={may && <Reopen build={build} onChanged={onChanged} />}
        >
          {status === 'completed' ? (
            <BuiltThings build={build} />
          ) : (
            <p>{build.reason ? words.because(build.reason) : words.withoutReason}</p>
          )}
        </PageSection>
      )}
      {givesUp && <AbandonBuild build={build} onClose={() => setGivesUp(false)} onChanged={onChanged} />}
    </>
  );
}

/** Who may end a build may also open it again. */
const MAY_END = 'build.end';

function Reopen({ build: { buildId, name }, onChanged }: Omit<BuildEndProps, 'onComplete'>) {
  const { busy, give } = useCommand({ failures: 'toast' });
  return (
    <Button
      kind="quiet"
      busy={busy}
      onPress={() =>
        give({
          method: 'post',
          path: `/api/builds/${buildId}/reopen`,
          body: {},
          done: words.reopened(name),
          keepAs: keptAs(words.reopened(name)),
          after: onChanged,
        })
      }
    >
      {words.reopen}
    </Button>
  );
}

/** Gives a build up, with a reason for those who try it after. */
export function AbandonBuild({
  build,
  onClose,
  onChanged,
}: Omit<BuildEndProps, 'onComplete'> & { onClose: () => void }) {
  const { buildId, name } = build;
  const [reason, setReason] = useState('');
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const submit = () =>
    give({
      method: 'post',
      path: `/api/builds/${buildId}/abandon`,
      body: { reason: reason.trim() },
      done: words.givenUp(name),
      keepAs: keptAs(words.givenUp(name)),
      kept: onClose,
      after: () => {
        onClose();
        onChanged();
      },
    });
  return (
    <Dialog title={words.giveUpTitle(name)} onClose={onClose}>
      <AskForm submitLabel={words.giveUp} kind="danger" busy={busy} failure={failure} onSubmit={submit}>
        <p>{words.giveUpText}</p>
        <TextArea label={words.why} value={reason} onValue={setReason} />
      </AskForm>
    </Dialog>
  );
}
