import { randomUUID } from 'node:crypto';
import {
  AccessDeniedError,
  type AllStreamResolvedEvent,
  EventStoreDBClient,
  jsonEvent,
  MaxAppendSizeExceededError,
  type Position,
  StreamDeletedError,
  StreamNotFoundError,
  streamNameFilter,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type StandIn, startStandIn } from './standIn.ts';

/** What the server does and the adapter does not need, or takes pains to hide: seen through the bare client. */
let standIn: StandIn;
let client: EventStoreDBClient;
beforeAll(async () => {
  standIn = await startStandIn({ maximumAppendSize: 10_000 });
  client = EventStoreDBClient.connectionString(standIn.connectionString);
});
afterAll(async () => {
  await client.dispose();
  await standIn.close();
});

const event = (id = randomUUID(), data: Record<string, unknown> = {}) =>
  jsonEvent({ id, type: 'Happened', data });
const newStream = () => `stream-${randomUUID()}`;
/** With credentials the client calls `Append`, without `BatchAppend`. */
const ways = [
  { way: 'Append', options: { credentials: { username: 'x', password: 'y' } } },
  { way: 'BatchAppend', options: {} },
];

describe.each(ways)('through $way', ({ options }) => {
  test('a wrong expected version names what is there', async () => {
    const stream = newStream();
    const write = (expectedRevision: bigint | 'no_stream' | 'stream_exists') =>
      client.appendToStream(stream, event(), { ...options, expectedRevision });
    await expect(write('stream_exists')).rejects.toMatchObject({ actualVersion: 'no_stream' });
    await expect(write(3n)).rejects.toMatchObject({ actualVersion: 'no_stream', expectedVersion: 3n });
    expect(await write('no_stream')).toMatchObject({ success: true, nextExpectedRevision: 0n });
    await expect(write('no_stream')).rejects.toThrow(WrongExpectedVersionError);
    await expect(write(3n)).rejects.toMatchObject({ actualVersion: 0n, expectedVersion: 3n });
  });

  test('the first known and a later new id are refused, the first new and a later known are written', async () => {
    const stream = newStream();
    const known = event();
    await client.appendToStream(stream, known, options);
    await expect(client.appendToStream(stream, [known, event()], options)).rejects.toMatchObject({
      actualVersion: 0n,
    });
    const written = await client.appendToStream(stream, [event(), known], options);
    expect(written.nextExpectedRevision).toBe(2n);
  });

  test('too large an append is refused with the size that is allowed', async () => {
    const stream = newStream();
    const events = [
      event(undefined, { text: 'x'.repeat(6000) }),
      event(undefined, { text: 'x'.repeat(6000) }),
    ];
    const refusal = client.appendToStream(stream, events, options);
    await expect(refusal).rejects.toThrow(MaxAppendSizeExceededError);
    await expect(refusal).rejects.toMatchObject({ maxAppendSize: 10_000 });
  });

  test('a deleted stream can be written again and goes on counting, a tombstone is the end', async () => {
    const stream = newStream();
    await client.appendToStream(stream, [event(), event()], options);
    await client.deleteStream(stream);
    await expect(collect(client.readStream(stream))).rejects.toThrow(StreamNotFoundError);
    await expect(
      client.appendToStream(stream, event(), { ...options, expectedRevision: 'stream_exists' }),
    ).rejects.toThrow(StreamDeletedError);
    const again = await client.appendToStream(stream, event(), { ...options, expectedRevision: 'no_stream' });
    expect(again.nextExpectedRevision).toBe(2n);
    expect((await collect(client.readStream(stream))).map((read) => read.event?.revision)).toEqual([2n]);
    await client.tombstoneStream(stream);
    await expect(client.appendToStream(stream, event(), options)).rejects.toThrow(StreamDeletedError);
    await expect(collect(client.readStream(stream))).rejects.toThrow(StreamDeletedError);
  });
});

async function collect<Read>(reading: AsyncIterable<Read>): Promise<Read[]> {
  const all: Read[] = [];
  for await (const one of reading) all.push(one);
  return all;
}
const positionOf = (read: AllStreamResolvedEvent): Position =>
  read.event?.position ?? { commit: -1n, prepare: -1n };

