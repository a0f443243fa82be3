import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CLAIM_MS } from '../../../server/accounts/outbox.ts';
import { smtpServer } from './smtpServer.ts';
import { listeningAccounts, PASSWORD, TEST_SECRET, until } from './testAccounts.ts';

const account = { email: 'a@example.org', displayName: 'Ada', password: PASSWORD };

test('a mail leaves once for its key, by the worker, and its words do not stay', async () => {
  const smtp = await smtpServer();
  const { accounts, folder } = await listeningAccounts({ mail: smtp.mail });
  const memberId = (await accounts.members.create(account)) ?? '';
  accounts.mail.start();
  const mail = { key: 'k', memberId, subject: 'Moved', body: 'Your booking of the kiln has moved.' };
  await accounts.mail.add(mail);
  await accounts.mail.add(mail);
  await until(() => smtp.mails.length > 0, 'the mail arrives');
  expect(smtp.mails[0]).toContain('To: a@example.org');
  expect(smtp.mails[0]).toContain('Your booking of the kiln has moved.');
  await until(async () => (await accounts.dataOf(memberId)).mails.length === 0, 'it is marked');
  await accounts.mail.add(mail);
  expect(await accounts.mail.sendDue()).toBe(0);
  expect(smtp.mails).toHaveLength(1);
  expect(await readdir(folder)).toContain('accounts.db');
});

test('a mail that is refused is tried again, with a growing pause, and nothing personal is logged', async () => {
  const smtp = await smtpServer();
  const lines: string[] = [];
  const time = { now: Date.now() };
  const { accounts } = await listeningAccounts({
    mail: smtp.mail,
    clock: () => new Date(time.now),
    log: (_, line) => void lines.push(line),
  });
  const memberId = (await accounts.members.create(account)) ?? '';
  await accounts.mail.add({ key: 'k', memberId, subject: 's', body: 'b' });
  smtp.behaviour.refuse = 2;
  expect(await accounts.mail.sendDue()).toBe(0);
  expect(await accounts.mail.sendDue()).toBe(0);
  time.now += 5_000;
  expect(await accounts.mail.sendDue()).toBe(0);
  time.now += 5_000;
  expect(await accounts.mail.sendDue()).toBe(0);
  time.now += 5_000;
  expect(await accounts.mail.sendDue()).toBe(1);
  expect(smtp.mails).toHaveLength(1);
  expect(lines).toHaveLength(2);
  expect(lines.join()).not.toContain('example.org');
});

test('a server killed while it sends sends again afterwards, under the same Message-ID', async () => {
  const smtp = await smtpServer();
  const time = { now: Date.now() };
  const { accounts, path, origin } = await listeningAccounts({
    mail: smtp.mail,
    clock: () => new Date(time.now),
  });
  const memberId = (await accounts.members.create(account)) ?? '';
  await accounts.mail.add({ key: 'k', memberId, subject: 's', body: 'b' });
  smtp.behaviour.hang = true;
  const script = join(import.meta.dirname, 'sendingProcess.ts');
  const child = fork(script, [path, TEST_SECRET, origin, smtp.mail.url, smtp.mail.from], { execArgv: [] });
  await until(() => smtp.mails.length === 1, 'the mail is on its way');
  child.kill('SIGKILL');
  await once(child, 'exit');
  smtp.behaviour.hang = false;
  expect(await accounts.mail.sendDue()).toBe(0);
  // The other process claimed it by its own clock, which has gone on meanwhile.
  time.now = Date.now() + CLAIM_MS + 1_000;
  expect(await accounts.mail.sendDue()).toBe(1);
  const ids = smtp.mails.map((mail) => /^Message-ID: (.*)$/im.exec(mail)?.[1]);
  expect(ids).toHaveLength(2);
  expect(ids[0]).toBe(ids[1]);
});

test('a member without an address, or erased, gets no mail and holds nothing up', async () => {
  const smtp = await smtpServer();
  const { accounts, folder } = await listeningAccounts({ mail: smtp.mail });
  const guest = await accounts.members.create({ ...account, email: 'badge-7@members.invalid' });
  const ada = await accounts.members.create(account);
  for (const memberId of [guest, 'nobody', ada]) {
    await accounts.mail.add({
      key: `k-${memberId}`,
      memberId: memberId ?? '',
      subject: 's',
      body: 'unsent words',
    });
  }
  expect(await accounts.mail.sendDue()).toBe(1);
  expect(smtp.mails).toHaveLength(1);
  await accounts.erase(ada ?? '');
  expect((await readFile(join(folder, 'accounts.db'))).includes('unsent words')).toBe(false);
});
