import { afterEach, describe, expect, test } from 'vitest';
import { openEventStoreDb } from '../../../server/eventstore/eventstoredb/openEventStoreDb.ts';
import {
  AppendRefused,
  type EventStore,
  type ExpectedRevision,
  StoreUnavailable,
} from '../../../server/eventstore/port.ts';
import { someEvent } from './someEvent.ts';
import type { Fault } from './standIn/faults.ts';
import { type StandIn, type StandInSettings, startStandIn } from './standIn/standIn.ts';

const DEADLINE = 150;
/** Longer than the deadline: the answer, or even the write, comes when nobody waits for it. */
const TOO_LATE = 300;

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function open(
  settings: StandInSettings = {},
  patience = 8000,
): Promise<{ standIn: StandIn; store: EventStore }> {
  const standIn = await startStandIn({ commitTimeout: 100, ...settings });
  const { connectionString } = standIn;
  const store = openEventStoreDb({ connectionString, deadline: DEADLINE, patience });
  closing.push(async () => {
    await store.close();
    await standIn.close();
  });
  return { standIn, store };
}

/** A stream that holds two events. */
async function streamOfTwo(store: EventStore): Promise<string> {
  const stream = `stream-${crypto.randomUUID()}`;
  await store.append(stream, [someEvent(), someEvent()], 'none');
  return stream;
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('an append whose answer does not come', () => {
  const faults: Omit<Fault, 'on'>[] = [
    { kind: 'stall', times: 1, delay: 0 },
    { kind: 'writeThenStall', times: 1, delay: 0 },
    { kind: 'reset', times: 2, delay: 0 },
    { kind: 'writeThenReset', times: 1, delay: 0 },
    { kind: 'late', times: 1, delay: TOO_LATE },
    { kind: 'lateWrite', times: 1, delay: TOO_LATE },
    { kind: 'lateWrite', times: 2, delay: TOO_LATE },
    { kind: 'notReady', times: 2, delay: 0 },
    { kind: 'tooBusy', times: 2, delay: 0 },
    { kind: 'timeout', times: 1, delay: 0 },
    { kind: 'writeThenTimeout', times: 1, delay: 0 },
  ];
  const expectations: ExpectedRevision[] = ['any', 'exists', 1];
  const cases = faults.flatMap((fault) => expectations.map((expected) => ({ ...fault, expected })));

  test.each(cases)('is written once after $kind ×$times at $expected', async ({ expected, ...fault }) => {
    const { standIn, store } = await open();
    const stream = await streamOfTwo(store);
    const events = [someEvent(), someEvent()];
    standIn.faults.add({ ...fault, on: 'append' });

    const outcome = await store.append(stream, events, expected);
    if (fault.kind === 'lateWrite') await wait(TOO_LATE);
    await store.append(stream, [someEvent()], 'exists');

    const [, , first, second, after, ...more] = await store.read(stream, { limit: 10 });
    expect([first?.id, second?.id]).toEqual(events.map((event) => event.id));
    expect(outcome).toEqual({ outcome: 'appended', revision: 3, position: second?.position });
    expect(after?.revision).toBe(4);
    expect(more).toEqual([]);
    expect(standIn.faults.left).toBe(0);
  });

  test('is written once where a new stream is expected', async () => {
    const { standIn, store } = await open();
    standIn.faults.add({ on: 'append', kind: 'writeThenReset' });
    const event = someEvent();
    expect(await store.append('new', [event], 'none')).toMatchObject({ outcome: 'appended', revision: 0 });
    expect(await store.read('new', { limit: 10 })).toHaveLength(1);
  });

  test('is found again although others have written since', async () => {
    const { standIn, store } = await open();
    const other = openEventStoreDb({ connectionString: standIn.connectionString });
    closing.unshift(() => other.close());
    const stream = await streamOfTwo(store);
    const event = someEvent();
    standIn.faults.add({ on: 'append', kind: 'writeThenStall' });
    const append = store.append(stream, [event], 1);
    await expect.poll(() => standIn.faults.left).toBe(0);
    await expect.poll(async () => (await other.append(stream, [someEvent()], 2)).outcome).toBe('appended');
    expect(await append).toMatchObject({ outcome: 'appended', revision: 2 });
  });

  test('loses to another that was written meanwhile, and says where the stream stands', async () => {
    const { standIn, store } = await open();
    const other = openEventStoreDb({ connectionString: standIn.connectionString });
    closing.unshift(() => other.close());
    const stream = await streamOfTwo(store);
    standIn.faults.add({ on: 'append', kind: 'stall' });
    const append = store.append(stream, [someEvent()], 1);
    await expect.poll(() => standIn.faults.left).toBe(0);
    await other.append(stream, [someEvent(), someEvent()], 1);
    expect(await append).toEqual({ outcome: 'wrongExpectedRevision', expected: 1, actual: 3 });
  });

  test('at "any" is written once even when the server restarts and forgets the ids it wrote', async () => {
    const { standIn, store } = await open();
    const stream = await streamOfTwo(store);
    const events = [someEvent(), someEvent()];
    standIn.faults.add({ on: 'append', kind: 'writeThenCrash' });
    const append = store.append(stream, events, 'any');
    await expect.poll(() => standIn.faults.left).toBe(0);
    await standIn.stop();
    await standIn.start();
    expect(await append).toMatchObject({ outcome: 'appended', revision: 3 });
    expect(await store.read(stream, { limit: 10 })).toHaveLength(4);
  });

  test('is found by reading while nothing can be written', async () => {
    const { standIn, store } = await open();
    const stream = await streamOfTwo(store);
    standIn.faults.add({ on: 'append', kind: 'writeThenStall' });
    standIn.faults.add({ on: 'append', kind: 'stall', times: 100 });
    expect(await store.append(stream, [someEvent()], 1)).toMatchObject({ outcome: 'appended', revision: 2 });
  });

  test('at "any" gives way to others that repeat theirs at the same moment, and never refuses', async () => {
    const { standIn, store } = await open();
    const stream = await streamOfTwo(store);
    standIn.faults.add({ on: 'append', kind: 'stall', times: 5 });
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => store.append(stream, [someEvent()], 'any')));
    const revisions = outcomes.map((outcome) =>
      outcome.outcome === 'appended' ? outcome.revision : outcome,
    );
    expect(revisions.toSorted()).toEqual([2, 3, 4, 5, 6]);
  });

  test('takes its position from the stream when the server answers without', async () => {
    const { standIn, store } = await open();
    standIn.faults.withoutPosition = true;
    const outcome = await store.append('new', [someEvent(), someEvent()], 'none');
    const [, last] = await store.read('new', { limit: 10 });
    expect(outcome).toEqual({ outcome: 'appended', revision: 1, position: last?.position });
  });
});

