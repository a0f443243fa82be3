import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openAccounts } from '../../../server/accounts/accounts.ts';
import { TooManyRequests } from '../../../server/accounts/keyUse.ts';
import { PIN_TRIES } from '../../../server/accounts/pins.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import { TEST_SECRET } from './testAccounts.ts';

async function someAccounts() {
  const folder = await temporaryFolder();
  const path = join(folder, 'accounts.db');
  const clock = { now: Date.parse('2026-11-22T10:00:00Z') };
  const accounts = await openAccounts({
    path,
    secret: TEST_SECRET,
    publicUrl: 'http://localhost',
    clock: () => new Date(clock.now),
  });
  onTestFinished(() => accounts.close());
  return { accounts, clock, path };
}

describe('a badge', () => {
  it('belongs to one member, however its number is written', async () => {
    const { accounts } = await someAccounts();
    const [anna, bela, host] = [randomUUID(), randomUUID(), randomUUID()];
    const added = await accounts.badges.add({ number: '04:a2:1b', memberId: anna, addedBy: host });
    expect(added.outcome).toBe('added');
    expect(await accounts.badges.add({ number: '04A2 1B', memberId: anna, addedBy: host })).toEqual(added);
    expect(await accounts.badges.add({ number: '04a21b', memberId: bela, addedBy: host })).toEqual({
      outcome: 'taken',
    });
    expect(accounts.badges.memberOf('04-A2-1B')).toBe(anna);
    expect(accounts.badges.memberOf('04A21C')).toBeNull();
  });

  it('is given to one of many who are given it at once', async () => {
    const { accounts } = await someAccounts();
    const members = Array.from({ length: 12 }, () => randomUUID());
    const outcomes = await Promise.all(
      members.map((memberId) => accounts.badges.add({ number: '77', memberId, addedBy: memberId })),
    );
    expect(outcomes.filter(({ outcome }) => outcome === 'added')).toHaveLength(1);
  });

  it('opens nothing any more once it is taken away, and only its holder’s can be', async () => {
    const { accounts } = await someAccounts();
    const [anna, host] = [randomUUID(), randomUUID()];
    await accounts.badges.add({ number: '04A21B', memberId: anna, addedBy: host });
    const [badge] = await accounts.badges.of(anna);
    expect(await accounts.badges.remove(host, badge?.badgeId ?? '')).toBe(false);
    expect(await accounts.badges.remove(anna, badge?.badgeId ?? '')).toBe(true);
    expect(accounts.badges.memberOf('04A21B')).toBeNull();
  });

  it('stands nowhere in the file in plain, but can be told to readers', async () => {
    const { accounts, path } = await someAccounts();
    const anna = randomUUID();
    await accounts.badges.add({ number: 'CAFE0123456789', memberId: anna, addedBy: anna });
    expect(accounts.badges.numbersOf([anna])).toEqual([{ memberId: anna, number: 'CAFE0123456789' }]);
    const bytes = [path, `${path}-wal`].map((file) => readFileSync(file, 'latin1')).join('');
    expect(bytes).toContain(anna);
    expect(bytes).not.toContain('CAFE0123456789');
  });

  it('goes with its holder when they are erased', async () => {
    const { accounts } = await someAccounts();
    const memberId = await accounts.members.create({
      email: 'anna@example.org',
      displayName: 'Anna',
      password: null,
    });
    if (memberId === null) throw new Error('the address is taken');
    await accounts.badges.add({ number: '04A21B', memberId, addedBy: memberId });
    await accounts.pins.set(memberId, '482913');
    await accounts.erase(memberId);
    expect(accounts.badges.memberOf('04A21B')).toBeNull();
    expect(await accounts.pins.has(memberId)).toBe(false);
  });
});

describe('a PIN', () => {
  it('is checked, changed and taken away', async () => {
    const { accounts } = await someAccounts();
    const anna = randomUUID();
    await accounts.pins.set(anna, '482913');
    expect(await accounts.pins.verify(anna, '482913')).toBe(true);
    await accounts.pins.set(anna, '115500');
    expect(await accounts.pins.verify(anna, '482913')).toBe(false);
    await accounts.pins.remove(anna);
    expect(await accounts.pins.verify(anna, '115500')).toBe(false);
  });

  it('bears five tries in a quarter of an hour, also for nobody', async () => {
    const { accounts, clock } = await someAccounts();
    const anna = randomUUID();
    await accounts.pins.set(anna, '482913');
    for (const memberId of [anna, randomUUID()]) {
      const tries = Array.from({ length: PIN_TRIES.maximum }, () => accounts.pins.verify(memberId, '000000'));
      expect(await Promise.all(tries)).toEqual(tries.map(() => false));
      await expect(accounts.pins.verify(memberId, '482913')).rejects.toBeInstanceOf(TooManyRequests);
    }
    clock.now += PIN_TRIES.windowMs;
    expect(await accounts.pins.verify(anna, '482913')).toBe(true);
  });
});
