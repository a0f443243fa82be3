import { expect, test } from 'vitest';
import { listeningAccounts, PASSWORD } from './testAccounts.ts';

const account = { email: 'a@example.org', displayName: 'Ada', password: PASSWORD };
const printed = () => {
  const mails: string[] = [];
  return { mails, mail: { kind: 'print', print: (mail: string) => void mails.push(mail) } as const };
};

test('checkpoint, mail and notice are written together, or not at all', async () => {
  const { mails, mail } = printed();
  const { accounts } = await listeningAccounts({ mail });
  const memberId = (await accounts.members.create(account)) ?? '';
  const react = (position: bigint, fails: boolean) =>
    accounts.reactions.tx(async (tx) => {
      await tx.addMail({ key: `k${position}`, memberId, subject: 's', body: 'b' });
      await tx.addNotice({ id: `n${position}`, memberId, kind: 'moved', params: { bookingId: 'x' } });
      await tx.setCheckpoint('tell', position);
      if (fails) throw new Error('killed here');
    });
  expect(await accounts.reactions.checkpoint('tell')).toBeNull();
  await expect(react(7n, true)).rejects.toThrow('killed here');
  expect(await accounts.reactions.checkpoint('tell')).toBeNull();
  expect(await accounts.notices.list(memberId, { limit: 10 })).toEqual([]);
  expect(await accounts.mail.sendDue()).toBe(0);
  const far = 12_345_678_901_234_567_890n;
  await react(far, false);
  await react(far, false);
  expect(await accounts.reactions.checkpoint('tell')).toBe(far);
  expect(await accounts.notices.list(memberId, { limit: 10 })).toHaveLength(1);
  expect(await accounts.mail.sendDue()).toBe(1);
  expect(mails).toHaveLength(1);
  await accounts.reactions.tx((tx) => tx.setCheckpoint('tell', 9n));
  expect(await accounts.reactions.checkpoint('tell')).toBe(far);
});

test('a lease has one holder until it runs out or is given back', async () => {
  const time = { now: Date.now() };
  const { accounts, folder } = await listeningAccounts({ clock: () => new Date(time.now) });
  const second = await listeningAccounts({ folder, clock: () => new Date(time.now) });
  const holds = (holder: string) => accounts.reactions.tx((tx) => tx.holdsLease('reactions', holder));
  const claims = await Promise.all([
    accounts.lease.acquire('reactions', 'a', 10_000),
    second.accounts.lease.acquire('reactions', 'b', 10_000),
  ]);
  expect(claims.filter(Boolean)).toHaveLength(1);
  const [first, other] = claims[0] ? ['a', 'b'] : ['b', 'a'];
  expect(await accounts.lease.renew('reactions', other, 10_000)).toBe(false);
  time.now += 9_000;
  expect(await accounts.lease.renew('reactions', first, 10_000)).toBe(true);
  time.now += 9_000;
  expect(await second.accounts.lease.acquire('reactions', other, 10_000)).toBe(false);
  expect(await holds(first)).toBe(true);
  time.now += 2_000;
  expect(await holds(first)).toBe(false);
  expect(await second.accounts.lease.acquire('reactions', other, 10_000)).toBe(true);
  expect(await accounts.lease.renew('reactions', first, 10_000)).toBe(false);
  await accounts.lease.release('reactions', other);
  expect(await accounts.lease.acquire('reactions', first, 10_000)).toBe(true);
});

test('a lease of a dead process does not last for ever because the clock was set back', async () => {
  const time = { now: Date.now() };
  const { accounts } = await listeningAccounts({ clock: () => new Date(time.now) });
  expect(await accounts.lease.acquire('reactions', 'dead', 10_000)).toBe(true);
  time.now -= 24 * 3_600_000;
  expect(await accounts.lease.acquire('reactions', 'next', 10_000)).toBe(true);
  expect(await accounts.lease.renew('reactions', 'dead', 10_000)).toBe(false);
});

test('notices are a member’s own, newest first, and stay read', async () => {
  const time = { now: Date.parse('2026-11-22T10:00:00.000Z') };
  const { accounts } = await listeningAccounts({ clock: () => new Date(time.now) });
  for (const [id, memberId] of [
    ['1', 'a'],
    ['2', 'a'],
    ['3', 'b'],
  ] as const) {
    time.now += 1_000;
    await accounts.notices.add({ id, memberId, kind: 'moved', params: { n: 1 } });
  }
  await accounts.notices.markRead('a', ['1', '3']);
  expect((await accounts.notices.list('a', { limit: 10 })).map(({ id }) => id)).toEqual(['2', '1']);
  expect((await accounts.notices.list('a', { limit: 10, unreadOnly: true })).map(({ id }) => id)).toEqual([
    '2',
  ]);
  expect(await accounts.notices.unread('a')).toBe(1);
  expect(await accounts.notices.unread('b')).toBe(1);
});
