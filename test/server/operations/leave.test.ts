import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { digestLog } from '../../../server/eventstore/digest.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import { admin, startAdmin } from './admin.ts';
import { importInto } from './exchange.ts';
import { accountsOf, addMember, emptyPlace, filesWith, fill, MEMBER, openedLog } from './region.ts';

test('what leaves starts elsewhere, equal by digest, from the backup as from the lines', async () => {
  const place = await emptyPlace();
  fill(place, 2000);
  const accounts = await accountsOf(place);
  const memberId = await addMember(place, accounts);
  await accounts.close();
  const folder = join(await temporaryFolder(), 'new', 'home');
  expect(await admin(place.dataFolder, 'leave', '--to', folder)).toMatchObject({ code: 0 });
  expect((await readdir(folder)).sort()).toEqual(['README.txt', 'backup', 'log.jsonl']);
  await using opened = openedLog(place);
  const digest = await digestLog(opened.store);
  expect(await readFile(join(folder, 'README.txt'), 'utf8')).toContain(digest);
  expect(await filesWith(folder, [MEMBER.email])).toEqual(['accounts.db']);

  const elsewhere = await emptyPlace();
  const restored = await admin(elsewhere.dataFolder, 'restore', '--from', join(folder, 'backup'));
  expect(restored).toMatchObject({ code: 0 });
  const verified = await admin(elsewhere.dataFolder, 'verify');
  expect(verified).toMatchObject({ code: 0 });
  expect(verified.out).toContain(digest);
  const there = await accountsOf(elsewhere);
  expect(await there.members.byEmail(MEMBER.email)).toBe(memberId);
  await there.close();
  const third = await emptyPlace();
  expect((await importInto(third, join(folder, 'log.jsonl'))).digest).toBe(digest);
});

test('it is whole while a server books, and both of its logs are the same', async () => {
  const place = await emptyPlace();
  fill(place, 600);
  const server = fork(join(import.meta.dirname, 'busyServer.child.ts'), [place.dataFolder]);
  onTestFinished(() => void server.kill('SIGKILL'));
  await once(server, 'message');
  const folder = await temporaryFolder();
  expect(await admin(place.dataFolder, 'leave', '--to', folder)).toMatchObject({ code: 0 });
  // Checked beside the busy server, too.
  expect(await admin(place.dataFolder, 'verify')).toMatchObject({ code: 0 });
  const manifest = JSON.parse(await readFile(join(folder, 'backup', 'manifest.json'), 'utf8'));
  const elsewhere = await emptyPlace();
  expect((await importInto(elsewhere, join(folder, 'log.jsonl'))).digest).toBe(manifest.log.digest);
});

test('a folder that holds anything is refused', async () => {
  const place = await emptyPlace();
  fill(place, 600);
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'photos'));
  const refused = await admin(place.dataFolder, 'leave', '--to', folder);
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.err).toContain('is not empty');
  expect(await readdir(folder)).toEqual(['photos']);
});

test('killed in the middle it leaves no page that promises anything, and may be repeated', async () => {
  const place = await emptyPlace();
  fill(place, 20_000);
  const folder = await temporaryFolder();
  const { child, ended } = startAdmin(place.dataFolder, 'leave', '--to', folder);
  await expect
    .poll(async () => (await readdir(folder)).join(), { interval: 2, timeout: 20_000 })
    .toContain('.partial-');
  child.kill('SIGKILL');
  await ended;
  expect((await readdir(folder)).filter((name) => !name.startsWith('.'))).toEqual([]);
  expect(await admin(place.dataFolder, 'leave', '--to', folder)).toMatchObject({ code: 0 });
  expect((await readdir(folder)).sort()).toEqual(['README.txt', 'backup', 'log.jsonl']);
});
