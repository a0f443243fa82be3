import { useState } from 'preact/hooks';
import { changePassword } from '../account/credentials.ts';
import { NewPasswordField } from '../account/newPasswordField.tsx';
import { useAttempt } from '../account/useAttempt.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { AskForm } from '../ui/askForm.tsx';
import { TextField } from '../ui/field.tsx';
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
    <AskForm submitLabel={words.submit} onSubmit={submit} busy={busy} failure={failure} width="narrow">
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
      <NewPasswordField label={words.next} value={next} failure={failure} onValue={setNext} />
    </AskForm>
  );
}
