import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { signIn } from '../account/credentials.ts';
import { useAttempt } from '../account/useAttempt.ts';
import { addressOf } from '../addresses.ts';
import { command } from '../api.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { changeViewer, start } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { FormFailure, mistakeAt } from '../ui/formFailure.tsx';
import { PageSection } from '../ui/page.tsx';
import { showToast } from '../ui/toasts.ts';
import { blankWorkshop, WorkshopFields } from './workshopFields.tsx';

const words = t.account.found;

/** The code from the terminal, an account, and the first workshop, in one command. */
export function FoundFirst() {
  const { route } = useLocation();
  const [code, setCode] = useState('');
  const [account, setAccount] = useState({ name: '', email: '', password: '' });
  const [workshop, setWorkshop] = useState(blankWorkshop);
  const { busy, failure, attempt } = useAttempt();
  const set = (part: Partial<typeof account>) => setAccount({ ...account, ...part });
  const submit = () =>
    attempt(async () => {
      await command('post', '/api/founding', { code, account, workshop });
      await signIn(account.email, account.password);
      await start();
      await changeViewer();
      showToast(words.done(workshop.name));
      route(addressOf.today, true);
    });
  return (
    <form
      class="page narrow"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p>{words.intro}</p>
      <TextField
        label={words.code}
        code
        required
        autocomplete="one-time-code"
        maxLength={64}
        value={code}
        error={mistakeAt(failure, 'code')}
        onValue={setCode}
      />
      <PageSection title={words.you}>
        <div class="stack">
          <TextField
            label={t.account.create.name}
            hint={t.account.create.nameHint}
            required
            maxLength={80}
            autocomplete="name"
            value={account.name}
            error={mistakeAt(failure, 'account.name')}
            onValue={(name) => set({ name })}
          />
          <TextField
            label={t.account.signIn.email}
            type="email"
            required
            maxLength={254}
            autocomplete="username"
            value={account.email}
            error={mistakeAt(failure, 'account.email')}
            onValue={(email) => set({ email })}
          />
          <TextField
            label={t.account.create.password}
            hint={t.account.create.passwordHint}
            type="password"
            required
            minLength={8}
            maxLength={128}
            autocomplete="new-password"
            value={account.password}
            error={mistakeAt(failure, 'account.password')}
            onValue={(password) => set({ password })}
          />
        </div>
      </PageSection>
      <PageSection title={words.workshop}>
        <div class="stack">
          <WorkshopFields workshop={workshop} failure={failure} onWorkshop={setWorkshop} />
        </div>
      </PageSection>
      <FormFailure failure={failure} />
      <Button kind="main" type="submit" busy={busy} wide>
        {words.submit}
      </Button>
    </form>
  );
}
