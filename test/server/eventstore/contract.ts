import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { appendBytes, encodeAppend } from '../../../server/eventstore/encode.ts';
import {
  type Appended,
  AppendRefused,
  type EventStore,
  type ExpectedRevision,
  MAXIMUM_APPEND_BYTES,
  type NewEvent,
  type RecordedEvent,
  type WrongExpectedRevision,
} from '../../../server/eventstore/port.ts';
import { someEvent } from './someEvent.ts';

export interface OpenedStore {
  store: EventStore;
  /** Closes the store and removes what it stands on. */
  close(): Promise<void>;
  /** Another handle on the same log, as a second server process would hold it. The caller closes it. */
  second?(): Promise<EventStore>;
  /** The log is this suite's alone and empty at the start. */
  fresh?: boolean;
}

const someEvents = (count: number): NewEvent[] =>
  Array.from({ length: count }, (_, number) => someEvent({ data: { number } }));
const ids = (events: readonly NewEvent[]): string[] => events.map((event) => event.id);
/** Long enough for a busy machine; nothing waits for it when all is well. */
const patience = { timeout: 10_000, interval: 20 };

/**
 * What every adapter must do. The log may hold other streams and be written by others at the same time: each test
 * works on streams of its own, and reads the whole log from where it began.
 */
