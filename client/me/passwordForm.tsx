import { useState } from 'preact/hooks';
import { changePassword } from '../account/credentials.ts';
import { useAttempt } from '../account/useAttempt.ts';
import { t } from '../catalogue/text.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { FormFailure, mistakeAt } from '../ui/formFailure.tsx';
import { showToast } from '../ui/toasts.ts';

const words = t.me.password;

/** Changes the password and signs other devices out. */
export function PasswordForm({ email }: { email: string }) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const { busy, failure, attempt } = useAttempt();
  const submit = async () => {
    if (!(await attempt(() => changePassword(current, next)))) return;
    setCurrent('');
    setNext('');
    showToast(words.changed);
  };
  return (
    <form
      class="stack narrow"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <input type="email" name="email" autocomplete="username" value={email} readOnly hidden />
      <TextField
        label={words.current}
        type="password"
        autocomplete="current-password"
        required
        maxLength={128}
        value={current}
        onValue={setCurrent}
      />
      <TextField
        label={words.next}
        hint={t.account.create.passwordHint}
        type="password"
        autocomplete="new-password"
        required
        minLength={8}
        maxLength={128}
        value={next}
        error={mistakeAt(failure, 'newPassword')}
        onValue={setNext}
      />
      <FormFailure failure={failure} />
      <div>
        <Button type="submit" busy={busy}>
          {words.submit}
        </Button>
      </div>
    </form>
  );
}
