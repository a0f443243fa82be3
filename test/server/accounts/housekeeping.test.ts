import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openAccountsDatabase } from '../../../server/accounts/database.ts';
import { housekeepingOf } from '../../../server/accounts/housekeeping.ts';
import { listeningAccounts, PASSWORD } from './testAccounts.ts';

test('sessions that ran out are removed with the addresses they hold, others stay', async () => {
  const { accounts, folder } = await listeningAccounts();
  const account = { email: 'a@example.org', displayName: 'Ada', password: PASSWORD };
  const id = (await accounts.members.create(account)) ?? '';
  const cookie = await accounts.sessions.open(id);
  const database = openAccountsDatabase(join(folder, 'accounts.db'));
  const tidyAt = async (instant: Date) => {
    const housekeeping = housekeepingOf(
      database,
      () => instant,
      () => {},
    );
    await housekeeping.tidy();
    housekeeping.close();
  };
  await tidyAt(new Date());
  expect(await accounts.sessions.sessionOf({ cookie })).not.toBeNull();
  await tidyAt(new Date(Date.now() + 61 * 24 * 3_600_000));
  expect((await accounts.dataOf(id)).sessions).toEqual([]);
  await database.close();
});
