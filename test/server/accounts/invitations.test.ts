import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { TooManyRequests } from '../../../server/accounts/keyUse.ts';
import { listeningAccounts } from './testAccounts.ts';

const asked = {
  workshopId: 'w',
  role: 'member',
  createdBy: 'steward',
  expiresAt: '2026-12-01T00:00:00.000Z',
};

test('an invitation works as often as it says, until it runs out or is revoked', async () => {
  const time = { now: Date.parse('2026-11-22T10:00:00.000Z') };
  const { accounts, path } = await listeningAccounts({ clock: () => new Date(time.now) });
  const { id, token } = await accounts.invitations.create({ ...asked, uses: 2 });
  expect((await readFile(`${path}-wal`)).includes(token)).toBe(false);
  expect(await accounts.invitations.peek(token)).toMatchObject({
    workshopId: 'w',
    role: 'member',
    usesLeft: 2,
  });
  const both = await Promise.all(['a', 'b', 'c'].map((member) => accounts.invitations.redeem(token, member)));
  expect(both.filter((redeemed) => redeemed !== null)).toHaveLength(2);
  // The first of them again: the command that follows may have to be repeated.
  const again = both.findIndex((redeemed) => redeemed !== null);
  expect(await accounts.invitations.redeem(token, ['a', 'b', 'c'][again] ?? '')).not.toBeNull();
  expect(await accounts.invitations.peek(token)).toBeNull();
  const second = await accounts.invitations.create({ ...asked, uses: 5 });
  expect(await accounts.invitations.revoke(second.id, 'another workshop')).toBe(false);
  expect(await accounts.invitations.revoke(second.id, 'w')).toBe(true);
  expect(await accounts.invitations.redeem(second.token, 'd')).toBeNull();
  const third = await accounts.invitations.create({ ...asked, uses: 5 });
  time.now = Date.parse('2026-12-02T00:00:00.000Z');
  expect(await accounts.invitations.redeem(third.token, 'd')).toBeNull();
  expect((await accounts.invitations.of('w')).map((one) => one.id)).toContain(id);
});

test('the founding code works once, as it may be typed, for one member', async () => {
  const { accounts } = await listeningAccounts();
  const code = (await accounts.foundingCode.current()) ?? '';
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(await accounts.foundingCode.redeem('0000-0000-0000-0000', 'a')).toBe(false);
  expect(await accounts.foundingCode.redeem(code.toLowerCase().replaceAll('-', ' '), 'a')).toBe(true);
  expect(await accounts.foundingCode.redeem(code, 'b')).toBe(false);
  expect(await accounts.foundingCode.redeem(code, 'a')).toBe(true);
  expect(await accounts.foundingCode.current()).toBeNull();
});

test('the founding code cannot be guessed by trying, not even across a restart', async () => {
  const clock = () => new Date('2026-11-22T10:00:00.000Z');
  const first = await listeningAccounts({ clock });
  const code = (await first.accounts.foundingCode.current()) ?? '';
  for (let guess = 0; guess < 10; guess++) await first.accounts.foundingCode.redeem(`wrong ${guess}`, 'a');
  await expect(first.accounts.foundingCode.redeem(code, 'a')).rejects.toBeInstanceOf(TooManyRequests);
  await first.close();
  const second = await listeningAccounts({ folder: first.folder, clock });
  await expect(second.accounts.foundingCode.redeem(code, 'a')).rejects.toBeInstanceOf(TooManyRequests);
});