describe('a store that stays away', () => {
  test('is reported after the patience is over, and never as done', async () => {
    const { standIn, store } = await open({}, 500);
    const stream = await streamOfTwo(store);
    const event = someEvent();
    await standIn.stop();
    await expect(store.append(stream, [event], 1)).rejects.toThrow(StoreUnavailable);
    await expect(store.read(stream, { limit: 10 })).rejects.toThrow(StoreUnavailable);
    await expect(store.head()).rejects.toThrow(StoreUnavailable);
    await standIn.start();
    await expect.poll(() => store.read(stream, { limit: 10 }), { timeout: 10_000 }).toHaveLength(2);
    expect(await store.append(stream, [event], 1)).toMatchObject({ outcome: 'appended', revision: 2 });
  });

  test('is reported when it takes everything in and answers nothing; the same ids then are written once', async () => {
    const { standIn, store } = await open({}, 500);
    const stream = await streamOfTwo(store);
    const event = someEvent();
    standIn.hold();
    await expect(store.append(stream, [event], 1)).rejects.toThrow(StoreUnavailable);
    await expect(store.readAll({ limit: 10 })).rejects.toThrow(StoreUnavailable);
    standIn.release();
    expect(await store.append(stream, [event], 1)).toMatchObject({ outcome: 'appended', revision: 2 });
    expect(await store.read(stream, { limit: 10 })).toHaveLength(3);
  });

  test('in the middle of reading is read again', async () => {
    const { standIn, store } = await open();
    const stream = await streamOfTwo(store);
    standIn.faults.add({ on: 'read', kind: 'resetMidway', times: 2 });
    expect(await store.read(stream, { limit: 10 })).toHaveLength(2);
    standIn.faults.add({ on: 'read', kind: 'stall' });
    expect(await store.readAll({ limit: 10 })).toHaveLength(2);
    expect(standIn.faults.left).toBe(0);
  });

  test('does not keep the connection from being closed', async () => {
    const { standIn, store } = await open({}, 500);
    const stream = await streamOfTwo(store);
    store.subscribe({}, async () => undefined);
    standIn.hold();
    const append = store.append(stream, [someEvent()], 'any');
    const closed = store.close();
    await expect(append).rejects.toThrow(StoreUnavailable);
    await closed;
  });
});

describe('what the server refuses', () => {
  test('is refused as too large, with nothing written', async () => {
    const { store } = await open({ maximumAppendSize: 2000 });
    const large = someEvent({ data: { text: 'x'.repeat(3000) } });
    const refusal = store.append('large', [large], 'none');
    await expect(refusal).rejects.toThrow(AppendRefused);
    await expect(refusal).rejects.toMatchObject({ reason: 'tooLarge' });
    expect(await store.read('large', { limit: 1 })).toEqual([]);
  });

  test('for lack of rights is told at once and in words', async () => {
    const { standIn, store } = await open();
    standIn.faults.add({ on: 'append', kind: 'accessDenied' });
    await expect(store.append('mine', [someEvent()], 'none')).rejects.toThrow('refuses this user');
    expect(await store.read('mine', { limit: 1 })).toEqual([]);
  });

  test('to read from a position where no event lies is not asked again and again', async () => {
    const { store } = await open();
    const stream = await streamOfTwo(store);
    const [first] = await store.read(stream, { limit: 1 });
    await expect(store.readAll({ after: (first?.position ?? 0n) + 1n, limit: 1 })).rejects.toThrow(
      'invalid position',
    );
  });
});
