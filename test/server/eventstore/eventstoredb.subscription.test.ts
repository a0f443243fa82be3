import { afterEach, expect, test, vi } from 'vitest';
import { openEventStoreDb } from '../../../server/eventstore/eventstoredb/openEventStoreDb.ts';
import type { EventStore, RecordedEvent } from '../../../server/eventstore/port.ts';
import { someEvent } from './someEvent.ts';
import { type StandIn, startStandIn } from './standIn/standIn.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function open(renewal = 30_000): Promise<{ standIn: StandIn; store: EventStore }> {
  const standIn = await startStandIn();
  const { connectionString } = standIn;
  const store = openEventStoreDb({ connectionString, deadline: 500, patience: 10_000, renewal });
  closing.push(async () => {
    await store.close();
    await standIn.close();
  });
  return { standIn, store };
}

const patience = { timeout: 15_000, interval: 10 };
const write = (store: EventStore, count: number) =>
  store.append(
    'log',
    Array.from({ length: count }, () => someEvent()),
    'any',
  );

/** Subscribes, and collects what is handed over. */
function watch(store: EventStore): RecordedEvent[] {
  const seen: RecordedEvent[] = [];
  store.subscribe({}, async (events) => {
    seen.push(...events);
  });
  return seen;
}

async function sawAll(store: EventStore, seen: RecordedEvent[], count: number): Promise<void> {
  await vi.waitFor(() => expect(seen.length).toBeGreaterThanOrEqual(count), patience);
  expect(seen).toEqual(await store.readAll({ limit: 1000 }));
}

test('a subscription goes on after the server was restarted, without loss and in order', async () => {
  const { standIn, store } = await open();
  await write(store, 3);
  const seen = watch(store);
  for (let restart = 0; restart < 3; restart++) {
    await write(store, 2);
    await standIn.stop();
    const writing = write(store, 2);
    await standIn.start();
    await writing;
  }
  await sawAll(store, seen, 15);
});

test('a subscription goes on after its connection broke, live and in the middle of catching up', async () => {
  const { standIn, store } = await open();
  for (let turn = 0; turn < 5; turn++) await write(store, 20);
  standIn.faults.add({ on: 'read', kind: 'resetMidway', times: 2 });
  standIn.faults.add({ on: 'subscription', kind: 'resetMidway', times: 3 });
  const seen = watch(store);
  for (let turn = 0; turn < 20; turn++) {
    await write(store, 3);
    if (turn % 5 === 0) standIn.resetConnections();
  }
  await sawAll(store, seen, 160);
  // A break that met no event on its way meets one of these.
  for (let more = 1; standIn.faults.left > 0 && more <= 20; more++) {
    await write(store, 3);
    await sawAll(store, seen, 160 + 3 * more);
  }
  expect(standIn.faults.left).toBe(0);
});

test('a subscription that the server forgot without a word is renewed', async () => {
  const { standIn, store } = await open(300);
  await write(store, 1);
  standIn.faults.add({ on: 'subscription', kind: 'stall' });
  const seen = watch(store);
  await vi.waitFor(() => expect(standIn.faults.left).toBe(0), patience);
  await write(store, 2);
  await sawAll(store, seen, 3);
});

test('a subscription that is renewed while nothing happens misses nothing and repeats nothing', async () => {
  const { store } = await open(20);
  const seen = watch(store);
  for (let turn = 0; turn < 40; turn++) {
    await write(store, 1);
    await new Promise((resolve) => setTimeout(resolve, turn % 4 === 0 ? 25 : 1));
  }
  await sawAll(store, seen, 40);
});

test('a batch whose handler threw comes again as it was, even when the server restarts in between', async () => {
  const { standIn, store } = await open();
  await write(store, 3);
  const batches: string[][] = [];
  store.subscribe({}, async (events) => {
    batches.push(events.map((event) => event.id));
    if (batches.length <= 2) throw new Error('Not yet.');
  });
  await vi.waitFor(() => expect(batches.length).toBeGreaterThanOrEqual(1), patience);
  await standIn.stop();
  await standIn.start();
  await write(store, 1);
  await vi.waitFor(() => expect(batches.slice(2).flat()).toHaveLength(4), patience);
  expect(batches[1]).toEqual(batches[0]);
  expect(batches[2]).toEqual(batches[0]);
});

test('what is told about a lost connection names the failure', async () => {
  const standIn = await startStandIn();
  const reports: string[] = [];
  const store = openEventStoreDb({
    connectionString: standIn.connectionString,
    patience: 100,
    report: (message, error) => reports.push(`${message} ${error}`),
  });
  closing.push(async () => {
    await store.close();
    await standIn.close();
  });
  watch(store);
  await store.append('log', [someEvent()], 'any');
  await standIn.stop();
  await vi.waitFor(() => expect(reports.join()).toContain('The event store does not answer'), patience);
});
