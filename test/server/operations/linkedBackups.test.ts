import { existsSync, statSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { pathOf } from '../../../server/files/places.ts';
import { openFileStore } from '../../../server/files/store.ts';
import { backUp } from '../../../server/operations/backupNow.ts';
import { linkWhole } from '../../../server/operations/linkedFiles.ts';
import { stageBackup } from '../../../server/operations/stageBackup.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import { emptyPlace, fill } from './region.ts';

const CONTENT = 'ISO-10303-21;\nof a bracket';
const SHARED_MEMORY = '/dev/shm';
const hasAnotherDisk = existsSync(SHARED_MEMORY) && statSync(SHARED_MEMORY).dev !== statSync(tmpdir()).dev;

/** A place with one file of a design, and how to back it up on a day of November into a folder. */
async function placeWithFile() {
  const place = await emptyPlace();
  fill(place, 600);
  const files = await openFileStore(place.dataFolder, 0);
  const { fileId } = await files.take(Readable.from([Buffer.from(CONTENT)]), async () => {});
  const backUpOn = async (day: number, { folder = place.backupFolder, keep = 9 } = {}) =>
    (await backUp({ source: place, folder, now: Date.UTC(2026, 10, day), keep })).path;
  const copyIn = (backup: string) => join(backup, 'files', pathOf(fileId));
  return { place, files, fileId, backUpOn, copyIn };
}

/** Stages a backup as a restore does. @returns what the file holds there, or why the backup is refused. */
async function restored(backup: string, fileId: string): Promise<string> {
  const staged = await temporaryFolder();
  return await stageBackup(backup, staged, []).then(
    () => readFile(join(staged, 'files', pathOf(fileId)), 'utf8'),
    (error: unknown) => String(error),
  );
}

test('backups of one folder share what has not changed, and the last restores when the first is gone', async () => {
  const { fileId, backUpOn, copyIn } = await placeWithFile();
  const [first, second] = [await backUpOn(1), await backUpOn(2)];
  const [one, other] = [await stat(copyIn(first)), await stat(copyIn(second))];
  expect([other.ino, other.nlink, other.mode & 0o777]).toEqual([one.ino, 2, 0o600]);
  const third = await backUpOn(3, { keep: 1 });
  expect((await stat(copyIn(third))).nlink).toBe(1);
  expect(existsSync(first) || existsSync(second)).toBe(false);
  expect(await restored(third, fileId)).toBe(CONTENT);
});

test('a shared copy that was damaged is refused in every backup that has it, and the next backup has a whole one', async () => {
  const { fileId, backUpOn, copyIn } = await placeWithFile();
  const [first, second] = [await backUpOn(1), await backUpOn(2)];
  // As long as it was, and so only its content tells.
  await writeFile(copyIn(first), CONTENT.toUpperCase());
  for (const backup of [first, second])
    expect(await restored(backup, fileId)).toContain(`files/${pathOf(fileId)} is not what was backed up`);
  const third = await backUpOn(3);
  expect(await restored(third, fileId)).toBe(CONTENT);
  // And it is the whole one that goes on.
  const fourth = await backUpOn(4);
  expect((await stat(copyIn(fourth))).ino).toBe((await stat(copyIn(third))).ino);
});

test('a file that was withdrawn since, and one that came since, stand as they are now', async () => {
  const { place, files, fileId, backUpOn, copyIn } = await placeWithFile();
  await backUpOn(1);
  await rm(join(place.dataFolder, 'files', pathOf(fileId)));
  const came = await files.take(Readable.from([Buffer.from('a nut')]), async () => {});
  const second = await backUpOn(2);
  expect(existsSync(copyIn(second))).toBe(false);
  expect(await restored(second, came.fileId)).toBe('a nut');
});

test('what cannot be linked to is left for a copy', async () => {
  const { fileId, backUpOn, copyIn } = await placeWithFile();
  const [backup, to] = [await backUpOn(1), join(await temporaryFolder(), fileId)];
  expect(await linkWhole(`${copyIn(backup)}0`, to)).toBeNull();
  expect(await linkWhole(join(backup, 'log.db'), to)).toBeNull();
  await writeFile(to, 'in the way');
  expect(await linkWhole(copyIn(backup), to)).toBeNull();
  expect(await readFile(to, 'utf8')).toBe('in the way');
});

test.runIf(hasAnotherDisk)('on another disk each is whole, and shares with those beside it', async () => {
  const { fileId, backUpOn, copyIn } = await placeWithFile();
  const folder = await mkdtemp(join(SHARED_MEMORY, 'commonwright-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const here = await backUpOn(1);
  const [first, second] = [await backUpOn(2, { folder }), await backUpOn(3, { folder })];
  expect((await stat(copyIn(second))).ino).toBe((await stat(copyIn(first))).ino);
  expect(await linkWhole(copyIn(here), join(folder, fileId))).toBeNull();
  expect(await restored(second, fileId)).toBe(CONTENT);
});
