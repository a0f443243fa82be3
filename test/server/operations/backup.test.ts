import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { openSqliteEventStore } from '../../../server/eventstore/sqlite/store.ts';
import { backupsIn } from '../../../server/operations/backupNames.ts';
import { backUp } from '../../../server/operations/backupNow.ts';
import { fingerprint } from '../../../server/operations/durable.ts';
import { eventsOf } from '../../../server/operations/eventsOf.ts';
import { digestOf } from '../../../server/operations/logDigest.ts';
import { readManifest } from '../../../server/operations/manifest.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import { admin, startAdmin } from './admin.ts';
import { accountsOf, addMember, emptyPlace, filesWith, fill, MEMBER, wholeLog } from './region.ts';

test('a backup of a busy server is a beginning of its log, with every text that it names', async () => {
  const place = await emptyPlace();
  fill(place, 3000);
  const server = fork(join(import.meta.dirname, 'busyServer.child.ts'), [place.dataFolder]);
  onTestFinished(() => void server.kill('SIGKILL'));
  await once(server, 'message');
  const paths: string[] = [];
  for (let round = 0; round < 3; round++) {
    const made = await admin(place.dataFolder, 'backup');
    expect(made.code).toBe(0);
    paths.push(made.out.trim());
  }
  server.kill('SIGKILL');
  await once(server, 'exit');
  const whole = await wholeLog(place);
  let before = 3000;
  for (const path of paths) {
    const manifest = await readManifest(path);
    for (const { path: name, bytes, sha256 } of manifest.files)
      expect(await fingerprint(join(path, name))).toEqual({ bytes, sha256 });
    const store = openSqliteEventStore({ path: join(path, 'log.db') });
    expect(await digestOf(store)).toEqual(manifest.log);
    const events = await Array.fromAsync(eventsOf(store));
    await store.close();
    expect(events).toEqual(whole.slice(0, events.length));
    expect(events.length).toBeGreaterThan(before);
    before = events.length;
    const accounts = new DatabaseSync(join(path, 'accounts.db'), { readOnly: true });
    const texts = new Set(
      accounts
        .prepare('select id from texts')
        .all()
        .map(({ id }) => id),
    );
    accounts.close();
    const named = events.slice(3000).map(({ data }) => data.purposeId);
    expect(named.filter((id) => !texts.has(String(id)))).toEqual([]);
  }
});

test('it holds plain files and says what they are, for the owner only; drafts and files too', async () => {
  const place = await emptyPlace();
  fill(place, 600);
  await (await accountsOf(place)).close();
  const drafts = new DatabaseSync(join(place.dataFolder, 'drafts.db'));
  drafts.exec("create table drafts (body text); insert into drafts values ('a stool')");
  drafts.close();
  await mkdir(join(place.dataFolder, 'files', 'ab'), { recursive: true });
  await writeFile(join(place.dataFolder, 'files', 'ab', 'cdef'), 'a design');
  await writeFile(join(place.dataFolder, 'secret'), 's'.repeat(64), { mode: 0o600 });
  const { path, manifest } = await backUp({
    source: place,
    folder: place.backupFolder,
    now: Date.UTC(2026, 10, 22, 3, 30),
    keep: null,
  });
  expect(path).toBe(join(place.backupFolder, '2026-11-22T03-30-00Z'));
  expect((await readdir(path)).sort()).toEqual(
    ['accounts.db', 'drafts.db', 'erasures.jsonl', 'files', 'log.db', 'manifest.json', 'secret'].sort(),
  );
  expect(manifest.files.map(({ path: name }) => name)).toContain('files/ab/cdef');
  expect(await readManifest(path)).toEqual(manifest);
  expect((await stat(join(path, 'secret'))).mode & 0o777).toBe(0o600);
  expect((await stat(path)).mode & 0o777).toBe(0o700);
  const elsewhere = await emptyPlace();
  expect(await admin(elsewhere.dataFolder, 'restore', '--from', path)).toMatchObject({ code: 0 });
  expect(await readFile(join(elsewhere.dataFolder, 'files/ab/cdef'), 'utf8')).toBe('a design');
  expect(await readdir(elsewhere.dataFolder)).toContain('drafts.db');
});

