import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import type { BackupSource } from '../../../server/operations/backup.ts';
import { projections } from '../../../server/projections.ts';
import { rebuildInWorker } from '../../../server/views/rebuildInWorker.ts';
import { openViews } from '../../../server/views/views.ts';
import { emptyPlace, fill, openedLog } from '../operations/region.ts';

/** Opens and closes the views of a slot. @returns how often they were rebuilt in a worker. */
async function opened({ dataFolder }: BackupSource, slot: number, mayWork: boolean): Promise<number> {
  const log = { dataFolder, eventStoreUrl: null };
  await using place = openedLog({ ...log, backupFolder: join(dataFolder, 'backups') });
  let workers = 0;
  const rebuild = (path: string) => {
    workers++;
    return rebuildInWorker({ log, path, now: 0 });
  };
  const views = await openViews({
    store: place.store,
    folder: dataFolder,
    slot,
    projections,
    clock: () => 0,
    ...(mayWork ? { rebuild } : {}),
  });
  await views.close();
  return workers;
}

/** Every row of every table in the view file of a slot. */
async function rowsOf(folder: string, slot: number): Promise<[table: string, rows: unknown[]][]> {
  const file = (await readdir(folder)).find((name) => name.endsWith(`-${slot}.db`) && /^views-/.test(name));
  using database = new DatabaseSync(join(folder, file ?? 'none'), { readOnly: true });
  const tables = database.prepare(`select name from sqlite_schema where type = 'table' order by name`).all();
  return tables.map(({ name }) => [
    String(name),
    database
      .prepare(`select * from "${name}"`)
      .all()
      .map((row) => JSON.stringify(row, (_key, value) => (typeof value === 'bigint' ? `${value}` : value)))
      .sort(),
  ]);
}

it('many events are folded in a worker, into what they would be here', async () => {
  const place = await emptyPlace();
  fill(place, 1000);
  expect(await opened(place, 0, true)).toBe(1);
  expect(await opened(place, 1, false)).toBe(0);
  const rows = await rowsOf(place.dataFolder, 0);
  expect(rows).toEqual(await rowsOf(place.dataFolder, 1));
  expect(rows.filter(([, found]) => found.length > 0).length).toBeGreaterThan(3);
});

it('few events wait for no worker', async () => {
  expect(await opened(await emptyPlace(), 0, true)).toBe(0);
});
