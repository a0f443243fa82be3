import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StoreUnavailable } from '../../../server/eventstore/port.ts';
import { openLogDatabase } from '../../../server/eventstore/sqlite/database.ts';
import { openSqliteEventStore } from '../../../server/eventstore/sqlite/store.ts';
import { eventStoreContract } from './contract.ts';
import { someEvent } from './someEvent.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commonwright-log-'));
  path = join(folder, 'log.db');
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

eventStoreContract('SQLite', async () => {
  const own = await mkdtemp(join(tmpdir(), 'commonwright-log-'));
  const log = join(own, 'log.db');
  const store = openSqliteEventStore({ path: log });
  return {
    store,
    fresh: true,
    second: async () => openSqliteEventStore({ path: log }),
    async close() {
      await store.close();
      await rm(own, { recursive: true });
    },
  };
});

describe('while another process holds the lock', () => {
  test('appends wait without holding up the event loop, and reads go on', async () => {
    const store = openSqliteEventStore({ path });
    await store.append('item-1', [someEvent()], 'none');
    const other = openLogDatabase(path);
    other.exec('begin immediate');
    let answered = false;
    const appends = [1, 2, 3].map(() => store.append('item-1', [someEvent()], 'any'));
    const all = Promise.all(appends).then((outcomes) => {
      answered = true;
      return outcomes;
    });
    const start = performance.now();
    for (let turn = 0; turn < 20; turn++) {
      await setTimeout(2);
      expect(await store.read('item-1', { limit: 10 })).toHaveLength(1);
    }
    expect(performance.now() - start).toBeLessThan(2000);
    expect(answered).toBe(false);
    other.exec('commit');
    other.close();
    expect((await all).map((outcome) => outcome.outcome)).toEqual(['appended', 'appended', 'appended']);
    await store.close();
  });

  test('appends that have waited too long are given back, and the next one works', async () => {
    const store = openSqliteEventStore({ path, patienceMilliseconds: 50 });
    const other = openLogDatabase(path);
    other.exec('begin immediate');
    const events = [someEvent()];
    await expect(store.append('item-1', events, 'none')).rejects.toThrow(StoreUnavailable);
    other.exec('rollback');
    other.close();
    expect(await store.read('item-1', { limit: 10 })).toEqual([]);
    expect(await store.append('item-1', events, 'none')).toMatchObject({ revision: 0 });
    await store.close();
  });

  test('a store that closes still answers what it accepted', async () => {
    const store = openSqliteEventStore({ path });
    const other = openLogDatabase(path);
    other.exec('begin immediate');
    const append = store.append('item-1', [someEvent()], 'none');
    const closing = store.close();
    await setTimeout(10);
    other.exec('commit');
    other.close();
    expect(await append).toMatchObject({ outcome: 'appended', revision: 0 });
    await closing;
  });
});

test('a subscription pauses longer from failure to failure, and closing does not wait for the pause', async () => {
  const store = openSqliteEventStore({ path });
  await store.append('item-1', [someEvent()], 'none');
  const calls: number[] = [];
  const enough = Promise.withResolvers<void>();
  const subscription = store.subscribe({}, async () => {
    calls.push(performance.now());
    if (calls.length === 6) enough.resolve();
    throw new Error('Never.');
  });
  await enough.promise;
  await setTimeout(5);
  const start = performance.now();
  await subscription.close();
  const closing = performance.now() - start;
  const pauses = calls.slice(1).map((call, index) => call - (calls[index] ?? 0));
  expect(pauses.at(-1)).toBeGreaterThan(2 * (pauses[0] ?? 0));
  expect(closing).toBeLessThan(pauses.at(-1) ?? 0);
  await store.close();
});

test('more writers than fit into one commit are all answered', async () => {
  const store = openSqliteEventStore({ path });
  const outcomes = await Promise.all(
    Array.from({ length: 1300 }, (_, number) => store.append(`item-${number % 7}`, [someEvent()], 'any')),
  );
  expect(new Set(outcomes.map((outcome) => 'position' in outcome && outcome.position)).size).toBe(1300);
  expect(await store.readAll({ limit: 5000 })).toHaveLength(1300);
  await store.close();
});
