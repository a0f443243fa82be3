import { expect, test } from 'vitest';
import { KEY_LIMIT, TooManyRequests } from '../../../server/accounts/keyUse.ts';
import { listeningAccounts, PASSWORD } from './testAccounts.ts';

const account = { email: 'a@example.org', displayName: 'Ada', password: PASSWORD };

test('a key opens what its scopes say, in its workshop, until it is revoked', async () => {
  const { accounts } = await listeningAccounts();
  const memberId = (await accounts.members.create(account)) ?? '';
  const asked = { memberId, name: 'reader at the laser', scopes: ['sessions:start'], workshopId: 'workshop' };
  const { keyId, key } = await accounts.keys.create(asked);
  const holder = { memberId, keyId, scopes: ['sessions:start'], workshopId: 'workshop' };
  expect(await accounts.keys.keyOf({ authorization: `Bearer ${key}` })).toEqual(holder);
  expect(await accounts.keys.keyOf({ 'x-api-key': key })).toEqual(holder);
  expect(await accounts.keys.keyOf({ 'x-api-key': `${key}x` })).toBeNull();
  expect(await accounts.keys.keyOf({ authorization: `Basic ${key}` })).toBeNull();
  expect(await accounts.keys.keyOf({})).toBeNull();
  expect(await accounts.keys.of(memberId)).toMatchObject([
    { keyId, name: 'reader at the laser', enabled: true },
  ]);
  expect(await accounts.keys.revoke('somebody else', keyId)).toBe(false);
  expect(await accounts.keys.revoke(memberId, keyId)).toBe(true);
  expect(await accounts.keys.keyOf({ 'x-api-key': key })).toBeNull();
});

test('a key that has run out opens nothing, even while it is remembered', async () => {
  const time = { now: Date.now() };
  const { accounts } = await listeningAccounts({ clock: () => new Date(time.now) });
  const memberId = (await accounts.members.create(account)) ?? '';
  const { key } = await accounts.keys.create({
    memberId,
    name: 'short',
    scopes: [],
    expiresInSeconds: 86_400,
  });
  time.now += 86_400_000 - 10_000;
  expect(await accounts.keys.keyOf({ 'x-api-key': key })).not.toBeNull();
  time.now += 11_000;
  expect(await accounts.keys.keyOf({ 'x-api-key': key })).toBeNull();
});

test('a key may ask often, but not without end, and a restart does not forget the count', async () => {
  const minute = new Date('2026-11-22T10:00:00.000Z');
  const clock = () => minute;
  const first = await listeningAccounts({ clock });
  const memberId = (await first.accounts.members.create(account)) ?? '';
  const { key } = await first.accounts.keys.create({ memberId, name: 'busy', scopes: [] });
  for (let request = 0; request < KEY_LIMIT.requests; request++) {
    expect(await first.accounts.keys.keyOf({ 'x-api-key': key })).not.toBeNull();
  }
  await expect(first.accounts.keys.keyOf({ 'x-api-key': key })).rejects.toBeInstanceOf(TooManyRequests);
  await first.close();
  const second = await listeningAccounts({ folder: first.folder, clock });
  await expect(second.accounts.keys.keyOf({ 'x-api-key': key })).rejects.toBeInstanceOf(TooManyRequests);
  minute.setTime(minute.getTime() + KEY_LIMIT.windowMs);
  expect(await second.accounts.keys.keyOf({ 'x-api-key': key })).not.toBeNull();
});

test('keys cannot be made or read over HTTP through the sign-in library', async () => {
  const { visitor } = await listeningAccounts();
  for (const path of ['create', 'verify', 'list', 'update', 'delete', 'get']) {
    expect((await visitor().post(`/api/auth/api-key/${path}`, {})).status).toBe(404);
  }
});
