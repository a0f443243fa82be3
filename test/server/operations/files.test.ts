import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { pathOf } from '../../../server/files/places.ts';
import { openFileStore } from '../../../server/files/store.ts';
import { sweepOnce } from '../../../server/files/sweep.ts';
import type { BackupSource } from '../../../server/operations/backup.ts';
import { filesBelow } from '../../../server/operations/durable.ts';
import { namedFilesInWorker } from '../../../server/operations/namedFilesInWorker.ts';
import { designEvents as dataOfEvent } from '../../../shared/designs/events.ts';
import golden from '../../golden/DesignPublished.v1.json' with { type: 'json' };
import { temporaryFolder } from '../../temporaryFolder.ts';
import { pdf, telephoneJpeg } from '../files/photographs.ts';
import { admin } from './admin.ts';
import { emptyPlace, eventOf, fill, openedLog } from './region.ts';

const MACHINE = '0b7e4d1c-52a9-4f0e-9c3d-000000000003';
const WORKSHOP = '0b7e4d1c-52a9-4f0e-9c3d-000000000001';
const OTHER = '0b7e4d1c-52a9-4f0e-9c3d-000000000009';

/** A place with a log that names a photograph and a manual, and withdrew another; and with a file that nothing names. */
async function placeWithFiles() {
  const place = await emptyPlace();
  fill(place, 600);
  const files = await openFileStore(place.dataFolder, 0);
  const keep = async (bytes: Buffer) =>
    (
      await files.take(
        (async function* () {
          yield bytes;
        })(),
        async () => {},
      )
    ).fileId;
  const photograph = await keep(telephoneJpeg());
  const manual = await keep(pdf());
  const orphan = await keep(pdf('Nobody’s'));
  const withdrawn = '5b41362bc82b7f3d56edc5a306db22105707d01ff4819e26faef9724a2d406c9';
  const of = { machineId: MACHINE, workshopId: WORKSHOP };
  await using opened = openedLog(place);
  await opened.store.append(
    `machine-${MACHINE}`,
    [
      eventOf('PhotographAdded', { ...of, fileId: photograph }),
      eventOf('ManualAttached', { ...of, fileId: manual, name: 'Manual' }),
      eventOf('PhotographAdded', { ...of, fileId: withdrawn }),
    ],
    'any',
  );
  const reason = { fileId: withdrawn, reasonId: OTHER, withdrawnBy: OTHER };
  await opened.store.append(`file-${withdrawn}`, [eventOf('FileWithdrawn', reason)], 'none');
  return { place, photograph, manual, orphan };
}

const held = async ({ dataFolder }: Pick<BackupSource, 'dataFolder'>) => {
  const folder = join(dataFolder, 'files');
  const paths = await filesBelow(folder);
  return Object.fromEntries(
    await Promise.all(
      paths.map(async (path) => [path, (await readFile(join(folder, path))).toString('base64')] as const),
    ),
  );
};
/** The views can't be built of a log whose machine nobody registered: verify says so, and of files nothing. */
const wrongFiles = (out: string) => out.split('\n').filter((line) => /^WRONG: .*file/i.test(line));

test('a backup carries the files, and a restore brings them back, each as it was', async () => {
  const { place } = await placeWithFiles();
  // What is just coming in is nobody’s yet.
  await mkdir(join(place.dataFolder, 'incoming', '0'), { recursive: true });
  await writeFile(join(place.dataFolder, 'incoming', '0', 'half'), 'half');
  const made = await admin(place.dataFolder, 'backup');
  expect(made).toMatchObject({ code: 0 });
  const elsewhere = await emptyPlace();
  expect(await admin(elsewhere.dataFolder, 'restore', '--from', made.out.trim())).toMatchObject({ code: 0 });
  expect(await held(elsewhere)).toEqual(await held(place));
  expect(Object.keys(await held(place))).toHaveLength(3);
  expect(await readdir(elsewhere.dataFolder)).not.toContain('incoming');
});

test('a backup whose file is damaged or missing is refused, and nothing is restored', async () => {
  const { place, manual } = await placeWithFiles();
  const backup = (await admin(place.dataFolder, 'backup')).out.trim();
  const path = join(backup, 'files', pathOf(manual));
  const whole = await readFile(path);
  const elsewhere = await emptyPlace();
  await writeFile(path, 'rot');
  const damaged = await admin(elsewhere.dataFolder, 'restore', '--from', backup);
  expect([damaged.code, damaged.err]).toEqual([
    1,
    expect.stringContaining(`files/${pathOf(manual)} is not what`),
  ]);
  await rm(path);
  const missing = await admin(elsewhere.dataFolder, 'restore', '--from', backup);
  expect([missing.code, missing.err]).toEqual([1, expect.stringContaining('is missing')]);
  expect(await held(elsewhere)).toEqual({});
  await writeFile(path, whole);
  expect(await admin(elsewhere.dataFolder, 'restore', '--from', backup)).toMatchObject({ code: 0 });
});

test('verify finds a damaged file, one that is missing, and one that nobody knows, each by name', async () => {
  const { place, photograph, manual } = await placeWithFiles();
  const well = await admin(place.dataFolder, 'verify');
  expect(wrongFiles(well.out)).toEqual([]);
  expect(well.out).toContain('3 files; 3 named by events, 1 withdrawn.');

  const at = (id: string) => join(place.dataFolder, 'files', pathOf(id));
  await writeFile(at(photograph), telephoneJpeg());
  await rm(at(manual));
  await writeFile(join(place.dataFolder, 'files', 'notes.txt'), 'Mine.');
  const ill = await admin(place.dataFolder, 'verify');
  expect(ill.code).toBe(1);
  const wrong = wrongFiles(ill.out).join('\n');
  expect(wrong).toContain(`The file ${photograph} is damaged`);
  expect(wrong).toContain(`The file ${manual}, which events name, is missing.`);
  expect(wrong).toContain('holds 1 other files');
});

