import { describe, expect, test } from 'vitest';
import type { Appended, WrongExpectedRevision } from '../../../../server/eventstore/port.ts';
import { someEvent } from '../someEvent.ts';
import { type ContractLog, expectGrowing, ids, someEvents } from './log.ts';

export function describeWriters(contract: ContractLog): void {
  const { newStream, write, readStream, eventually } = contract;

  describe('many writers', () => {
    test('of many at the same revision exactly one wins', async () => {
      const stream = newStream();
      await write(stream, someEvents(1));
      const attempts = someEvents(30);
      const outcomes = await Promise.all(attempts.map((event) => contract.store.append(stream, [event], 0)));

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
        someEvents(30).map((event) => contract.store.append(stream, [event], 'none')),
      );
      expect(outcomes.filter((outcome) => outcome.outcome === 'appended')).toHaveLength(1);
      expect(await readStream(stream)).toHaveLength(1);
    });

    test('one that is refused does not disturb those beside it', async () => {
      const prefix = newStream();
      const outcomes = await Promise.all(
        Array.from({ length: 40 }, (_, number) =>
          contract.store.append(`${prefix}${number}`, [someEvent()], number % 2 === 0 ? 'none' : 'exists'),
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
        appends.push(contract.store.append(`${prefix}${number % 5}`, someEvents(1 + (number % 3)), 'any'));
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
      await Promise.all(appends.map((events) => contract.store.append(stream, events, 'any')));
      const read = ids(await readStream(stream));
      expect(read).toHaveLength(140);
      for (const events of appends) {
        const start = read.indexOf(events[0]?.id ?? '');
        expect(read.slice(start, start + 7)).toEqual(ids(events));
      }
    });
  });
}
