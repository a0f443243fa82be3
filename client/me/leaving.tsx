import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { signOut } from '../account/credentials.ts';
import { useAttempt } from '../account/useAttempt.ts';
import { addressOf } from '../addresses.ts';
import { command } from '../api.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { dropAllUnsent } from '../offline/leaveRow.ts';
import { sendUnsent } from '../offline/sendUnsent.ts';
import { unsent } from '../offline/unsent.ts';
import { changeViewer } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { FormFailure } from '../ui/formFailure.tsx';
import { showToast } from '../ui/toasts.ts';
import { endPush } from './push.ts';

/** Signs out in this browser. */
export function SignOut() {
  const { route } = useLocation();
  const { busy, failure, attempt } = useAttempt();
  const [asked, setAsked] = useState(false);
  const leave = (rest: 'ask' | 'keep' | 'drop') =>
    attempt(async () => {
      await sendUnsent();
      if (rest === 'ask' && unsent.value.length > 0) return setAsked(true);
      if (rest === 'drop') await dropAllUnsent();
      await endPush().catch(() => undefined);
      await signOut();
      await changeViewer();
      showToast(t.me.out.done);
      route(addressOf.signIn());
    });
  return (
    <div class="stack">
      <FormFailure failure={failure} />
      {asked && unsent.value.length > 0 ? (
        <>
          <p role="alert">{t.offline.leaving(unsent.value.length)}</p>
          <div class="buttons">
            <Button busy={busy} onPress={() => leave('keep')}>
              {t.offline.leaveKept}
            </Button>
            <Button kind="danger" busy={busy} onPress={() => leave('drop')}>
              {t.offline.leaveDropped}
            </Button>
          </div>
        </>
      ) : (
        <div>
          <Button busy={busy} onPress={() => leave('ask')}>
            {t.me.out.submit}
          </Button>
        </div>
      )}
    </div>
  );
}

const words = t.me.erase;

/** Erases the account for good, after it was explained and confirmed in so many words. */
export function Erase() {
  const { route } = useLocation();
  const [typed, setTyped] = useState('');
  const { busy, failure, attempt } = useAttempt();
  const erase = () =>
    attempt(async () => {
      await command('post', '/api/me/erase', { confirm: 'erase' });
      await changeViewer();
      showToast(words.done);
      route(addressOf.signIn());
    });
  return (
    <form
      class="stack measure"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim().toLowerCase() === words.confirmWord) erase();
      }}
    >
      {words.explain.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <div class="narrow">
        <TextField label={words.confirm} autocomplete="off" required value={typed} onValue={setTyped} />
      </div>
      <FormFailure failure={failure} />
      <div>
        <Button kind="danger" type="submit" busy={busy}>
          {words.submit}
        </Button>
      </div>
    </form>
  );
}
