import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { resetPassword } from '../account/credentials.ts';
import { ForgotForm } from '../account/forgotForm.tsx';
import { NewPasswordField } from '../account/newPasswordField.tsx';
import { useAttempt } from '../account/useAttempt.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/workshopTexts.ts';
import type { PageProps } from '../routes.ts';
import { Button } from '../ui/button.tsx';
import { FormFailure } from '../ui/formFailure.tsx';
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
        <NewPasswordField label={words.password} value={password} failure={failure} onValue={setPassword} />
        <FormFailure failure={failure} />
        <Button kind="main" type="submit" busy={busy} wide>
          {words.submit}
        </Button>
      </form>
    </PageFrame>
  );
}