test('two in the same second stand beside each other', async () => {
  const place = await emptyPlace();
  fill(place, 600);
  const order = { source: place, folder: place.backupFolder, now: 1_790_000_000_000, keep: null };
  const [one, other] = [await backUp(order), await backUp(order)];
  expect(one.path).not.toBe(other.path);
  expect(await backupsIn(place.backupFolder)).toHaveLength(2);
});

test('somebody who was erased is in no backup made afterwards, even where rows were left behind', async () => {
  const place = await emptyPlace();
  fill(place, 600);
  const accounts = await accountsOf(place);
  const memberId = await addMember(place, accounts);
  await accounts.close();
  const line = { memberId, textIds: [], at: '2026-11-22T10:00:00.000Z' };
  await writeFile(join(place.dataFolder, 'erasures.jsonl'), `${JSON.stringify(line)}\n`);
  const { out } = await admin(place.dataFolder, 'backup');
  expect(await filesWith(out.trim(), [MEMBER.name, MEMBER.email, MEMBER.text])).toEqual([]);
});

test('killed in the middle it leaves nothing that looks like a backup, and the next one clears up', async () => {
  const place = await emptyPlace();
  fill(place, 20_000);
  const { child, ended } = startAdmin(place.dataFolder, 'backup');
  await expect
    .poll(async () => (await readdir(place.backupFolder).catch(() => [])).join(), {
      interval: 2,
      timeout: 20_000,
    })
    .toContain('.partial-');
  child.kill('SIGKILL');
  expect((await ended).code).toBeNull();
  expect(await backupsIn(place.backupFolder)).toEqual([]);
  expect((await readdir(place.backupFolder)).join()).toContain('.partial-');
  expect(await admin(place.dataFolder, 'backup')).toMatchObject({ code: 0 });
  expect(await backupsIn(place.backupFolder)).toHaveLength(1);
  expect((await readdir(place.backupFolder)).join()).not.toContain('.partial-');
});

test('two at once in one folder: one is made, the other says why not', async () => {
  const place = await emptyPlace();
  fill(place, 20_000);
  const both = await Promise.all([admin(place.dataFolder, 'backup'), admin(place.dataFolder, 'backup')]);
  const refused = both.filter(({ code }) => code === 1);
  // They may also have come one after the other.
  for (const { err } of refused) expect(err).toContain('Another process works in');
  expect(await backupsIn(place.backupFolder)).toHaveLength(2 - refused.length);
});

test('rotation keeps the newest, and never touches what is no backup of ours', async () => {
  const place = await emptyPlace();
  fill(place, 600);
  const folder = place.backupFolder;
  for (let day = 1; day <= 4; day++)
    await backUp({ source: place, folder, now: Date.UTC(2026, 10, day), keep: null });
  await mkdir(join(folder, '2020-01-01T00-00-00Z'));
  await writeFile(join(folder, '2020-01-01T00-00-00Z', 'holiday.jpg'), 'not ours');
  await mkdir(join(folder, '2020-01-02T00-00-00Z'));
  await writeFile(join(folder, '2020-01-02T00-00-00Z', 'manifest.json'), '{"format":"of somebody else"}');
  await mkdir(join(folder, 'by-hand'));
  await writeFile(join(folder, 'notes.txt'), 'keep these');
  await backUp({ source: place, folder, now: Date.UTC(2026, 10, 5), keep: 2 });
  expect((await readdir(folder)).filter((name) => !name.startsWith('.')).sort()).toEqual([
    '2020-01-01T00-00-00Z',
    '2020-01-02T00-00-00Z',
    '2026-11-04T00-00-00Z',
    '2026-11-05T00-00-00Z',
    'by-hand',
    'notes.txt',
  ]);
});

test('what another program left in the folder under a similar name stays', async () => {
  const place = await emptyPlace();
  fill(place, 600);
  const to = await temporaryFolder();
  await mkdir(join(to, '.partial-download'));
  expect(await admin(place.dataFolder, 'backup', '--to', to)).toMatchObject({ code: 0 });
  expect(await readdir(to)).toContain('.partial-download');
  const manifest = JSON.parse(
    await readFile(join(to, (await backupsIn(to))[0] ?? '', 'manifest.json'), 'utf8'),
  );
  expect(z.object({ log: z.object({ events: z.literal(600) }) }).safeParse(manifest).success).toBe(true);
});
