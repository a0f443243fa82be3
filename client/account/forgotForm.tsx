import { useState } from 'preact/hooks';
import { t } from '../catalogue/workshopTexts.ts';
import { server } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { FormFailure } from '../ui/formFailure.tsx';
import { requestReset } from './credentials.ts';
import { useAttempt } from './useAttempt.ts';

const words = t.account.forgot;

/** Asks for the mail with the link; says so plainly where this server sends none. */
export function ForgotForm({ onBack }: { onBack: () => void }) {
  const [email, setEmail] = useState('');
  const [sent, setSent] = useState(false);
  const { busy, failure, attempt } = useAttempt();
  const back = (
    <Button kind="quiet" onPress={onBack}>
      {words.back}
    </Button>
  );
  if (server.value?.mailConfigured === false)
    return (
      <div class="stack narrow">
        <p class="note">{words.noMail}</p>
        {back}
      </div>
    );
  return (
    <form
      class="stack narrow"
      onSubmit={async (event) => {
        event.preventDefault();
        setSent(await attempt(() => requestReset(email)));
      }}
    >
      <p>{words.text}</p>
      <TextField
        label={t.account.signIn.email}
        type="email"
        autocomplete="username"
        required
        maxLength={254}
        value={email}
        onValue={setEmail}
      />
      <FormFailure failure={failure} />
      <p role="status">{sent ? words.sent : ''}</p>
      <Button kind="main" type="submit" busy={busy} wide>
        {words.submit}
      </Button>
      {back}
    </form>
  );
}
