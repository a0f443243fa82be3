import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { claimAccount, signIn } from '../account/credentials.ts';
import { NewPasswordField } from '../account/newPasswordField.tsx';
import { useAttempt } from '../account/useAttempt.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/workshopTexts.ts';
import type { PageProps } from '../routes.ts';
import { changeViewer } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { FormFailure, mistakeAt } from '../ui/formFailure.tsx';
import { PageFrame } from '../ui/page.tsx';
import { showToast } from '../ui/toasts.ts';

const words = t.account.claim;

/** Where the link leads with which an account that was made for somebody becomes their own. */
export function ClaimPage({ params }: PageProps) {
  const { route } = useLocation();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { busy, failure, attempt } = useAttempt();
  const submit = () =>
    attempt(async () => {
      await claimAccount(params.token ?? '', email, password);
      await signIn(email, password);
      await changeViewer();
      showToast(words.done);
      route(addressOf.today, true);
    });
  return (
    <PageFrame title={words.title} line={words.text}>
      <form
        class="stack narrow"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField
          label={t.account.signIn.email}
          type="email"
          autocomplete="username"
          required
          maxLength={254}
          value={email}
          error={mistakeAt(failure, 'email')}
          onValue={setEmail}
        />
        <NewPasswordField
          label={t.account.create.password}
          value={password}
          failure={failure}
          onValue={setPassword}
        />
        <FormFailure failure={failure} />
        <Button kind="main" type="submit" busy={busy} wide>
          {words.submit}
        </Button>
      </form>
    </PageFrame>
  );
}
