import { describe, expect, test, vi } from 'vitest';
import type { EventStore, RecordedEvent } from '../../../../server/eventstore/port.ts';
import { type ContractLog, expectGrowing, patience, someEvents } from './log.ts';

export function describeProcesses(contract: ContractLog): void {
  const { newStream, write, eventually } = contract;

  describe('another process on the same log', () => {
    async function withSecond(work: (second: EventStore) => Promise<void>): Promise<void> {
      if (contract.opened.second === undefined) return;
      const second = await contract.opened.second();
      try {
        await work(second);
      } finally {
        await second.close();
      }
    }

    test('sees an append as soon as it is answered, and its revision counts', async () => {
      await withSecond(async (second) => {
        const stream = newStream();
        await write(stream, someEvents(1), 'none');
        expect(await second.read(stream, { limit: 10 })).toHaveLength(1);
        const outcome = await second.append(stream, someEvents(1), 0);
        expect(outcome).toMatchObject({ outcome: 'appended', revision: 1 });
        expect(await contract.store.append(stream, someEvents(1), 0)).toMatchObject({ actual: 1 });
        expect(await write(stream, someEvents(1), 1)).toMatchObject({ revision: 2 });
        expect(await write(stream, someEvents(1), 'any')).toMatchObject({ revision: 3 });
      });
    });

    test('wakes a subscription within a second', async () => {
      await withSecond(async (second) => {
        const prefix = newStream();
        const watched: RecordedEvent[] = [];
        const subscription = contract.store.subscribe(
          { filter: { streamPrefixes: [prefix] } },
          async (events) => {
            watched.push(...events);
          },
        );
        for (let number = 1; number <= 5; number++) {
          await second.append(prefix, someEvents(1), 'any');
          const answered = performance.now();
          await vi.waitFor(() => expect(watched).toHaveLength(number), { timeout: 10_000, interval: 5 });
          expect(performance.now() - answered).toBeLessThan(1000);
        }
        await subscription.close();
      });
    });

    test('and this one, writing at once, give one order without loss', async () => {
      await withSecond(async (second) => {
        const prefix = newStream();
        const seen: RecordedEvent[] = [];
        const subscription = second.subscribe({ filter: { streamPrefixes: [prefix] } }, async (events) => {
          seen.push(...events);
        });
        const writer = async (through: EventStore, number: number) => {
          for (let turn = 0; turn < 20; turn++) {
            const outcome = await through.append(`${prefix}${number % 3}`, someEvents(1), 'any');
            expect(outcome.outcome).toBe('appended');
          }
        };
        await Promise.all(
          [0, 1, 2, 3, 4, 5].map((number) => writer(number % 2 === 0 ? contract.store : second, number)),
        );
        await vi.waitFor(() => expect(seen.length).toBeGreaterThanOrEqual(120), patience);
        await subscription.close();
        expect(seen).toHaveLength(120);
        expectGrowing(seen);
        expect(await eventually(prefix, 120)).toEqual(seen);
        for (const number of [0, 1, 2]) {
          const one = seen.filter((event) => event.stream === `${prefix}${number}`);
          expect(one.map((event) => event.revision)).toEqual(one.map((_, index) => index));
        }
      });
    });
  });
}