export function eventStoreContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`${name} keeps the contract of the EventStore`, () => {
    let opened: OpenedStore;
    let store: EventStore;
    beforeAll(async () => {
      opened = await open();
      store = opened.store;
    });
    afterAll(async () => {
      await opened?.close();
    });

    const run = randomUUID();
    let streams = 0;
    const newStream = (): string => `contract-${run}-${++streams}-`;

    async function write(stream: string, events: readonly NewEvent[], expected: ExpectedRevision = 'any') {
      const outcome = await store.append(stream, events, expected);
      if (outcome.outcome !== 'appended') throw new Error(`The stream stands at ${outcome.actual}.`);
      return outcome;
    }
    const readStream = (stream: string) => store.read(stream, { limit: 10_000 });

    /** Everything in streams with this prefix, once `count` events can be seen. */
    async function eventually(prefix: string, count: number, from = store): Promise<RecordedEvent[]> {
      return await vi.waitFor(async () => {
        const events: RecordedEvent[] = [];
        for (;;) {
          const after = events.at(-1)?.position;
          const filter = { streamPrefixes: [prefix] };
          const batch = await from.readAll({
            limit: 1000,
            filter,
            ...(after === undefined ? {} : { after }),
          });
          if (batch.length === 0) break;
          events.push(...batch);
        }
        expect(events.length).toBeGreaterThanOrEqual(count);
        return events;
      }, patience);
    }

    describe('append, by what the stream holds and what is expected', () => {
      const written = (revision: number) => ({ outcome: 'appended', revision });
      const wrong = (expected: ExpectedRevision, actual: number | 'none') => ({
        outcome: 'wrongExpectedRevision',
        expected,
        actual,
      });
      /** `holds` events lie in the stream; `append` names them by index, and any larger index is a new one. */
      const rows: {
        holds: number;
        append: number[];
        expected: ExpectedRevision;
        outcome: { outcome: string; revision?: number };
        adds: number;
      }[] = [
        { holds: 0, append: [0], expected: 'any', outcome: written(0), adds: 1 },
        { holds: 0, append: [0], expected: 'none', outcome: written(0), adds: 1 },
        { holds: 0, append: [0, 1, 2], expected: 'none', outcome: written(2), adds: 3 },
        { holds: 0, append: [0], expected: 'exists', outcome: wrong('exists', 'none'), adds: 0 },
        { holds: 0, append: [0], expected: 0, outcome: wrong(0, 'none'), adds: 0 },
        { holds: 0, append: [0], expected: 7, outcome: wrong(7, 'none'), adds: 0 },
        { holds: 1, append: [8], expected: 'any', outcome: written(1), adds: 1 },
        { holds: 1, append: [8], expected: 'exists', outcome: written(1), adds: 1 },
        { holds: 1, append: [8, 9], expected: 0, outcome: written(2), adds: 2 },
        { holds: 1, append: [8], expected: 'none', outcome: wrong('none', 0), adds: 0 },
        { holds: 2, append: [8], expected: 0, outcome: wrong(0, 1), adds: 0 },
        { holds: 2, append: [8], expected: 2, outcome: wrong(2, 1), adds: 0 },
        { holds: 6, append: [0], expected: 'none', outcome: written(0), adds: 0 },
        { holds: 6, append: [0], expected: 'any', outcome: written(0), adds: 0 },
        { holds: 6, append: [0], expected: 'exists', outcome: written(0), adds: 0 },
        { holds: 6, append: [0], expected: 5, outcome: written(6), adds: 1 },
        { holds: 6, append: [0], expected: 4, outcome: wrong(4, 5), adds: 0 },
        { holds: 6, append: [0], expected: 6, outcome: wrong(6, 5), adds: 0 },
        { holds: 6, append: [2, 3], expected: 1, outcome: written(3), adds: 0 },
        { holds: 6, append: [2, 3], expected: 'any', outcome: written(3), adds: 0 },
        { holds: 6, append: [2, 3], expected: 0, outcome: wrong(0, 5), adds: 0 },
        { holds: 1, append: [0], expected: 0, outcome: written(1), adds: 1 },
        { holds: 2, append: [0], expected: 'none', outcome: written(0), adds: 0 },
        { holds: 2, append: [0, 1], expected: 'none', outcome: written(1), adds: 0 },
        { holds: 2, append: [1], expected: 0, outcome: written(1), adds: 0 },
        { holds: 2, append: [1], expected: 'any', outcome: written(1), adds: 0 },
        { holds: 2, append: [1], expected: 'none', outcome: wrong('none', 1), adds: 0 },
        { holds: 2, append: [0, 1, 8], expected: 'none', outcome: wrong('none', 1), adds: 0 },
        { holds: 2, append: [0, 9], expected: 'any', outcome: wrong('any', 1), adds: 0 },
        { holds: 2, append: [0, 9], expected: 'exists', outcome: wrong('exists', 1), adds: 0 },
      ];
      const named = (index: number) => `e${index}`;
      for (const row of rows) {
        const holds = row.holds === 0 ? 'nothing' : `e0 to e${row.holds - 1}`;
        const answer =
          row.outcome.outcome === 'appended' ? `revision ${row.outcome.revision}` : 'wrong revision';
        const title = `${holds}: ${row.append.map(named)} at ${row.expected} adds ${row.adds}, answers ${answer}`;
        test(title, async () => {
          const stream = newStream();
          const held = someEvents(row.holds);
          for (const event of held) await write(stream, [event]);
          const appended = row.append.map((index) => held[index] ?? someEvent());

          const outcome = await store.append(stream, appended, row.expected);

          expect(outcome).toMatchObject(row.outcome);
          const after = await readStream(stream);
          expect(ids(after)).toEqual([...ids(held), ...ids(appended).slice(0, row.adds)]);
          if (outcome.outcome === 'appended') {
            expect(outcome.position).toBe(after[outcome.revision]?.position);
          }
        });
      }

      test('the same id in two streams is two events', async () => {
        const event = someEvent();
        const [one, other] = [newStream(), newStream()];
        await write(one, [event], 'any');
        expect(await write(other, [event], 'any')).toMatchObject({ revision: 0 });
        expect(await readStream(other)).toHaveLength(1);
      });

      test('an append repeated while the first is on its way is written once', async () => {
        const stream = newStream();
        const event = someEvent();
        const outcomes = await Promise.all([1, 2, 3].map(() => store.append(stream, [event], 'none')));
        expect(outcomes.map((outcome) => outcome.outcome)).toEqual(['appended', 'appended', 'appended']);
        expect(await readStream(stream)).toHaveLength(1);
      });

      test.each<[string, () => Promise<unknown>]>([
        ['no events', () => store.append(newStream(), [], 'any')],
        ['a stream of the system', () => store.append('$mine', [someEvent()], 'any')],
        [
          'an event type of the system',
          () => store.append(newStream(), [someEvent({ type: '$mine' })], 'any'),
        ],
        ['a stream without a name', () => store.append('', [someEvent()], 'any')],
        ['an id that is no UUID', () => store.append(newStream(), [someEvent({ id: 'seven' })], 'any')],
        ['a negative revision', () => store.append(newStream(), [someEvent()], -1)],
        [
          'half a surrogate pair',
          () => store.append(newStream(), [someEvent({ data: { a: '\ud83d' } })], 'any'),
        ],
        [
          'half a pair as a key',
          () => store.append(newStream(), [someEvent({ data: { '\udc00': 1 } })], 'any'),
        ],
      ])('%s is a mistake of the program', async (_, append) => {
        await expect(append()).rejects.toThrow(RangeError);
      });
    });

    describe('many writers', () => {
      test('of many at the same revision exactly one wins', async () => {
        const stream = newStream();
        await write(stream, someEvents(1));
        const attempts = someEvents(30);
        const outcomes = await Promise.all(attempts.map((event) => store.append(stream, [event], 0)));

        const winner = outcomes.findIndex((outcome) => outcome.outcome === 'appended');
        const losers = outcomes.filter((outcome) => outcome.outcome === 'wrongExpectedRevision');
        expect(losers).toHaveLength(29);
        for (const loser of losers) expect(loser).toMatchObject({ expected: 0, actual: 1 });
        const [, second, ...more] = await readStream(stream);
        expect(second?.id).toBe(attempts[winner]?.id);
        expect(more).toEqual([]);
      });

      test('of many that create the same stream exactly one wins', async () => {
        const stream = newStream();
        const outcomes = await Promise.all(
          someEvents(30).map((event) => store.append(stream, [event], 'none')),
        );
        expect(outcomes.filter((outcome) => outcome.outcome === 'appended')).toHaveLength(1);
        expect(await readStream(stream)).toHaveLength(1);
      });

      test('one that is refused does not disturb those beside it', async () => {
        const prefix = newStream();
        const outcomes = await Promise.all(
          Array.from({ length: 40 }, (_, number) =>
            store.append(`${prefix}${number}`, [someEvent()], number % 2 === 0 ? 'none' : 'exists'),
          ),
        );
        for (const [number, outcome] of outcomes.entries()) {
          expect(outcome.outcome).toBe(number % 2 === 0 ? 'appended' : 'wrongExpectedRevision');
        }
        expect(await eventually(prefix, 20)).toHaveLength(20);
      });

      test('revisions have no gap and positions grow with them', async () => {
        const prefix = newStream();
        const appends: Promise<Appended | WrongExpectedRevision>[] = [];
        for (let number = 0; number < 60; number++) {
          appends.push(store.append(`${prefix}${number % 5}`, someEvents(1 + (number % 3)), 'any'));
        }
        const outcomes = await Promise.all(appends);
        const all = await eventually(prefix, 120);

        expect(all).toHaveLength(120);
        expectGrowing(all);
        for (let number = 0; number < 5; number++) {
          const one = all.filter((event) => event.stream === `${prefix}${number}`);
          expect(one.map((event) => event.revision)).toEqual(one.map((_, index) => index));
        }
        const positions = new Set(all.map((event) => event.position));
        for (const outcome of outcomes) {
          expect(outcome.outcome === 'appended' && positions.has(outcome.position)).toBe(true);
        }
      });

      test('the events of one append stay together and in order', async () => {
        const stream = newStream();
        const appends = Array.from({ length: 20 }, () => someEvents(7));
        await Promise.all(appends.map((events) => store.append(stream, events, 'any')));
        const read = ids(await readStream(stream));
        expect(read).toHaveLength(140);
        for (const events of appends) {
          const start = read.indexOf(events[0]?.id ?? '');
          expect(read.slice(start, start + 7)).toEqual(ids(events));
        }
      });
    });

    describe('read', () => {
      test('gives back what was written, to the letter', async () => {
        const stream = newStream();
        const event = someEvent({
          type: 'PartRecovered',
          data: {
            text: 'Säge 🪚👩🏽‍🔧 שלום العربية \u2028\u2029 \u0000 "\\" \\ud83d </script> \ufeff e\u0301',
            '': 'empty key',
            ключ: [1, -0.5, 1e21, 5e-324, 9007199254740991, true, false, null, [], {}, ''],
            z: 1,
            a: { deeply: { nested: ['x'] } },
          },
        });
        const { position } = await write(stream, [event]);
        expect(await readStream(stream)).toEqual([{ ...event, stream, revision: 0, position }]);
        expect(JSON.stringify((await readStream(stream))[0]?.data)).toBe(JSON.stringify(event.data));
      });

      test('keeps names of streams and types with any letters', async () => {
        const stream = `${newStream()}Werk-Süd 🪚 ش'"; drop table events; --%_*[a]`;
        await write(stream, [someEvent({ type: 'Émis' })]);
        expect(await readStream(stream)).toMatchObject([{ stream, type: 'Émis' }]);
        expect(await eventually(stream, 1)).toMatchObject([{ stream, type: 'Émis' }]);
      });

      test('a missing stream is empty, both ways', async () => {
        expect(await store.read(newStream(), { limit: 10 })).toEqual([]);
        expect(await store.read(newStream(), { limit: 10, direction: 'backwards' })).toEqual([]);
        expect(await store.read(newStream(), { limit: 10, from: 3 })).toEqual([]);
      });

      test.each<[{ from?: number; direction?: 'forwards' | 'backwards'; limit: number }, number[]]>([
        [{ limit: 100 }, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
        [{ limit: 3 }, [0, 1, 2]],
        [{ from: 4, limit: 3 }, [4, 5, 6]],
        [{ from: 8, limit: 5 }, [8, 9]],
        [{ from: 9, limit: 1 }, [9]],
        [{ from: 10, limit: 5 }, []],
        [{ direction: 'forwards', from: 0, limit: 1 }, [0]],
        [{ direction: 'backwards', limit: 3 }, [9, 8, 7]],
        [{ direction: 'backwards', limit: 100 }, [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]],
        [{ direction: 'backwards', from: 4, limit: 2 }, [4, 3]],
        [{ direction: 'backwards', from: 1, limit: 5 }, [1, 0]],
        [{ direction: 'backwards', from: 0, limit: 5 }, [0]],
        [{ direction: 'backwards', from: 12, limit: 2 }, [9, 8]],
        [{ limit: 0 }, []],
      ])('of ten events, %j gives the revisions %j', async (options, revisions) => {
        const stream = newStream();
        await write(stream, someEvents(10));
        expect((await store.read(stream, options)).map((event) => event.revision)).toEqual(revisions);
      });

      test('sees an append as soon as it is answered', async () => {
        const stream = newStream();
        for (let revision = 0; revision < 20; revision++) {
          await write(stream, someEvents(1));
          expect(await store.read(stream, { direction: 'backwards', limit: 1 })).toMatchObject([
            { revision },
          ]);
        }
      });
    });

    describe('size', () => {
      /** Events whose append weighs exactly `bytes`; some letters take two bytes, so that letters are not counted. */
      function weighing(bytes: number, count = 1): NewEvent[] {
        const events = Array.from({ length: count }, () => someEvent({ data: { text: 'üé' } }));
        const first = events[0];
        if (first === undefined) throw new RangeError('At least one event.');
        const missing = bytes - appendBytes(encodeAppend('x', events, 'any'));
        return [{ ...first, data: { text: `üé${'x'.repeat(missing)}` } }, ...events.slice(1)];
      }

      test.each([1, 100])(
        'an append of exactly the largest size, in %i events, is written',
        async (count) => {
          const stream = newStream();
          const events = weighing(MAXIMUM_APPEND_BYTES, count);
          expect(await write(stream, events, 'none')).toMatchObject({ revision: count - 1 });
          expect((await readStream(stream)).map((event) => event.data)).toEqual(
            events.map((event) => event.data),
          );
        },
      );

      test.each([1, 100])('one byte more, in %i events, is refused and nothing is written', async (count) => {
        const stream = newStream();
        const refusal = store.append(stream, weighing(MAXIMUM_APPEND_BYTES + 1, count), 'none');
        await expect(refusal).rejects.toThrow(AppendRefused);
        await expect(refusal).rejects.toMatchObject({ reason: 'tooLarge' });
        expect(await readStream(stream)).toEqual([]);
        expect(await write(stream, someEvents(1), 'none')).toMatchObject({ revision: 0 });
      });
    });

    test('the size is counted in bytes, not in letters', async () => {
      const stream = newStream();
      const text = 'é'.repeat(MAXIMUM_APPEND_BYTES / 2);
      await expect(store.append(stream, [someEvent({ data: { text } })], 'none')).rejects.toMatchObject({
        reason: 'tooLarge',
      });
      const shorter = text.slice(500);
      expect(await write(stream, [someEvent({ data: { text: shorter } })], 'none')).toMatchObject({
        revision: 0,
      });
      expect((await readStream(stream))[0]?.data).toEqual({ text: shorter });
    });

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
            const batch = await store.readAll(after === undefined ? options : { ...options, after });
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
        expect(await store.readAll({ after: first.position, limit: 100, filter })).toEqual(all.slice(3));
        expect(await store.readAll({ after: first.position, limit: 2, filter })).toEqual(all.slice(3, 5));
        expect(await store.readAll({ after: second.position, limit: 100, filter })).toEqual([]);
      });

      test('without a filter shows every stream but those of the system', async () => {
        const [one, other] = [newStream(), newStream()];
        const before = await store.head();
        const { position } = await write(one, someEvents(2));
        await write(other, someEvents(2));
        await eventually(other, 2);
        const seen: RecordedEvent[] = [];
        for (let after = before; ; ) {
          const batch = await store.readAll(after === null ? { limit: 500 } : { limit: 500, after });
          const last = batch.at(-1);
          if (last === undefined) break;
          seen.push(...batch);
          after = last.position;
        }
        const mine = seen.filter((event) => event.stream === one || event.stream === other);
        expect(mine.map((event) => event.stream)).toEqual([one, one, other, other]);
        expect(mine[1]?.position).toBe(position);
        expect(seen.filter((event) => event.stream.startsWith('$') || event.type.startsWith('$'))).toEqual(
          [],
        );
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
          return (await store.readAll({ limit: 100, filter })).map((event) =>
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
          async () => expect((await store.head()) ?? -1n).toBeGreaterThanOrEqual(position),
          patience,
        );
      });

      test('has no head while it is empty', async () => {
        const other = await open();
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
        const watched = collect(store, prefix);
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
        const watched = collect(store, prefix, position);
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
        const watched = collect(store, prefix, position);
        const live = someEvents(2);
        await write(prefix, live);
        await watched.until(2);
        await watched.close();
        expect(ids(watched.seen)).toEqual(ids(live));
      });

      test('keeps its order while many write', async () => {
        const prefix = newStream();
        const watched = collect(store, prefix);
        const late = vi.waitFor(() => expect(watched.seen.length).toBeGreaterThan(0), patience);
        const writer = async (number: number) => {
          for (let turn = 0; turn < 15; turn++) await write(`${prefix}${number}`, someEvents(1));
        };
        await Promise.all(Array.from({ length: 16 }, (_, number) => writer(number)));
        await late;
        const lateComer = collect(store, prefix);
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
        const watched = collect(store, prefix);
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
        const subscription = store.subscribe({ filter: { streamPrefixes: [prefix] } }, async (events) => {
          running++;
          most = Math.max(most, running);
          await new Promise((resolve) => setImmediate(resolve));
          count += events.length;
          running--;
        });
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
        const subscription = store.subscribe({ filter: { streamPrefixes: [prefix] } }, async (events) => {
          batches.push(ids(events));
          if (batches.length <= 2) throw new Error('Not yet.');
          handled.push(...ids(events));
        });
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
        const subscription = store.subscribe({ filter: { streamPrefixes: [prefix] } }, async () => {
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
        const other = collect(store, prefix);
        await other.until(3);
        await other.close();
        expect(calls).toBe(1);
        await subscription.close();
      });

      test('ends at once while it waits to repeat a batch', async () => {
        const prefix = newStream();
        const failed = Promise.withResolvers<void>();
        const subscription = store.subscribe({ filter: { streamPrefixes: [prefix] } }, async () => {
          failed.resolve();
          throw new Error('Never.');
        });
        await write(prefix, someEvents(1));
        await failed.promise;
        await subscription.close();
      });
    });

    describe('another process on the same log', () => {
      async function withSecond(work: (second: EventStore) => Promise<void>): Promise<void> {
        if (opened.second === undefined) return;
        const second = await opened.second();
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
          expect(await store.append(stream, someEvents(1), 0)).toMatchObject({ actual: 1 });
          expect(await write(stream, someEvents(1), 1)).toMatchObject({ revision: 2 });
          expect(await write(stream, someEvents(1), 'any')).toMatchObject({ revision: 3 });
        });
      });

      test('wakes a subscription within a second', async () => {
        await withSecond(async (second) => {
          const prefix = newStream();
          const watched: RecordedEvent[] = [];
          const subscription = store.subscribe({ filter: { streamPrefixes: [prefix] } }, async (events) => {
            watched.push(...events);
          });
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
            [0, 1, 2, 3, 4, 5].map((number) => writer(number % 2 === 0 ? store : second, number)),
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

    test('a closed store accepts nothing and its subscriptions have ended', async () => {
      const other = await open();
      const stream = newStream();
      const handled = Promise.withResolvers<void>();
      other.store.subscribe({ filter: { streamPrefixes: [stream] } }, async () => handled.resolve());
      const accepted = other.store.append(stream, someEvents(1), 'none');
      await handled.promise;
      expect((await accepted).outcome).toBe('appended');
      await other.store.close();
      await expect(other.store.append(stream, someEvents(1), 'any')).rejects.toThrow();
      await other.close();
    });
  });
}

function expectGrowing(events: readonly RecordedEvent[]): void {
  for (const [index, event] of events.entries()) {
    const before = events[index - 1];
    if (before !== undefined && before.position >= event.position) {
      throw new Error(`Position ${event.position} follows ${before.position}.`);
    }
  }
}
