import { useEffect, useState } from 'preact/hooks';
import { useAttempt } from '../account/useAttempt.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { Button } from '../ui/button.tsx';
import { FormFailure } from '../ui/formFailure.tsx';
import { showToast } from '../ui/toasts.ts';
import { endPush, type PushState, pushState, startPush, testPush } from './push.ts';

const words = t.notices.push;

/** Pushes on this very device: taken, tried out, ended. */
export function PushDevice() {
  const [state, setState] = useState<PushState | null>(null);
  const { busy, failure, attempt } = useAttempt();
  useEffect(() => {
    pushState().then(setState, () => setState('impossible'));
  }, []);
  const start = () =>
    attempt(async () => {
      const now = await startPush();
      setState(now);
      if (now === 'on') showToast(words.started);
    });
  const end = () =>
    attempt(async () => {
      setState(await endPush());
      showToast(words.ended);
    });
  const test = () => attempt(async () => showToast(words.tested(await testPush())));
  return (
    <div class="stack measure">
      <h3>{words.title}</h3>
      <p>{words.text}</p>
      {state === 'impossible' && <p class="note">{words.impossible}</p>}
      {state === 'denied' && <p class="note">{words.denied}</p>}
      <FormFailure failure={failure} />
      {state === 'off' && (
        <div>
          <Button busy={busy} onPress={start}>
            {words.start}
          </Button>
        </div>
      )}
      {state === 'on' && (
        <div class="buttons">
          <Button busy={busy} onPress={test}>
            {words.test}
          </Button>
          <Button kind="quiet" busy={busy} onPress={end}>
            {words.end}
          </Button>
        </div>
      )}
    </div>
  );
}
