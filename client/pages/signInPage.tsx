import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { providerAddress, signIn, signUp } from '../account/credentials.ts';
import { ForgotForm } from '../account/forgotForm.tsx';
import { passkeysPossible, signInWithPasskey } from '../account/passkeys.ts';
import { useAttempt } from '../account/useAttempt.ts';
import { safeNext } from '../addresses.ts';
import { t } from '../catalogue/workshopTexts.ts';
import type { PageProps } from '../routes.ts';
import { changeViewer, me, server } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { FormFailure, mistakeAt } from '../ui/formFailure.tsx';
import { PageFrame, PageSection } from '../ui/page.tsx';
import { showToast } from '../ui/toasts.ts';

const words = t.account;
type Way = 'signIn' | 'create' | 'forgot';

/** Signs in, makes an account, or asks for a new password; then goes on to where one wanted to be. */
export function SignInPage({ query }: PageProps) {
  const { route } = useLocation();
  const [way, setWay] = useState<Way>(query.way === 'create' ? 'create' : 'signIn');
  const next = safeNext(query.next);
  const arrive = async () => {
    await changeViewer();
    if (!me.value) return;
    showToast(words.signIn.welcome(me.value.name));
    route(next, true);
  };
  return (
    <PageFrame title={words[way].title}>
      {server.value?.secureOrigin === false && <p class="note">{words.signIn.insecure}</p>}
      {way === 'signIn' && <SignInForm next={next} onDone={arrive} onWay={setWay} />}
      {way === 'create' && <CreateForm onDone={arrive} onWay={setWay} />}
      {way === 'forgot' && <ForgotForm onBack={() => setWay('signIn')} />}
    </PageFrame>
  );
}

interface WayProps {
  onDone: () => Promise<void>;
  onWay: (way: Way) => void;
}

function SignInForm({ next, onDone, onWay }: WayProps & { next: string }) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { busy, failure, attempt } = useAttempt();
  const enter = (asEmail: string, asPassword: string) =>
    attempt(async () => {
      await signIn(asEmail, asPassword);
      await onDone();
    });
  return (
    <>
      <Demo onEnter={enter} />
      <form
        class="stack narrow"
        onSubmit={(event) => {
          event.preventDefault();
          enter(email, password);
        }}
      >
        <TextField
          label={words.signIn.email}
          type="email"
          name="email"
          autocomplete="username webauthn"
          required
          maxLength={254}
          value={email}
          onValue={setEmail}
        />
        <TextField
          label={words.signIn.password}
          type="password"
          name="password"
          autocomplete="current-password"
          required
          maxLength={128}
          value={password}
          onValue={setPassword}
        />
        <FormFailure failure={failure} />
        <Button kind="main" type="submit" busy={busy} wide>
          {words.signIn.submit}
        </Button>
        <div class="buttons">
          <Button kind="quiet" onPress={() => onWay('create')}>
            {words.signIn.create}
          </Button>
          <Button kind="quiet" onPress={() => onWay('forgot')}>
            {words.signIn.forgot}
          </Button>
        </div>
      </form>
      <OtherWays next={next} onDone={onDone} />
    </>
  );
}

function Demo({ onEnter }: { onEnter: (email: string, password: string) => void }) {
  const demo = server.value?.demo;
  if (!demo) return null;
  return (
    <PageSection title={words.signIn.demoTitle}>
      <div class="buttons">
        <Button onPress={() => onEnter(demo.member.email, demo.member.password)}>
          {words.signIn.demoMember}
        </Button>
        <Button onPress={() => onEnter(demo.steward.email, demo.steward.password)}>
          {words.signIn.demoSteward}
        </Button>
      </div>
    </PageSection>
  );
}

function OtherWays({ next, onDone }: { next: string; onDone: () => Promise<void> }) {
  const { busy, failure, attempt } = useAttempt();
  const [unused, setUnused] = useState(false);
  const providers = server.value?.oidcProviders ?? [];
  if (!passkeysPossible() && providers.length === 0) return null;
  const usePasskey = () =>
    attempt(async () => {
      const done = await signInWithPasskey();
      setUnused(!done);
      if (done) await onDone();
    });
  return (
    <PageSection title={words.signIn.orElse}>
      <div class="buttons">
        {passkeysPossible() && (
          <Button busy={busy} onPress={usePasskey}>
            {words.signIn.passkey}
          </Button>
        )}
        {providers.map(({ id, name }) => (
          <Button
            key={id}
            busy={busy}
            onPress={() => attempt(async () => location.assign(await providerAddress(id, next)))}
          >
            {words.signIn.with(name)}
          </Button>
        ))}
      </div>
      {unused && <p role="status">{words.signIn.passkeyFailed}</p>}
      <FormFailure failure={failure} />
    </PageSection>
  );
}

function CreateForm({ onDone, onWay }: WayProps) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { busy, failure, attempt } = useAttempt();
  const submit = () =>
    attempt(async () => {
      await signUp(name, email, password);
      await onDone();
    });
  return (
    <form
      class="stack narrow"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField
        label={words.create.name}
        hint={words.create.nameHint}
        autocomplete="name"
        required
        maxLength={80}
        value={name}
        error={mistakeAt(failure, 'name')}
        onValue={setName}
      />
      <TextField
        label={words.signIn.email}
        type="email"
        autocomplete="username"
        required
        maxLength={254}
        value={email}
        error={mistakeAt(failure, 'email')}
        onValue={setEmail}
      />
      <TextField
        label={words.create.password}
        hint={words.create.passwordHint}
        type="password"
        autocomplete="new-password"
        required
        minLength={8}
        maxLength={128}
        value={password}
        error={mistakeAt(failure, 'password')}
        onValue={setPassword}
      />
      <p class="soft small">{words.create.privacy}</p>
      <FormFailure failure={failure} />
      <Button kind="main" type="submit" busy={busy} wide>
        {words.create.submit}
      </Button>
      <Button kind="quiet" onPress={() => onWay('signIn')}>
        {words.signIn.have}
      </Button>
    </form>
  );
}