test('an export brings the files along beside it, and an import takes them in', async () => {
  const { place, photograph } = await placeWithFiles();
  const file = join(await temporaryFolder(), 'region.jsonl');
  expect(await admin(place.dataFolder, 'export', '--to', file)).toMatchObject({ code: 0 });
  expect((await readdir(dirname(file))).sort()).toEqual(['region.jsonl', 'region.jsonl.files']);
  const elsewhere = await emptyPlace();
  const imported = await admin(elsewhere.dataFolder, 'import', '--from', file);
  expect(imported).toMatchObject({ code: 0 });
  expect(imported.out).toContain('3 files');
  expect(await held(elsewhere)).toEqual(await held(place));

  await writeFile(join(`${file}.files`, pathOf(photograph)), 'rot');
  const third = await emptyPlace();
  const refused = await admin(third.dataFolder, 'import', '--from', file);
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('is damaged')]);
  expect(await held(third)).toEqual({});
  expect(await readdir(third.dataFolder)).not.toContain('log.db');
});

test('what leaves has the files with it', async () => {
  const { place } = await placeWithFiles();
  const folder = join(await temporaryFolder(), 'new');
  expect(await admin(place.dataFolder, 'leave', '--to', folder)).toMatchObject({ code: 0 });
  expect(await held({ dataFolder: join(folder, 'backup') })).toEqual(await held(place));
  expect(await readFile(join(folder, 'README.txt'), 'utf8')).toContain('backup/files');
});

/** A place whose log publishes a design with a model, and the ids of its content and model. */
async function placeWithDesign() {
  const place = await emptyPlace();
  const files = await openFileStore(place.dataFolder, 0);
  const model = await files.take(Readable.from([Buffer.from('ISO-10303-21;\n')]), async () => {});
  const content = await files.take(Readable.from([Buffer.from('{"format":1}')]), async () => {});
  const data = dataOfEvent.DesignPublished.parse({
    ...golden.data,
    contentId: content.fileId,
    summary: { ...golden.data.summary, picture: null },
    files: [model.fileId],
    uses: [],
    forkedFrom: null,
    workshopId: null,
  });
  await using opened = openedLog(place);
  await opened.store.append(`design-${data.designId}`, [eventOf('DesignPublished', data)], 'none');
  return { place, ids: [content.fileId, model.fileId] };
}

test('contents and files of designs are verified, backed up, taken along and never swept away', async () => {
  const { place, ids } = await placeWithDesign();
  const both = ids.map(pathOf).sort();
  expect((await admin(place.dataFolder, 'verify')).out).toContain('2 files; 2 named by events');
  const elsewhere = await emptyPlace();
  const backup = (await admin(place.dataFolder, 'backup')).out.trim();
  expect(await admin(elsewhere.dataFolder, 'restore', '--from', backup)).toMatchObject({ code: 0 });
  expect(Object.keys(await held(elsewhere)).sort()).toEqual(both);
  const file = join(await temporaryFolder(), 'region.jsonl');
  await admin(place.dataFolder, 'export', '--to', file);
  const third = await emptyPlace();
  expect(await admin(third.dataFolder, 'import', '--from', file)).toMatchObject({ code: 0 });
  expect(Object.keys(await held(third)).sort()).toEqual(both);

  const files = await openFileStore(place.dataFolder, 0);
  const inAMonth = () => Date.now() + 30 * 86_400_000;
  const namedOf = (asked: readonly string[]) => namedFilesInWorker({ ...place }, asked);
  expect(await sweepOnce({ files, namedOf, drafted: () => new Set(), clock: inAMonth })).toBe(0);
  for (const id of ids) await rm(join(place.dataFolder, 'files', pathOf(id)));
  const ill = await admin(place.dataFolder, 'verify');
  for (const id of ids) expect(ill.out).toContain(`The file ${id}, which events name, is missing.`);
});

test('a file that only a draft names is not swept away', async () => {
  const { place, orphan } = await placeWithFiles();
  const files = await openFileStore(place.dataFolder, 0);
  const sweep = (drafted: ReadonlySet<string>) =>
    sweepOnce({
      files,
      namedOf: (ids) => namedFilesInWorker({ ...place }, ids),
      drafted: () => drafted,
      clock: () => Date.now() + 30 * 86_400_000,
    });
  expect(await sweep(new Set([orphan]))).toBe(0);
  expect(await sweep(new Set())).toBe(1);
});

test('the sweep takes what nothing has named for a week, and nothing else', async () => {
  const { place, photograph, manual, orphan } = await placeWithFiles();
  const files = await openFileStore(place.dataFolder, 0);
  const young = await files.take(
    createReadStream(join(place.dataFolder, 'files', pathOf(orphan))),
    async () => {},
  );
  expect(young.fileId).toBe(orphan);
  const sweep = (now: number) =>
    sweepOnce({
      files,
      namedOf: (ids) => namedFilesInWorker({ ...place }, ids),
      drafted: () => new Set(),
      clock: () => now,
    });
  expect(await sweep(Date.now() + 6 * 86_400_000)).toBe(0);
  const longAgo = new Date(Date.now() - 8 * 86_400_000);
  for (const id of [photograph, manual, orphan]) {
    await utimes(join(place.dataFolder, 'files', pathOf(id)), longAgo, longAgo);
  }
  expect(await sweep(Date.now())).toBe(1);
  expect(Object.keys(await held(place)).sort()).toEqual([photograph, manual].map(pathOf).sort());
  // Once is enough.
  expect(await sweep(Date.now())).toBe(0);
});
