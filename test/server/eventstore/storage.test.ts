import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppendRefused, type EventStore, StoreUnavailable } from '../../../server/eventstore/port.ts';
import { openLogDatabase } from '../../../server/eventstore/sqlite/database.ts';
import { openSqliteEventStore } from '../../../server/eventstore/sqlite/store.ts';
import { someEvent } from './someEvent.ts';

let folder: string;
let path: string;
let database: DatabaseSync;
let store: EventStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commonwright-storage-'));
  path = join(folder, 'log.db');
  database = openLogDatabase(path);
  store = openSqliteEventStore({ path, database });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const large = () => someEvent({ data: { text: 'x'.repeat(200_000) } });
const revisions = async () => (await store.read('item-1', { limit: 1000 })).map((event) => event.revision);
const refused = (reason: string) => expect.objectContaining({ name: 'AppendRefused', reason });
const works = (command: string, ...words: string[]) => spawnSync(command, words).status === 0;

/** No page more than the log has: to SQLite the same as a disk without room, on any machine. */
function leaveRoom(pages: number): void {
  const count = database.prepare('pragma page_count').get()?.page_count;
  database.exec(`pragma max_page_count = ${Number(count) + pages}`);
}

describe('without room', () => {
  test('an append is refused as a whole, says why, and the next one works when there is room', async () => {
    await store.append('item-1', [someEvent()], 'none');
    leaveRoom(4);
    for (let again = 0; again < 3; again++) {
      const refusal = store.append('item-1', [someEvent(), large()], 0);
      await expect(refusal).rejects.toThrow(AppendRefused);
      await expect(refusal).rejects.toMatchObject({ reason: 'storageFull' });
    }
    expect(await revisions()).toEqual([0]);
    leaveRoom(1_000_000);
    expect(await store.append('item-1', [someEvent(), large()], 0)).toMatchObject({ revision: 2 });
    expect(await revisions()).toEqual([0, 1, 2]);
  });

  test('a stream that was never written stays unknown', async () => {
    leaveRoom(0);
    await expect(store.append('item-1', [large()], 'none')).rejects.toMatchObject({ reason: 'storageFull' });
    expect(database.prepare('select count(*) as count from streams').get()).toEqual({ count: 0 });
    leaveRoom(1_000_000);
    expect(await store.append('item-1', [large()], 'none')).toMatchObject({ revision: 0 });
  });

  test('a large append does not take down the small ones that wait with it', async () => {
    await store.append('item-1', [someEvent()], 'none');
    leaveRoom(10);
    const outcomes = await Promise.allSettled([
      store.append('item-1', [someEvent()], 0),
      store.append('item-2', [large()], 'none'),
      store.append('item-1', [someEvent()], 1),
      store.append('item-1', [someEvent()], 1),
    ]);
    expect(outcomes).toMatchObject([
      { status: 'fulfilled', value: { outcome: 'appended', revision: 1 } },
      { status: 'rejected', reason: refused('storageFull') },
      { status: 'fulfilled', value: { outcome: 'appended', revision: 2 } },
      { status: 'fulfilled', value: { outcome: 'wrongExpectedRevision', actual: 2 } },
    ]);
    expect(await revisions()).toEqual([0, 1, 2]);
  });
});

describe('read-only', () => {
  test('appends are refused and reads go on, until it can be written again', async () => {
    await store.append('item-1', [someEvent()], 'none');
    database.exec('pragma query_only = on');
    await expect(store.append('item-1', [someEvent()], 0)).rejects.toEqual(refused('readOnly'));
    expect(await revisions()).toEqual([0]);
    database.exec('pragma query_only = off');
    expect(await store.append('item-1', [someEvent()], 0)).toMatchObject({ revision: 1 });
  });

  test.each([
    ['the log', ['']],
    ['its newest part', ['-wal']],
    ['both', ['', '-wal']],
  ])('%s turning immutable while it is open: refused, and well again afterwards', async (_, endings) => {
    await store.append('item-1', [someEvent()], 'none');
    const files = endings.map((ending) => `${path}${ending}`);
    if (!works('chattr', '+i', ...files)) {
      console.log('not tested: files cannot be made immutable here');
      return;
    }
    try {
      await expect(store.append('item-1', [someEvent()], 0)).rejects.toEqual(refused('readOnly'));
      expect(await revisions()).toEqual([0]);
    } finally {
      works('chattr', '-i', ...files);
    }
    expect(await store.append('item-1', [someEvent()], 0)).toMatchObject({ revision: 1 });
    expect(await revisions()).toEqual([0, 1]);
  });
});

test('a real disk that is full refuses, keeps what it acknowledged, and goes on when there is room', ({
  skip,
}) => {
  const mounted = 'mount -t tmpfs -o size=6m tmpfs "$0"';
  if (!works('unshare', '-rm', 'sh', '-c', mounted, folder)) skip('no disk can be mounted here');
  const script = join(import.meta.dirname, 'storage.child.ts');
  const words = ['-rm', 'sh', '-c', `${mounted} && exec "$1" "$2" "$0"`, folder, process.execPath, script];
  const child = spawnSync('unshare', words, { encoding: 'utf8', timeout: 25_000 });
  expect(child.stderr).toBe('');
  const told = JSON.parse(child.stdout);
  expect(told.refusals).toEqual(['storageFull']);
  expect(told.refusedAfterRoom).toBe(0);
  expect(told.whileFull).toBeGreaterThan(10);
  expect(told.atLast).toHaveLength(told.whileFull + 40);
  expect(told.atLast.toSorted()).toEqual(told.acknowledged.toSorted());
  expect(told.afterwards).toEqual(told.atLast);
  expect(told.live).toBe(told.atLast.length);
  expect(told.revisions).toBe(true);
});

describe('a file that is no log of this release', () => {
  test('is refused at opening and left as it is', async () => {
    const text = join(folder, 'text.db');
    await writeFile(text, 'not a database, but long enough to be taken for one by its length'.repeat(20));
    expect(() => openSqliteEventStore({ path: text })).toThrow(StoreUnavailable);

    const other = join(folder, 'other.db');
    const foreign = new DatabaseSync(other);
    foreign.exec('create table mine (a); pragma user_version = 7');
    expect(() => openSqliteEventStore({ path: other })).toThrow(/no event log/);
    expect(foreign.prepare('select name from sqlite_schema').all()).toEqual([{ name: 'mine' }]);
    foreign.close();

    const newer = join(folder, 'newer.db');
    openLogDatabase(newer).close();
    const bumped = new DatabaseSync(newer);
    bumped.exec('pragma user_version = 2');
    bumped.close();
    expect(() => openSqliteEventStore({ path: newer })).toThrow(/schema 2/);
  });

  test('cannot be opened where a folder stands in its place', () => {
    expect(() => openSqliteEventStore({ path: folder })).toThrow(StoreUnavailable);
  });
});
