import '../kiosk/kiosk.css';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { z } from 'zod';
import { type KioskSession, kioskState, pairedKiosk } from '../../shared/kiosks/views.ts';
import { useAttempt } from '../account/useAttempt.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { Board } from '../kiosk/board.tsx';
import { KioskMember } from '../kiosk/member.tsx';
import { KioskSignIn } from '../kiosk/signIn.tsx';
import { ask, forgetWorkshop, keepKey, keepSeen, keptKey, lastSeen } from '../kiosk/tablet.ts';
import { useAwake } from '../kiosk/useAwake.ts';
import { RequestFailed } from '../problem.ts';
import { dateOf, momentHere } from '../time.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { FormFailure } from '../ui/formFailure.tsx';
import { PageFrame } from '../ui/page.tsx';

const words = t.devices.kiosk;
const EVERY = 10_000;

/** A shared tablet: pairs itself once, shows the machines, and lets people stand before it for half a minute. */
export function KioskPage() {
  const [key, setKey] = useState(keptKey);
  useAwake();
  useEffect(() => {
    document.documentElement.dataset.kiosk = '';
    return () => {
      delete document.documentElement.dataset.kiosk;
    };
  }, []);
  const forget = useCallback(() => {
    forgetWorkshop();
    setKey(null);
  }, []);
  if (key === null) {
    return (
      <Pairing
        onPaired={(given) => {
          keepKey(given);
          setKey(given);
        }}
      />
    );
  }
  return <Kiosk deviceKey={key} onForgotten={forget} />;
}

function Pairing({ onPaired }: { onPaired: (key: string) => void }) {
  const [code, setCode] = useState('');
  const { busy, failure, attempt } = useAttempt();
  const pair = () =>
    attempt(async () => {
      onPaired((await ask(null, '/api/kiosk/pair', pairedKiosk, { method: 'POST', body: { code } })).key);
    });
  return (
    <PageFrame title={words.pairTitle}>
      <form
        class="stack measure"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) pair();
        }}
      >
        <p>{words.pairText}</p>
        <TextField label={words.code} required autocomplete="off" value={code} onValue={setCode} />
        <FormFailure failure={failure} />
        <div>
          <Button kind="main" type="submit" busy={busy}>
            {words.pair}
          </Button>
        </div>
      </form>
    </PageFrame>
  );
}

function Kiosk({ deviceKey, onForgotten }: { deviceKey: string; onForgotten: () => void }) {
  const [seen, setSeen] = useState(lastSeen);
  const [isOffline, setOffline] = useState(false);
  const [session, setSession] = useState<KioskSession | null>(null);
  const look = useCallback(async () => {
    try {
      const now = { state: await ask(deviceKey, '/api/kiosk/state', kioskState), at: Date.now() };
      keepSeen(now);
      setSeen(now);
      setOffline(false);
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      if (error.status === 401) onForgotten();
      else setOffline(true);
    }
  }, [deviceKey]);
  useEffect(() => {
    look();
    const timer = setInterval(look, EVERY);
    return () => clearInterval(timer);
  }, [look]);
  const away = useCallback(() => {
    setSession(null);
    // Without an answer the server forgets them by itself.
    ask(deviceKey, '/api/kiosk/sign-out', z.unknown(), { method: 'POST', body: {} }).catch(() => undefined);
    look();
  }, [look]);
  const today = seen ? dateOf(seen.state.now) : '';
  if (session && seen) {
    const { workshopId } = seen.state;
    return <KioskMember session={session} workshopId={workshopId} today={today} onAway={away} />;
  }
  return (
    <PageFrame title={seen ? words.title(seen.state.workshopName) : t.devices.kiosks} line={seen?.state.name}>
      {isOffline && seen && (
        <p class="note" data-tone="amber" role="status">
          {words.asOf(momentHere(seen.at, Date.now()))}
        </p>
      )}
      {seen && <Board machines={seen.state.machines} today={today} />}
      {!isOffline && <KioskSignIn deviceKey={deviceKey} onSession={setSession} />}
    </PageFrame>
  );
}
