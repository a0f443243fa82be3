import { describe, expect, test, vi } from 'vitest';
import type { EventStore, RecordedEvent } from '../../../../server/eventstore/port.ts';
import { type ContractLog, expectGrowing, ids, patience, someEvents } from './log.ts';

export function describeSubscription(contract: ContractLog): void {
  const { newStream, write, readStream, eventually } = contract;

  describe('a subscription', () => {
    /** Collects what a subscription hands over, and how it did. */
    function collect(from: EventStore, prefix: string, after?: bigint) {
      const seen: RecordedEvent[] = [];
      const filter = { streamPrefixes: [prefix] };
      const subscription = from.subscribe(
        after === undefined ? { filter } : { filter, after },
        async (events) => {
          seen.push(...events);
        },
      );
      const until = (count: number) =>
        vi.waitFor(() => expect(seen.length).toBeGreaterThanOrEqual(count), patience).then(() => seen);
      return { seen, until, close: () => subscription.close() };
    }

    test('gets what was there, then what comes, each once and in order', async () => {
      const prefix = newStream();
      for (let number = 0; number < 10; number++) await write(`${prefix}${number % 3}`, someEvents(2));
      const watched = collect(contract.store, prefix);
      for (let number = 0; number < 30; number++) await write(`${prefix}${number % 3}`, someEvents(2));
      await watched.until(80);
      await watched.close();
      expect(watched.seen).toEqual(await eventually(prefix, 80));
    });

    test('starts after the position that it is given', async () => {
      const prefix = newStream();
      const { position } = await write(prefix, someEvents(3));
      const later = someEvents(2);
      await write(prefix, later);
      const watched = collect(contract.store, prefix, position);
      await watched.until(2);
      const live = someEvents(1);
      await write(prefix, live);
      await watched.until(3);
      await watched.close();
      expect(ids(watched.seen)).toEqual([...ids(later), ...ids(live)]);
    });

    test('from the head gets only what comes', async () => {
      const prefix = newStream();
      const { position } = await write(prefix, someEvents(3));
      const watched = collect(contract.store, prefix, position);
      const live = someEvents(2);
      await write(prefix, live);
      await watched.until(2);
      await watched.close();
      expect(ids(watched.seen)).toEqual(ids(live));
    });

    test('keeps its order while many write', async () => {
      const prefix = newStream();
      const watched = collect(contract.store, prefix);
      const late = vi.waitFor(() => expect(watched.seen.length).toBeGreaterThan(0), patience);
      const writer = async (number: number) => {
        for (let turn = 0; turn < 15; turn++) await write(`${prefix}${number}`, someEvents(1));
      };
      await Promise.all(Array.from({ length: 16 }, (_, number) => writer(number)));
      await late;
      const lateComer = collect(contract.store, prefix);
      await watched.until(240);
      await lateComer.until(240);
      await watched.close();
      await lateComer.close();
      expect(watched.seen).toHaveLength(240);
      expectGrowing(watched.seen);
      expect(watched.seen).toEqual(await eventually(prefix, 240));
      expect(lateComer.seen).toEqual(watched.seen);
    });

    test('catches up over many batches, whoever else has written in between', async () => {
      const prefix = newStream();
      const other = newStream();
      for (let number = 0; number < 25; number++) {
        await write(`${prefix}${number % 4}`, someEvents(100));
        await write(other, someEvents(3));
      }
      const watched = collect(contract.store, prefix);
      await watched.until(2500);
      await watched.close();
      expect(watched.seen).toHaveLength(2500);
      expectGrowing(watched.seen);
      expect(watched.seen).toEqual(await eventually(prefix, 2500));
    });

    test('calls its handler one batch at a time', async () => {
      const prefix = newStream();
      let running = 0;
      let most = 0;
      let count = 0;
      const subscription = contract.store.subscribe(
        { filter: { streamPrefixes: [prefix] } },
        async (events) => {
          running++;
          most = Math.max(most, running);
          await new Promise((resolve) => setImmediate(resolve));
          count += events.length;
          running--;
        },
      );
      for (let number = 0; number < 20; number++) await write(prefix, someEvents(1));
      await vi.waitFor(() => expect(count).toBe(20), patience);
      await subscription.close();
      expect(most).toBe(1);
    });

    test('gets the same batch again when its handler throws, and loses nothing', async () => {
      const prefix = newStream();
      await write(prefix, someEvents(3));
      const batches: string[][] = [];
      const handled: string[] = [];
      const subscription = contract.store.subscribe(
        { filter: { streamPrefixes: [prefix] } },
        async (events) => {
          batches.push(ids(events));
          if (batches.length <= 2) throw new Error('Not yet.');
          handled.push(...ids(events));
        },
      );
      await vi.waitFor(() => expect(handled.length).toBeGreaterThanOrEqual(1), patience);
      await write(prefix, someEvents(2));
      await vi.waitFor(() => expect(handled).toHaveLength(5), patience);
      await subscription.close();
      expect(batches[1]).toEqual(batches[0]);
      expect(batches[2]).toEqual(batches[0]);
      expect(handled).toEqual(ids(await readStream(prefix)));
    });

    test('ends only when its handler has ended, and calls it no more', async () => {
      const prefix = newStream();
      const started = Promise.withResolvers<void>();
      const finish = Promise.withResolvers<void>();
      let calls = 0;
      const subscription = contract.store.subscribe({ filter: { streamPrefixes: [prefix] } }, async () => {
        calls++;
        started.resolve();
        await finish.promise;
      });
      await write(prefix, someEvents(1));
      await started.promise;
      await write(prefix, someEvents(1));
      let closed = false;
      const closing = subscription.close().then(() => {
        closed = true;
      });
      await readStream(prefix);
      await new Promise((resolve) => setImmediate(resolve));
      expect(closed).toBe(false);
      finish.resolve();
      await closing;
      await write(prefix, someEvents(1));
      const other = collect(contract.store, prefix);
      await other.until(3);
      await other.close();
      expect(calls).toBe(1);
      await subscription.close();
    });

    test('ends at once while it waits to repeat a batch', async () => {
      const prefix = newStream();
      const failed = Promise.withResolvers<void>();
      const subscription = contract.store.subscribe({ filter: { streamPrefixes: [prefix] } }, async () => {
        failed.resolve();
        throw new Error('Never.');
      });
      await write(prefix, someEvents(1));
      await failed.promise;
      await subscription.close();
    });
  });
}
