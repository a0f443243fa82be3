import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { authHandlerOf } from '../../../server/accounts/authHandler.ts';
import { systemChance } from '../../../server/accounts/chance.ts';
import { openAccountsDatabase } from '../../../server/accounts/database.ts';
import { migrate } from '../../../server/accounts/migrations.ts';
import { passwordsOf } from '../../../server/accounts/passwords.ts';
import { signInOf, signInOptions } from '../../../server/accounts/signIn.ts';
import { textsOf } from '../../../server/accounts/texts.ts';
import { AccountsUnavailable } from '../../../server/accounts/unavailable.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import { signUp, TEST_SECRET, visitorOf } from './testAccounts.ts';

/** The parts on one database whose connection can be made to behave as if the disk were full or read-only. */
async function parts() {
  const database = openAccountsDatabase(join(await temporaryFolder(), 'accounts.db'));
  const origin = 'http://localhost:1';
  const passwords = passwordsOf(systemChance);
  const common = {
    database,
    secret: TEST_SECRET,
    publicUrl: origin,
    oidc: [],
    passwords,
    chance: systemChance,
  };
  const settings = { ...common, sendReset: null, log: () => {} };
  await migrate(database, signInOptions(settings));
  const signIn = signInOf(settings);
  const afterwards = () => {};
  const addressOf = () => '127.0.0.1';
  const handler = authHandlerOf({ origin, handle: signIn.handler, addressOf, afterwards, log: () => {} });
  const server = createServer((request, response) => void handler(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await database.close();
  });
  const count = (table: string) =>
    Number(database.reader.prepare(`select count(*) as n from ${table}`).get()?.n);
  return {
    database,
    texts: textsOf(database, () => new Date()),
    count,
    visitor: () => visitorOf(server, origin),
  };
}

test.each([
  ['full', 'storageFull', 'pragma max_page_count = 1', 'pragma max_page_count = 1000000'],
  ['read-only', 'readOnly', 'pragma query_only = on', 'pragma query_only = off'],
])(
  'on a %s disk everything is refused clearly, nothing is half-written, and it recovers by itself',
  async (...row) => {
    const [, reason, spoil, mend] = row;
    const { database, texts, count, visitor } = await parts();
    const long = 'x'.repeat(2_000);
    const put = (id: string) => texts.put({ id, kind: 'note', body: long, author: 'ada' });
    await put('before');
    const rows = count('texts');
    database.writer.exec(spoil);
    // A full disk still has the free places within its pages: fill them.
    const failed = await Promise.allSettled(Array.from({ length: 50 }, (_, index) => put(`t${index}`)));
    const reasons = failed.map((one) => (one.status === 'rejected' ? one.reason : null));
    expect(reasons.every((error) => error instanceof AccountsUnavailable && error.reason === reason)).toBe(
      true,
    );
    expect(count('texts')).toBe(rows);
    const refused = await signUp(visitor(), 'a@example.org', 'N'.repeat(80));
    if (reason === 'readOnly') {
      expect(refused.status).toBe(503);
      expect(await refused.json()).toMatchObject({ type: '/problems/storage-read-only' });
      expect(count('user')).toBe(0);
    }
    expect(count('user')).toBe(count('account'));
    database.writer.exec(mend);
    await put('after');
    expect((await signUp(visitor(), 'b@example.org')).status).toBe(200);
  },
);

test('a full disk in the middle of a sign-up leaves no account without its password', async () => {
  const { database, count, visitor } = await parts();
  let refused = 0;
  database.writer.exec('pragma max_page_count = 1');
  for (let person = 0; person < 40; person++) {
    const answer = await signUp(visitor(), `${'long'.repeat(15)}${person}@example.org`, 'N'.repeat(80));
    expect([200, 429, 507]).toContain(answer.status);
    if (answer.status === 507) refused++;
    if (answer.status !== 200) await database.exclusively((writer) => writer.exec('delete from rateLimit'));
    expect(count('account')).toBe(count('user'));
  }
  expect(refused).toBeGreaterThan(0);
});
