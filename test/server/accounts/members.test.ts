import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { systemChance } from '../../../server/accounts/chance.ts';
import { readOrCreateSecret } from '../../../server/accounts/secret.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import { listeningAccounts, PASSWORD } from './testAccounts.ts';

const account = { email: 'a@example.org', displayName: 'Ada', password: PASSWORD };

test('texts are kept once by their id, withdrawn, and gone', async () => {
  const { accounts } = await listeningAccounts();
  const text = { id: 't', kind: 'bookingPurpose', body: 'A hinge', author: 'ada', subject: 'bob' };
  await Promise.all([accounts.texts.put(text), accounts.texts.put({ ...text, body: 'Another' })]);
  expect(await accounts.texts.get(['t', 'unknown'])).toMatchObject(new Map([['t', text]]));
  expect((await accounts.texts.get(['t'])).get('t')?.body).toBe('A hinge');
  expect(await accounts.texts.before('9999-01-01T00:00:00.000Z', '', 10)).toEqual(['t']);
  await accounts.texts.remove('t');
  expect(await accounts.texts.get(['t'])).toEqual(new Map());
});

test('a thousand texts at once are all kept', async () => {
  const { accounts } = await listeningAccounts();
  const ids = Array.from({ length: 1_200 }, (_, index) => `t${index}`);
  await Promise.all(ids.map((id) => accounts.texts.put({ id, kind: 'note', body: id, author: 'ada' })));
  expect((await accounts.texts.get(ids)).size).toBe(1_200);
});

test('names are told for many at once; who is not there has none', async () => {
  const { accounts } = await listeningAccounts();
  const id = (await accounts.members.create(account)) ?? '';
  const many = [id, ...Array.from({ length: 2_000 }, () => systemChance.uuid())];
  const names = await accounts.members.names(many);
  expect(names.size).toBe(2_001);
  expect(names.get(id)).toBe('Ada');
  expect(names.get(many[1] ?? '')).toBeNull();
});

test('an address has one account, in whatever case it is written', async () => {
  const { accounts } = await listeningAccounts();
  const id = await accounts.members.create(account);
  expect(await accounts.members.create({ ...account, email: 'A@Example.org' })).toBeNull();
  expect(await accounts.members.byEmail('A@example.ORG')).toBe(id);
  expect((await accounts.dataOf(id ?? '')).sessions).toEqual([]);
});

test('a member changes name, language, locale and theme, one at a time', async () => {
  const { accounts } = await listeningAccounts();
  const id = (await accounts.members.create(account)) ?? '';
  await accounts.members.change(id, { theme: 'dark', language: 'pt-BR' });
  await accounts.members.change(id, { displayName: 'Ada T.', theme: null });
  const expected = {
    displayName: 'Ada T.',
    email: 'a@example.org',
    language: 'pt-BR',
    locale: null,
    theme: null,
  };
  expect(await accounts.members.profile(id)).toEqual(expected);
  expect(await accounts.members.profile('nobody')).toBeNull();
});

test('an account without a password has a name, and nobody signs in to it', async () => {
  const { accounts, visitor } = await listeningAccounts();
  const id = (await accounts.members.create({ ...account, password: null })) ?? '';
  expect((await accounts.members.names([id])).get(id)).toBe('Ada');
  for (const password of ['', PASSWORD]) {
    const reply = await visitor().post('/api/auth/sign-in/email', { email: account.email, password });
    expect([400, 401]).toContain(reply.status);
  }
});

test('all that is held can be taken along, without any secret', async () => {
  const { accounts } = await listeningAccounts();
  const id = (await accounts.members.create(account)) ?? '';
  const { key } = await accounts.keys.create({ memberId: id, name: 'k', scopes: ['read'] });
  const cookie = await accounts.sessions.open(id);
  await accounts.texts.put({ id: 't', kind: 'note', body: 'mine', author: id });
  const held = await accounts.dataOf(id);
  const expected = { account: { name: 'Ada', email: 'a@example.org' }, textsWritten: [{ body: 'mine' }] };
  expect(held).toMatchObject({ ...expected, keys: [{ name: 'k', scopes: ['read'] }], sessions: [{}] });
  const json = JSON.stringify(held);
  const token = decodeURIComponent(cookie).split('=')[1]?.split('.')[0] ?? '';
  expect(token.length).toBeGreaterThan(20);
  for (const secret of [key, token, '$argon2id']) expect(json).not.toContain(secret);
});

test('the secret is made once, for the owner alone, also by two who start together', async () => {
  const folder = await temporaryFolder();
  const both = await Promise.all([1, 2].map(() => readOrCreateSecret(folder, systemChance)));
  expect(both[0]).toBe(both[1]);
  expect(both[0]).toHaveLength(64);
  expect(await readOrCreateSecret(folder, systemChance)).toBe(both[0]);
  expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600);
});
