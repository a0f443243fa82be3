import { copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import type { Accounts } from '../../../server/accounts/accounts.ts';
import { eraseRows } from '../../../server/accounts/eraseRows.ts';
import { eraseFromFile, reapplyErasures } from '../../../server/accounts/erasure.ts';
import { defaultPreferences } from '../../../shared/notices/preferences.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import { wordsInFiles } from '../../wordsInFiles.ts';
import { forkAccounts } from './fork.ts';
import { listeningAccounts, PASSWORD, signUp, until } from './testAccounts.ts';

const EMAIL = 'zebulon.quirk@example.org';
const NAME = 'Zebulon Quirk';
const BODY = 'For the left hinge of my xylophone';
const ABOUT = 'Kept the vulcaniser running overnight';
const ENDPOINT = 'https://push.example/zebulons-own-phone';
const SECRETS = [EMAIL, NAME, BODY, ABOUT, 'Quirkphone', 'Hello Zebulon', ENDPOINT];

const found = (folder: string) => wordsInFiles(folder, SECRETS);

/** A member with traces in every table, among forty others so that pages fill, split and merge. */
async function populated(accounts: Accounts) {
  const memberId =
    (await accounts.members.create({ email: EMAIL, displayName: NAME, password: PASSWORD })) ?? '';
  const texts = Array.from({ length: 400 }, (_, index) => {
    const mine = index % 10 === 3;
    const body = mine
      ? `${BODY} ${index} ${'and on '.repeat(index)}`
      : `Somebody else's words ${'so on '.repeat(index)}`;
    return {
      id: `text-${index}`,
      kind: 'bookingPurpose',
      body,
      author: mine ? memberId : `other-${index % 40}`,
    };
  });
  for (const text of texts) await accounts.texts.put(text);
  await accounts.texts.put({
    id: 'about',
    kind: 'pauseReason',
    body: ABOUT,
    author: 'steward',
    subject: memberId,
  });
  await accounts.notices.add({ id: 'n', memberId, kind: 'moved', params: { greeting: 'Hello Zebulon' } });
  await accounts.mail.add({ key: 'k1', memberId, subject: 'Hello Zebulon', body: 'Your booking' });
  await accounts.mail.add({
    key: 'k2',
    memberId: 'other',
    about: [memberId],
    subject: 's',
    body: `${NAME} booked`,
  });
  await accounts.members.change(memberId, { language: 'pt-BR', theme: 'dark' });
  await accounts.keys.create({ memberId, name: 'Quirkphone', scopes: ['read'] });
  const keys = { p256dh: 'A'.repeat(87), auth: 'B'.repeat(22) };
  await accounts.push.subscribe(memberId, { endpoint: ENDPOINT, keys });
  await accounts.push.say(memberId, { subject: 'Hello Zebulon', body: 'Your booking', path: '/' });
  await accounts.calendarFeeds.create(memberId, null);
  await accounts.noticeSwitches.set(memberId, { ...defaultPreferences, digest: { mail: false } });
  await accounts.sessions.open(memberId);
  return memberId;
}

const settings = { mail: { kind: 'print', print: () => {} } } as const;

test('erasing removes every byte from the database, its log and every backup, and leaves the others', async () => {
  const backups = await temporaryFolder();
  const { accounts, folder, path } = await listeningAccounts({ ...settings, backupFolders: [backups] });
  const memberId = await populated(accounts);
  const cookie = await accounts.sessions.open(memberId);
  for (const stamp of ['2026-11-20', '2026-11-21']) {
    await mkdir(join(backups, stamp));
    const source = new DatabaseSync(path, { readOnly: true });
    source.exec(`vacuum into '${join(backups, stamp, 'accounts.db')}'`);
    source.close();
  }
  expect((await found(folder)).length).toBeGreaterThan(5);
  expect((await found(backups)).length).toBeGreaterThan(10);
  expect(await accounts.sessions.sessionOf({ cookie })).not.toBeNull();

  expect(await accounts.erase(memberId)).toEqual({ vanished: true, failedCopies: [] });

  expect(await found(folder)).toEqual([]);
  expect(await found(backups)).toEqual([]);
  expect(await accounts.sessions.sessionOf({ cookie })).toBeNull();
  expect((await accounts.members.names([memberId])).get(memberId)).toBeNull();
  const texts = await accounts.texts.get(Array.from({ length: 400 }, (_, index) => `text-${index}`));
  expect(texts.size).toBe(360);
  const held = await accounts.dataOf(memberId);
  expect(held.account).toBeNull();
  expect([held.keys, held.sessions, held.notices, held.mails, held.textsWritten].flat()).toEqual([]);
  const copy = new DatabaseSync(join(backups, '2026-11-21', 'accounts.db'));
  expect(copy.prepare('select count(*) as n from texts').get()).toEqual({ n: 360 });
  expect(copy.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
  copy.close();
});

test('erasing waits for a reader in another process, and the bytes are gone as soon as it lets go', async () => {
  const { accounts, folder, path, origin } = await listeningAccounts(settings);
  const memberId = await populated(accounts);
  const other = await forkAccounts(path, origin);
  expect(await other.ask({ order: 'beginReading' })).toBe(1);
  const erased = accounts.erase(memberId);
  await until(
    async () => (await accounts.members.names([memberId])).get(memberId) === null,
    'the rows are gone',
  );
  // The others go on meanwhile.
  await accounts.texts.put({ id: 'meanwhile', kind: 'note', body: 'still here', author: 'other' });
  await other.ask({ order: 'endReading' });
  expect(await erased).toEqual({ vanished: true, failedCopies: [] });
  expect(await found(folder)).toEqual([]);
  expect((await accounts.texts.get(['meanwhile'])).size).toBe(1);
});

test('a reader who does not let go in time: the rows are gone, and the bytes follow in the background', async () => {
  const { accounts, folder, path } = await listeningAccounts(settings);
  const memberId = await populated(accounts);
  const reader = new DatabaseSync(path, { readOnly: true });
  reader.exec('begin');
  reader.prepare('select count(*) from user').get();
  expect(await accounts.erase(memberId, 300)).toMatchObject({ vanished: false });
  expect(await found(folder)).not.toEqual([]);
  reader.exec('commit');
  reader.close();
  await until(async () => (await found(folder)).length === 0, 'the bytes are gone');
});

test('an erasure that was cut off is finished by the next start', async () => {
  const first = await listeningAccounts(settings);
  const memberId = await populated(first.accounts);
  await first.close();
  // The rows removed by a process that was killed before the bytes were.
  const killed = new DatabaseSync(first.path);
  killed.exec('pragma secure_delete = off');
  eraseRows(killed, memberId, []);
  killed.close();
  expect(await found(first.folder)).not.toEqual([]);
  await listeningAccounts({ ...settings, folder: first.folder });
  expect(await found(first.folder)).toEqual([]);
});

test('a restored older backup is erased anew at the start', async () => {
  const first = await listeningAccounts(settings);
  const memberId = await populated(first.accounts);
  const away = await temporaryFolder();
  const source = new DatabaseSync(first.path, { readOnly: true });
  source.exec(`vacuum into '${join(away, 'accounts.db')}'`);
  source.close();
  await first.accounts.erase(memberId);
  await first.close();
  for (const ending of ['', '-wal', '-shm']) await rm(first.path + ending, { force: true });
  await copyFile(join(away, 'accounts.db'), first.path);
  expect((await found(first.folder)).length).toBeGreaterThan(5);
  const restored = await listeningAccounts({ ...settings, folder: first.folder });
  expect(await found(first.folder)).toEqual([]);
  expect((await restored.accounts.members.names([memberId])).get(memberId)).toBeNull();

  // The same by hand, for a copy that is not opened by the program.
  expect((await found(away)).length).toBeGreaterThan(5);
  await reapplyErasures(join(away, 'accounts.db'), [join(first.folder, 'erasures.jsonl')]);
  expect(await found(away)).toEqual([]);
  expect(eraseFromFile(join(away, 'accounts.db'), memberId, [])).toBe(false);
});

test('a backup that cannot be read is named, and the rest is erased all the same', async () => {
  const backups = await temporaryFolder();
  const { accounts, folder } = await listeningAccounts({ ...settings, backupFolders: [backups] });
  const memberId = await populated(accounts);
  await mkdir(join(backups, 'broken'));
  await copyFile(import.meta.filename, join(backups, 'broken', 'accounts.db'));
  const outcome = await accounts.erase(memberId);
  expect(outcome).toEqual({ vanished: true, failedCopies: [join(backups, 'broken', 'accounts.db')] });
  expect(await found(folder)).toEqual([]);
});

test('somebody erased may sign up again, as somebody new', async () => {
  const { accounts, visitor, path } = await listeningAccounts();
  const ada = visitor();
  await signUp(ada, EMAIL, NAME);
  const before = await accounts.sessions.sessionOf({ cookie: ada.cookie() });
  const limits = () => new DatabaseSync(path, { readOnly: true }).prepare('select key from rateLimit').all();
  expect(limits()).toEqual([{ key: '127.0.0.1|/sign-up/email' }]);
  await accounts.erase(before?.memberId ?? '');
  expect(limits()).toEqual([]);
  expect(await accounts.sessions.sessionOf({ cookie: ada.cookie() })).toBeNull();
  const again = visitor();
  expect((await signUp(again, EMAIL, NAME)).status).toBe(200);
  const after = await accounts.sessions.sessionOf({ cookie: again.cookie() });
  expect(after?.memberId).not.toBe(before?.memberId);
});