test('the log holds events of the system, before and between those of clients, at offsets with gaps', async () => {
  const stream = newStream();
  const result = await client.appendToStream(
    stream,
    Array.from({ length: 10 }, () => event()),
  );
  await client.appendToStream(stream, event());
  const all = await collect(client.readAll());
  expect(all[0]?.event?.streamId).toMatch(/^\$/);
  const written = all.filter((read) => read.event?.streamId === stream).map(positionOf);
  expect(written[9]).toEqual(result.position);
  expect(
    all.findIndex((read) => positionOf(read) === written[10]) -
      all.findIndex((read) => positionOf(read) === written[9]),
  ).toBe(2);
  expect(written.every(({ commit, prepare }) => commit === prepare)).toBe(true);
  const created = all.at(-1)?.event?.created.getTime() ?? 0;
  expect(Math.abs(Date.now() - created)).toBeLessThan(60_000);
});

test('reading the log forwards includes the record at the position, backwards ends before it', async () => {
  const stream = newStream();
  await client.appendToStream(stream, [event(), event(), event()]);
  const mine = (await collect(client.readAll())).filter((read) => read.event?.streamId === stream);
  const [first, second] = mine;
  if (first === undefined || second === undefined) throw new Error('Three events were written.');
  const forwards = await collect(client.readAll({ fromPosition: positionOf(second), maxCount: 1 }));
  expect(forwards[0]?.event?.id).toBe(second.event?.id);
  const backwards = await collect(
    client.readAll({ fromPosition: positionOf(second), direction: 'backwards', maxCount: 1 }),
  );
  expect(backwards[0]?.event?.id).toBe(first.event?.id);
  const between = { commit: positionOf(second).commit + 1n, prepare: positionOf(second).commit + 1n };
  await expect(collect(client.readAll({ fromPosition: between }))).rejects.toThrow('invalid position');
});

test('a filtered subscription is confirmed, leaves its start out, reports checkpoints and that it caught up', async () => {
  const stream = newStream();
  const ids = Array.from({ length: 40 }, () => randomUUID());
  await client.appendToStream(
    stream,
    ids.map((id) => event(id)),
  );
  const [start] = (await collect(client.readAll())).filter((read) => read.event?.streamId === stream);
  if (start === undefined) throw new Error('Events were written.');
  let checkpoints = 0;
  const filter = streamNameFilter({ prefixes: [stream], checkpointReached: () => void checkpoints++ });
  const subscription = client.subscribeToAll({ fromPosition: positionOf(start), filter });
  const told: string[] = [];
  for (const name of ['confirmation', 'caughtUp']) subscription.on(name, () => told.push(name));
  const seen: (string | undefined)[] = [];
  for await (const { event: read } of subscription) {
    seen.push(read?.id);
    if (seen.length === 39) await client.appendToStream(stream, event());
    if (seen.length === 40) break;
  }
  await subscription.unsubscribe();
  expect(seen.slice(0, 39)).toEqual(ids.slice(1));
  expect(told).toEqual(['confirmation', 'caughtUp']);
  expect(checkpoints).toBeGreaterThan(0);
});

test('a repetition while the first is not indexed yet is dropped and times out', async () => {
  const slow = await startStandIn({ indexing: 100, commitTimeout: 50 });
  const other = EventStoreDBClient.connectionString(slow.connectionString);
  const one = event();
  const first = other.appendToStream('mine', one, ways[0]?.options);
  await expect
    .poll(() => other.appendToStream('mine', one, ways[0]?.options).catch((error) => error.message))
    .toContain('Operation timed out');
  expect((await first).nextExpectedRevision).toBe(0n);
  expect((await other.appendToStream('mine', one, ways[0]?.options)).position).toEqual(
    (await first).position,
  );
  await other.dispose();
  await slow.close();
});

test('"any" forgets ids when the server restarts, a revision does not', async () => {
  const stream = newStream();
  const one = event();
  const options = ways[0]?.options;
  await client.appendToStream(stream, one, { ...options, expectedRevision: 'no_stream' });
  await standIn.stop();
  await standIn.start();
  const again = await expectEventually(() =>
    client.appendToStream(stream, one, { ...options, expectedRevision: 'no_stream' }),
  );
  expect(again.nextExpectedRevision).toBe(0n);
  expect((await client.appendToStream(stream, one, options)).nextExpectedRevision).toBe(1n);
});

test('a user who may not is told so', async () => {
  standIn.faults.add({ on: 'append', kind: 'accessDenied' });
  await expect(client.appendToStream(newStream(), event(), ways[0]?.options)).rejects.toThrow(
    AccessDeniedError,
  );
});

/** The client fails calls until it has noticed that the server is back. */
async function expectEventually<Result>(call: () => Promise<Result>): Promise<Result> {
  const giveUp = performance.now() + 10_000;
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if (performance.now() > giveUp) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
