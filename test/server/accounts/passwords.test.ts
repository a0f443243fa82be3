import { expect, test } from 'vitest';
import { systemChance } from '../../../server/accounts/chance.ts';
import { passwordsOf } from '../../../server/accounts/passwords.ts';
import { AccountsUnavailable } from '../../../server/accounts/unavailable.ts';

const passwords = passwordsOf(systemChance);

test('a password is kept as Argon2id, and only it fits, however its letters are composed', async () => {
  const hash = await passwords.hash('caf\u00e9 au lait');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(await passwords.verify({ password: 'cafe\u0301 au lait', hash })).toBe(true);
  expect(await passwords.verify({ password: 'cafe au lait', hash })).toBe(false);
  expect(await passwords.verify({ password: 'x', hash: 'plain' })).toBe(false);
});

test('the same password is never kept the same way twice', async () => {
  expect(await passwords.hash('the same')).not.toBe(await passwords.hash('the same'));
});

test('a storm is worked off a few at a time, and beyond a hundred waiting it is refused', async () => {
  const storm = await Promise.allSettled(Array.from({ length: 110 }, () => passwords.hash('storm')));
  const refused = storm.filter((one) => one.status === 'rejected');
  expect(refused).toHaveLength(8);
  for (const one of refused) expect(one.reason).toBeInstanceOf(AccountsUnavailable);
});
