import { expect, test } from 'vitest';
import { forkAccounts } from './fork.ts';
import { listeningAccounts, signUp, until } from './testAccounts.ts';

test('a sign-out is known to another process within a second, and its own sign-out here', async () => {
  const { accounts, visitor, path, origin } = await listeningAccounts();
  const other = await forkAccounts(path, origin);
  const ada = visitor();
  await signUp(ada, 'a@example.org');
  const cookie = ada.cookie();
  const session = await accounts.sessions.sessionOf({ cookie });
  expect(await other.ask({ order: 'sessionOf', cookie })).toEqual(session);
  await ada.post('/api/auth/sign-out', {});
  const begun = performance.now();
  await until(async () => (await other.ask({ order: 'sessionOf', cookie })) === null, 'the other forgets');
  expect(performance.now() - begun).toBeLessThan(1_000);

  const second = await accounts.sessions.open(session?.memberId ?? '');
  expect(await accounts.sessions.sessionOf({ cookie: second })).not.toBeNull();
  await other.ask({ order: 'revoke', memberId: session?.memberId });
  const again = performance.now();
  await until(async () => (await accounts.sessions.sessionOf({ cookie: second })) === null, 'we forget');
  expect(performance.now() - again).toBeLessThan(1_000);
});

test('two processes that start at once on an empty folder agree on the tables', async () => {
  const { path, origin } = await listeningAccounts();
  const fresh = `${path}-fresh.db`;
  const both = await Promise.all([forkAccounts(fresh, origin), forkAccounts(fresh, origin)]);
  for (const process of both) expect(await process.ask({ order: 'sessionOf', cookie: '' })).toBeNull();
});
