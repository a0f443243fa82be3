import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { chainDigest, digestLog, EMPTY_DIGEST } from '../../../server/eventstore/digest.ts';
import type { EventStore, NewEvent } from '../../../server/eventstore/port.ts';
import { openSqliteEventStore } from '../../../server/eventstore/sqlite/store.ts';
import { someEvent } from './someEvent.ts';

const opened: { store: EventStore; folder: string }[] = [];

async function emptyStore(): Promise<EventStore> {
  const folder = await mkdtemp(join(tmpdir(), 'commonwright-digest-'));
  const store = openSqliteEventStore({ path: join(folder, 'log.db') });
  opened.push({ store, folder });
  return store;
}

afterEach(async () => {
  for (const { store, folder } of opened.splice(0)) {
    await store.close();
    await rm(folder, { recursive: true });
  }
});

/** Fixed for ever: a log that exists somewhere must keep its digest. */
const golden: [stream: string, event: NewEvent][] = [
  [
    'machine-1',
    {
      id: '00000000-0000-4000-8000-000000000001',
      type: 'MachineRegistered',
      data: { z: 1e21, a: 'Säge 🪚\u2028"', nested: { b: [true, null, -0.5], '': {} } },
      metadata: {
        at: '2026-11-22T10:00:00.000Z',
        actor: 'operator',
        commandId: '00000000-0000-4000-8000-0000000000ff',
        commandHash: '0'.repeat(64),
        version: 1,
      },
    },
  ],
  [
    'machine-1',
    {
      id: '00000000-0000-4000-8000-000000000002',
      type: 'MachineRetired',
      data: {},
      metadata: {
        at: '2026-11-23T10:00:00.000Z',
        actor: 'operator',
        commandId: '00000000-0000-4000-8000-0000000000fe',
        commandHash: 'f'.repeat(64),
        version: 2,
      },
    },
  ],
];

test('the golden log has its golden digest', async () => {
  const store = await emptyStore();
  for (const [stream, event] of golden) await store.append(stream, [event], 'any');
  expect(await digestLog(store)).toBe('a433e38f483d041e861791a3f2e6a115f88493c1cd8cfe6a4121d245f2f52437');
});

test('an empty log has the digest of nothing', async () => {
  expect(await digestLog(await emptyStore())).toBe(EMPTY_DIGEST);
});

test('the same events at other positions have the same digest, in another order another', async () => {
  const [one, same, swapped] = [await emptyStore(), await emptyStore(), await emptyStore()];
  const events = [someEvent(), someEvent(), someEvent()];
  for (const event of events) await one.append('item-1', [event], 'any');
  await same.append('item-1', events, 'none');
  await swapped.append('item-1', events.toReversed(), 'none');
  expect(await digestLog(same)).toBe(await digestLog(one));
  expect(await digestLog(swapped)).not.toBe(await digestLog(one));
});

test('every part of an event counts, but not its position nor the order of its keys', () => {
  const event = { ...someEvent({ data: { a: 1, b: 2 } }), stream: 'item-1', revision: 0, position: 1n };
  const digest = chainDigest(EMPTY_DIGEST, event);
  expect(chainDigest(EMPTY_DIGEST, { ...event, position: 99n })).toBe(digest);
  expect(chainDigest(EMPTY_DIGEST, { ...event, data: { b: 2, a: 1 } })).toBe(digest);
  const others = [
    { ...event, data: { a: 1, b: 3 } },
    { ...event, id: someEvent().id },
    { ...event, metadata: { ...event.metadata, version: 2 } },
    { ...event, revision: 1 },
    { ...event, stream: 'item-2' },
    { ...event, type: 'SomethingElse' },
  ];
  for (const other of others) expect(chainDigest(EMPTY_DIGEST, other)).not.toBe(digest);
  expect(chainDigest(digest, event)).not.toBe(digest);
});

test('it tells its progress', async () => {
  const store = await emptyStore();
  await store.append('item-1', [someEvent(), someEvent()], 'any');
  const told: number[] = [];
  await digestLog(store, (events) => told.push(events));
  expect(told).toEqual([2]);
});
