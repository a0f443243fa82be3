import { describe, expect, test, vi } from 'vitest';
import type { RecordedEvent } from '../../../../server/eventstore/port.ts';
import { type ContractLog, expectGrowing, patience, someEvents } from './log.ts';

export function describeWholeLog(contract: ContractLog): void {
  const { newStream, write, eventually } = contract;

  describe('the whole log', () => {
    test('shows each event once, in the order of positions, across batches of any size', async () => {
      const prefix = newStream();
      for (let number = 0; number < 12; number++) await write(`${prefix}${number % 3}`, someEvents(2));
      const all = await eventually(prefix, 24);
      expect(all).toHaveLength(24);
      expectGrowing(all);
      for (const limit of [1, 5, 23, 24, 25]) {
        const paged: RecordedEvent[] = [];
        for (;;) {
          const after = paged.at(-1)?.position;
          const options = { limit, filter: { streamPrefixes: [prefix] } };
          const batch = await contract.store.readAll(after === undefined ? options : { ...options, after });
          expect(batch.length).toBeLessThanOrEqual(limit);
          paged.push(...batch);
          if (batch.length < limit) break;
        }
        expect(paged).toEqual(all);
      }
    });

    test('starts after a position, the answer of an append among them', async () => {
      const prefix = newStream();
      const first = await write(`${prefix}a`, someEvents(3));
      const second = await write(`${prefix}b`, someEvents(3));
      const all = await eventually(prefix, 6);
      expect(all[2]?.position).toBe(first.position);
      expect(all[5]?.position).toBe(second.position);
      const filter = { streamPrefixes: [prefix] };
      expect(await contract.store.readAll({ after: first.position, limit: 100, filter })).toEqual(
        all.slice(3),
      );
      expect(await contract.store.readAll({ after: first.position, limit: 2, filter })).toEqual(
        all.slice(3, 5),
      );
      expect(await contract.store.readAll({ after: second.position, limit: 100, filter })).toEqual([]);
    });

    test('without a filter shows every stream but those of the system', async () => {
      const [one, other] = [newStream(), newStream()];
      const before = await contract.store.head();
      const { position } = await write(one, someEvents(2));
      await write(other, someEvents(2));
      await eventually(other, 2);
      const seen: RecordedEvent[] = [];
      for (let after = before; ; ) {
        const batch = await contract.store.readAll(after === null ? { limit: 500 } : { limit: 500, after });
        const last = batch.at(-1);
        if (last === undefined) break;
        seen.push(...batch);
        after = last.position;
      }
      const mine = seen.filter((event) => event.stream === one || event.stream === other);
      expect(mine.map((event) => event.stream)).toEqual([one, one, other, other]);
      expect(mine[1]?.position).toBe(position);
      expect(seen.filter((event) => event.stream.startsWith('$') || event.type.startsWith('$'))).toEqual([]);
      expectGrowing(seen);
    });

    test('keeps to the streams of a filter, whatever letters they have', async () => {
      const prefix = newStream();
      for (const name of [
        'machine-1',
        'machine-2',
        'calendar-1',
        'Machine-3',
        'machin_-4',
        'x-machine-5',
        '🪚-6',
      ]) {
        await write(`${prefix}${name}`, someEvents(1));
      }
      await eventually(prefix, 7);
      const streamsOf = async (...prefixes: string[]) => {
        const filter = { streamPrefixes: prefixes.map((end) => `${prefix}${end}`) };
        return (await contract.store.readAll({ limit: 100, filter })).map((event) =>
          event.stream.slice(prefix.length),
        );
      };
      expect(await streamsOf('machine-')).toEqual(['machine-1', 'machine-2']);
      expect(await streamsOf('machine-', 'calendar-')).toEqual(['machine-1', 'machine-2', 'calendar-1']);
      expect(await streamsOf('machin_')).toEqual(['machin_-4']);
      expect(await streamsOf('🪚')).toEqual(['🪚-6']);
      expect(await streamsOf('loan-')).toEqual([]);
    });

    test('its head is the newest position', async () => {
      const stream = newStream();
      const { position } = await write(stream, someEvents(2));
      await vi.waitFor(
        async () => expect((await contract.store.head()) ?? -1n).toBeGreaterThanOrEqual(position),
        patience,
      );
    });

    test('has no head while it is empty', async () => {
      const other = await contract.open();
      try {
        if (other.fresh !== true) return;
        expect(await other.store.head()).toBeNull();
        expect(await other.store.readAll({ limit: 10 })).toEqual([]);
        const stream = newStream();
        await other.store.append(stream, someEvents(1), 'none');
        await vi.waitFor(async () => {
          const [only] = await other.store.readAll({ limit: 10 });
          expect(only?.stream).toBe(stream);
          expect(await other.store.head()).toBe(only?.position);
        }, patience);
      } finally {
        await other.close();
      }
    });
  });
}
