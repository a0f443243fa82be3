import { describe, expect, test } from 'vitest';
import type { ExpectedRevision } from '../../../../server/eventstore/port.ts';
import { someEvent } from '../someEvent.ts';
import { type ContractLog, ids, someEvents } from './log.ts';

export function describeAppend(contract: ContractLog): void {
  const { newStream, write, readStream } = contract;

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

        const outcome = await contract.store.append(stream, appended, row.expected);

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
      const outcomes = await Promise.all([1, 2, 3].map(() => contract.store.append(stream, [event], 'none')));
      expect(outcomes.map((outcome) => outcome.outcome)).toEqual(['appended', 'appended', 'appended']);
      expect(await readStream(stream)).toHaveLength(1);
    });

    test.each<[string, () => Promise<unknown>]>([
      ['no events', () => contract.store.append(newStream(), [], 'any')],
      ['a stream of the system', () => contract.store.append('$mine', [someEvent()], 'any')],
      [
        'an event type of the system',
        () => contract.store.append(newStream(), [someEvent({ type: '$mine' })], 'any'),
      ],
      ['a stream without a name', () => contract.store.append('', [someEvent()], 'any')],
      [
        'an id that is no UUID',
        () => contract.store.append(newStream(), [someEvent({ id: 'seven' })], 'any'),
      ],
      ['a negative revision', () => contract.store.append(newStream(), [someEvent()], -1)],
      [
        'half a surrogate pair',
        () => contract.store.append(newStream(), [someEvent({ data: { a: '\ud83d' } })], 'any'),
      ],
      [
        'half a pair as a key',
        () => contract.store.append(newStream(), [someEvent({ data: { '\udc00': 1 } })], 'any'),
      ],
    ])('%s is a mistake of the program', async (_, append) => {
      await expect(append()).rejects.toThrow(RangeError);
    });
  });
}
