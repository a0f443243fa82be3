import { expect, test } from 'vitest';
import { z } from 'zod';
import { oidcProvider } from './oidcProvider.ts';
import { listeningAccounts, signUp, type Visitor } from './testAccounts.ts';

/** Walks the redirects: to the provider, back to the callback, and on. Returns where it ended. */
async function throughProvider(visitor: Visitor, origin: string) {
  const begun = await visitor.post('/api/auth/sign-in/social', { provider: 'guild', callbackURL: '/today' });
  expect(begun.status).toBe(200);
  const { url } = z.object({ url: z.string() }).parse(await begun.json());
  expect(new URL(url).searchParams.get('code_challenge_method')).toBe('S256');
  const granted = await fetch(url, { redirect: 'manual' });
  const back = granted.headers.get('location') ?? '';
  expect(back.startsWith(`${origin}/api/auth/callback/guild?`)).toBe(true);
  const callback = back.slice(origin.length);
  const ended = await visitor.get(callback);
  return { callback, ended };
}

const ada = { sub: 'subject-1', email: 'ada@guild.example', name: 'Ada of the Guild' };

test('somebody signs in through a provider, twice, and is one member', async () => {
  const provider = await oidcProvider(ada);
  const { accounts, origin, visitor } = await listeningAccounts({ oidc: [provider.settings] });
  expect(accounts.providers).toEqual([{ id: 'guild', name: 'The guild' }]);
  const first = visitor();
  const { ended } = await throughProvider(first, origin);
  expect(ended.status).toBe(302);
  expect(ended.headers.get('location')).toMatch(/\/today$/);
  const session = await accounts.sessions.sessionOf({ cookie: first.cookie() });
  expect((await accounts.members.names([session?.memberId ?? ''])).get(session?.memberId ?? '')).toBe(
    ada.name,
  );
  const second = visitor();
  await throughProvider(second, origin);
  expect((await accounts.sessions.sessionOf({ cookie: second.cookie() }))?.memberId).toBe(session?.memberId);
});

test('a token that the provider did not sign, a code used twice, a stranger’s state: nobody is signed in', async () => {
  const provider = await oidcProvider(ada);
  const { accounts, origin, visitor } = await listeningAccounts({ oidc: [provider.settings] });
  provider.behaviour.forgeSignature = true;
  const victim = visitor();
  const { ended } = await throughProvider(victim, origin);
  expect(ended.headers.get('location')).toContain('error=');
  expect(await accounts.sessions.sessionOf({ cookie: victim.cookie() })).toBeNull();
  provider.behaviour.forgeSignature = false;
  const honest = visitor();
  const { callback } = await throughProvider(honest, origin);
  const thief = visitor();
  for (const path of [
    callback,
    '/api/auth/callback/guild?code=x&state=y',
    '/api/auth/callback/nobody?code=x',
  ]) {
    const answer = await thief.get(path);
    expect(answer.status).toBeLessThan(500);
    expect(await accounts.sessions.sessionOf({ cookie: thief.cookie() })).toBeNull();
  }
});

test('an account with the same unproven address is not taken over', async () => {
  const provider = await oidcProvider(ada);
  const { accounts, origin, visitor } = await listeningAccounts({ oidc: [provider.settings] });
  await signUp(visitor(), ada.email);
  const newcomer = visitor();
  const { ended } = await throughProvider(newcomer, origin);
  expect(ended.headers.get('location')).toContain('error=account_not_linked');
  expect(await accounts.sessions.sessionOf({ cookie: newcomer.cookie() })).toBeNull();
});

test('a provider that is away neither stops the start nor breaks signing in', async () => {
  const gone = {
    id: 'gone',
    name: 'Gone',
    discoveryUrl: 'http://127.0.0.1:9/x',
    clientId: 'c',
    clientSecret: 's',
  };
  const { visitor } = await listeningAccounts({ oidc: [gone] });
  const refused = await visitor().post('/api/auth/sign-in/social', { provider: 'gone' });
  expect(refused.status).toBeGreaterThanOrEqual(400);
  expect(refused.status).not.toBe(500);
  expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect((await signUp(visitor(), 'a@example.org')).status).toBe(200);
});
