import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { copyLog } from '../../../server/demo/publish.ts';
import { digestLog, EMPTY_DIGEST } from '../../../server/eventstore/digest.ts';
import { logFile } from '../../../server/eventstore/open.ts';
import { openSqliteEventStore } from '../../../server/eventstore/sqlite/store.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import { digestOf, fill } from './filled.ts';

test('the same seed and hour make the same log; a folder that holds something is left alone', async () => {
  const [one, other, different] = [await temporaryFolder(), await temporaryFolder(), await temporaryFolder()];
  expect(await fill(one)).toBe('filled');
  expect(await fill(other)).toBe('filled');
  expect(await fill(different, 'another')).toBe('filled');
  expect(await digestOf(one)).toBe(await digestOf(other));
  expect(await digestOf(one)).not.toBe(await digestOf(different));
  expect(await fill(one, 'another')).toBe('notEmpty');
  expect(await digestOf(one)).toBe(await digestOf(other));
  rmSync(logFile(other));
  expect(await fill(other), 'the accounts hold people').toBe('notEmpty');
});

test('killed in the middle, nothing of the region is there, and the next start fills it whole', async () => {
  const [folder, whole] = [await temporaryFolder(), await temporaryFolder()];
  const script = join(import.meta.dirname, 'filler.child.ts');
  const child = spawn('node', [script, folder], { stdio: 'inherit' });
  const ended = once(child, 'exit');
  const making = join(folder, 'demo-in-the-making', 'log.db-wal');
  const deadline = Date.now() + 30_000;
  while (!(existsSync(making) && statSync(making).size > 300_000) && Date.now() < deadline) await pause(5);
  child.kill('SIGKILL');
  await ended;
  expect(existsSync(making)).toBe(true);
  expect(existsSync(logFile(folder))).toBe(false);
  expect(await fill(folder)).toBe('filled');
  await fill(whole);
  expect(await digestOf(folder)).toBe(await digestOf(whole));
  expect(existsSync(join(folder, 'demo-in-the-making'))).toBe(false);
});

test('killed between accounts and log, it is filled anew', async () => {
  const folder = await temporaryFolder();
  await fill(folder);
  const digest = await digestOf(folder);
  rmSync(logFile(folder));
  mkdirSync(join(folder, 'demo-in-the-making'));
  expect(await fill(folder)).toBe('filled');
  expect(await digestOf(folder)).toBe(digest);
});

test('a copy onto another log that was cut off goes on where it was', async () => {
  const folder = await temporaryFolder();
  await fill(folder);
  const from = openSqliteEventStore({ path: logFile(folder) });
  const path = join(folder, 'other.db');
  const begun = openSqliteEventStore({ path });
  const first = await from.readAll({ limit: 200 });
  for (const { stream, revision, id, type, data, metadata } of first) {
    await begun.append(stream, [{ id, type, data, metadata }], revision === 0 ? 'none' : revision - 1);
  }
  await begun.close();
  const head = await copyLog(from, openSqliteEventStore({ path }));
  const copy = openSqliteEventStore({ path });
  expect(await copy.head()).toBe(head);
  const digest = await digestLog(copy);
  expect(digest).toBe(await digestLog(from));
  expect(digest).not.toBe(EMPTY_DIGEST);
  await copy.close();
  await from.close();
});
