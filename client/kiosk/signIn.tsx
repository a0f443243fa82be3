import { useState } from 'preact/hooks';
import { type KioskSession, kioskSession } from '../../shared/kiosks/views.ts';
import { useAttempt } from '../account/useAttempt.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { failureText } from '../failureText.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Fold } from '../ui/page.tsx';
import { ask } from './tablet.ts';

const words = t.devices.kiosk;

/** A badge (readers type its number and Return), or name and PIN. */
export function KioskSignIn({
  deviceKey,
  onSession,
}: {
  deviceKey: string;
  onSession: (session: KioskSession) => void;
}) {
  const [badge, setBadge] = useState('');
  const [name, setName] = useState('');
  const [pin, setPin] = useState('');
  const { busy, failure, attempt } = useAttempt();
  const signIn = (body: object) =>
    attempt(async () => {
      setBadge('');
      setPin('');
      onSession(await ask(deviceKey, '/api/kiosk/sign-in', kioskSession, { method: 'POST', body }));
      setName('');
    });
  return (
    <div class="stack measure">
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) signIn({ badge });
        }}
      >
        <TextField
          label={words.badge}
          hint={words.badgeHint}
          required
          autocomplete="off"
          value={badge}
          onValue={setBadge}
        />
        <div>
          <Button kind="main" type="submit" busy={busy}>
            {words.signIn}
          </Button>
        </div>
      </form>
      <Fold summary={words.byPin}>
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy) signIn({ name, pin });
          }}
        >
          <TextField label={words.name} required autocomplete="off" value={name} onValue={setName} />
          <TextField
            label={words.pin}
            type="password"
            inputMode="numeric"
            required
            maxLength={6}
            autocomplete="off"
            value={pin}
            onValue={setPin}
          />
          <div>
            <Button type="submit" busy={busy} label={`${words.byPin}: ${words.signIn}`}>
              {words.signIn}
            </Button>
          </div>
        </form>
      </Fold>
      {failure && (
        <p class="note" data-tone="danger" role="alert">
          {failure.kind === 'sign-in-failed' ? failure.detail : failureText(failure)}
        </p>
      )}
    </div>
  );
}
