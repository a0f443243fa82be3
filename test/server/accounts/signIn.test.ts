import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { systemChance } from '../../../server/accounts/chance.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import { listeningAccounts, PASSWORD, signUp, until } from './testAccounts.ts';

test('somebody signs up, is known by a random id, signs out, and signs in again', async () => {
  const { accounts, visitor } = await listeningAccounts();
  const ada = visitor();
  const made = await signUp(ada, 'Ada@Example.org');
  expect(made.status).toBe(200);
  const session = await accounts.sessions.sessionOf({ cookie: ada.cookie() });
  expect(session?.memberId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const cookie = ada.cookie();
  expect((await ada.post('/api/auth/sign-out', {})).status).toBe(200);
  expect(await accounts.sessions.sessionOf({ cookie })).toBeNull();
  const wrong = await ada.post('/api/auth/sign-in/email', {
    email: 'ada@example.org',
    password: 'something else',
  });
  expect(wrong.status).toBe(401);
  expect(wrong.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(await wrong.json()).toMatchObject({ type: '/problems/sign-in-failed', status: 401 });
  const back = await ada.post('/api/auth/sign-in/email', { email: 'ada@example.org', password: PASSWORD });
  expect(back.status).toBe(200);
  const again = await accounts.sessions.sessionOf({ cookie: ada.cookie() });
  expect(again?.memberId).toBe(session?.memberId);
});

test('the session cookie is out of reach of scripts and other sites, and secure under https', async () => {
  const plain = await listeningAccounts();
  const made = await signUp(plain.visitor(), 'a@example.org');
  const cookie = made.headers.getSetCookie().find((line) => line.includes('session_token')) ?? '';
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
  const secured = await listeningAccounts({ publicUrl: 'https://workshop.example' });
  const ada = secured.visitor();
  const made2 = await ada.post(
    '/api/auth/sign-up/email',
    { email: 'a@example.org', name: 'Ada', password: PASSWORD },
    { origin: 'https://workshop.example' },
  );
  expect(made2.headers.getSetCookie().join()).toMatch(/__Secure-commonwright\.session_token=[^;]+;.*Secure/i);
  expect(await secured.accounts.sessions.sessionOf({ cookie: ada.cookie() })).not.toBeNull();
});

test('a signed-in request from another site is refused', async () => {
  const { visitor } = await listeningAccounts();
  const ada = visitor();
  await signUp(ada, 'a@example.org');
  const forged = await ada.post('/api/auth/sign-out', {}, { origin: 'https://elsewhere.example' });
  expect(forged.status).toBe(403);
  expect(await forged.json()).toMatchObject({ type: '/problems/wrong-origin' });
});

test('a forgotten password is reset by mail, which ends all sessions', async () => {
  const mails: string[] = [];
  const print = (mail: string) => void mails.push(mail);
  const { accounts, visitor, origin } = await listeningAccounts({ mail: { kind: 'print', print } });
  const ada = visitor();
  await signUp(ada, 'a@example.org');
  const cookie = ada.cookie();
  const asked = await visitor().post('/api/auth/request-password-reset', {
    email: 'a@example.org',
    redirectTo: '/reset-password',
  });
  expect(asked.status).toBe(200);
  await accounts.mail.sendDue();
  expect(mails).toHaveLength(1);
  expect(mails[0]).toContain('To: a@example.org');
  const link = /https?:\S+/.exec(mails[0] ?? '')?.[0] ?? '';
  expect(link.startsWith(origin)).toBe(true);
  const followed = await visitor().get(link.slice(origin.length));
  expect(followed.status).toBe(302);
  const token = new URL(followed.headers.get('location') ?? '', origin).searchParams.get('token');
  const chosen = await visitor().post('/api/auth/reset-password', { token, newPassword: 'another password' });
  expect(chosen.status).toBe(200);
  expect(await accounts.sessions.sessionOf({ cookie })).toBeNull();
  const back = visitor();
  const signedIn = await back.post('/api/auth/sign-in/email', {
    email: 'a@example.org',
    password: 'another password',
  });
  expect(signedIn.status).toBe(200);
  const twice = await visitor().post('/api/auth/reset-password', { token, newPassword: 'a third password' });
  expect(twice.status).toBe(400);
});

test('without mail a reset is refused in words and everything else works', async () => {
  const { accounts, visitor } = await listeningAccounts();
  expect(accounts.mail.configured).toBe(false);
  await signUp(visitor(), 'a@example.org');
  const asked = await visitor().post('/api/auth/request-password-reset', { email: 'a@example.org' });
  expect(asked.status).toBe(400);
  expect(await asked.json()).toMatchObject({ type: '/problems/account-refused' });
  await accounts.mail.add({ key: 'k', memberId: 'm', subject: 's', body: 'b' });
  expect(await accounts.mail.sendDue()).toBe(0);
});

test('guessing is slowed down, per address, and still after a restart', async () => {
  const first = await listeningAccounts();
  const guess = { email: 'a@example.org', password: 'wrong password' };
  for (let attempt = 0; attempt < 20; attempt++) {
    expect((await first.visitor().post('/api/auth/sign-in/email', guess)).status).toBe(401);
  }
  // An address that anybody can write into a header does not help.
  const forwarded = { 'x-forwarded-for': '203.0.113.9', 'x-commonwright-client-address': '203.0.113.9' };
  expect((await first.visitor().post('/api/auth/sign-in/email', guess, forwarded)).status).toBe(429);
  await first.close();
  const second = await listeningAccounts({ folder: first.folder });
  const refused = await second.visitor().post('/api/auth/sign-in/email', guess);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await refused.json()).toMatchObject({ type: '/problems/rate-limited' });
  await second.close();
  const trusting = await listeningAccounts({ folder: first.folder, trustedProxies: ['127.0.0.1'] });
  expect((await trusting.visitor().post('/api/auth/sign-in/email', guess, forwarded)).status).toBe(401);
});

test('a storm of sign-ups makes each account once, and no lock is held while passwords are hashed', async () => {
  const folder = await temporaryFolder();
  const lock: { free?: boolean } = {};
  // A hash begins by taking its sixteen random bytes: another process can write at that moment.
  const bytes = (count: number) => {
    if (count === 16) lock.free ??= canWrite(join(folder, 'accounts.db'));
    return systemChance.bytes(count);
  };
  const { visitor } = await listeningAccounts({ folder, chance: { ...systemChance, bytes } });
  const storm = Array.from({ length: 8 }, async () => (await signUp(visitor(), 'a@example.org')).status);
  const statuses = await Promise.all(storm);
  expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  expect(statuses.filter((status) => status === 422)).toHaveLength(7);
  expect(lock.free).toBe(true);
});

function canWrite(path: string): boolean {
  const other = new DatabaseSync(path, { timeout: 0 });
  try {
    other.exec('begin immediate; rollback');
    return true;
  } catch {
    return false;
  } finally {
    other.close();
  }
}

test('sessions can be recalled, one or all', async () => {
  const { accounts, visitor } = await listeningAccounts();
  const ada = visitor();
  await signUp(ada, 'a@example.org');
  const here = await accounts.sessions.sessionOf({ cookie: ada.cookie() });
  const memberId = here?.memberId ?? '';
  const elsewhere = await accounts.sessions.open(memberId);
  expect((await accounts.sessions.sessionOf({ cookie: elsewhere }))?.memberId).toBe(memberId);
  await accounts.sessions.revoke(memberId, here?.sessionId);
  expect(await accounts.sessions.sessionOf({ cookie: ada.cookie() })).toBeNull();
  expect(await accounts.sessions.sessionOf({ cookie: elsewhere })).not.toBeNull();
  await accounts.sessions.revoke(memberId);
  await until(
    async () => (await accounts.sessions.sessionOf({ cookie: elsewhere })) === null,
    'it is forgotten',
  );
});

test('a cookie whose signature is wrong is nobody', async () => {
  const { accounts, visitor } = await listeningAccounts();
  const ada = visitor();
  await signUp(ada, 'a@example.org');
  const cookie = ada.cookie();
  const forged = cookie.replace(/\.[^.;]+$/, '.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%3D');
  expect(await accounts.sessions.sessionOf({ cookie: forged })).toBeNull();
  expect(await accounts.sessions.sessionOf({ cookie: `${cookie}; ${cookie}` })).toBeNull();
  expect(await accounts.sessions.sessionOf({})).toBeNull();
});
