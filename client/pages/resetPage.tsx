import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { resetPassword } from '../account/credentials.ts';
import { ForgotForm } from '../account/forgotForm.tsx';
import { useAttempt } from '../account/useAttempt.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/text.ts';
import type { PageProps } from '../routes.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { FormFailure, mistakeAt } from '../ui/formFailure.tsx';
import { PageFrame } from '../ui/page.tsx';
import { showToast } from '../ui/toasts.ts';

const words = t.account.reset;

/** Where the mail's link leads: a new password, once. */
export function ResetPage({ query }: PageProps) {
  const { route } = useLocation();
  const [password, setPassword] = useState('');
  const { busy, failure, attempt } = useAttempt();
  const token = query.token;
  if (!token)
    return (
      <PageFrame title={words.title}>
        <p class="note">{words.missing}</p>
        <ForgotForm onBack={() => route(addressOf.signIn())} />
      </PageFrame>
    );
  const submit = async () => {
    if (!(await attempt(() => resetPassword(password, token)))) return;
    showToast(words.done);
    route(addressOf.signIn(), true);
  };
  return (
    <PageFrame title={words.title}>
      <form
        class="stack narrow"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField
          label={words.password}
          hint={t.account.create.passwordHint}
          type="password"
          autocomplete="new-password"
          required
          minLength={8}
          maxLength={128}
          value={password}
          error={mistakeAt(failure, 'newPassword')}
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
