import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openEventStoreDb } from '../../../server/eventstore/eventstoredb/openEventStoreDb.ts';
import {
  type Appended,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
  type RecordedEvent,
  StoreUnavailable,
} from '../../../server/eventstore/port.ts';
import { someEvent } from './someEvent.ts';
import { faultKind } from './standIn/faults.ts';
import { type StandIn, startStandIn } from './standIn/standIn.ts';

const DEADLINE = 100;
const STREAMS = 3;
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

/** One append by one of the writers: to which stream, how many events, and what it believes of the stream. */
const append = fc.record({
  do: fc.constant('append' as const),
  stream: fc.nat(STREAMS - 1),
  count: fc.integer({ min: 1, max: 3 }),
  expected: fc.constantFrom('any', 'exists', 'none', 'head' as const),
});
const fault = fc.record({
  do: fc.constant('fault' as const),
  kind: fc.constantFrom(
    ...faultKind.options.filter((kind) => !['crash', 'writeThenCrash', 'accessDenied'].includes(kind)),
  ),
  on: fc.constantFrom('append', 'append', 'append', 'read', 'subscription' as const),
  times: fc.integer({ min: 1, max: 3 }),
  delay: fc.integer({ min: 0, max: 3 * DEADLINE }),
});
const restart = fc.record({ do: fc.constant('restart' as const) });
const reset = fc.record({ do: fc.constant('reset' as const) });
const plan = fc.array(
  fc.oneof(
    { weight: 10, arbitrary: append },
    { weight: 5, arbitrary: fault },
    { weight: 1, arbitrary: restart },
    { weight: 1, arbitrary: reset },
  ),
  { minLength: 15, maxLength: 30 },
);

type Step = typeof plan extends fc.Arbitrary<(infer One)[]> ? One : never;

interface Tried {
  stream: string;
  events: NewEvent[];
  answer: Appended | 'refused' | 'unknown';
}

async function carryOut(
  store: EventStore,
  stream: string,
  events: NewEvent[],
  expected: 'any' | 'exists' | 'none' | 'head',
): Promise<Tried> {
  try {
    let expects: ExpectedRevision = 'none';
    if (expected !== 'head') expects = expected;
    else expects = (await store.read(stream, { direction: 'backwards', limit: 1 }))[0]?.revision ?? 'none';
    const outcome = await store.append(stream, events, expects);
    return { stream, events, answer: outcome.outcome === 'appended' ? outcome : 'refused' };
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    return { stream, events, answer: 'unknown' };
  }
}

async function run(standIn: StandIn, store: EventStore, steps: Step[]): Promise<Tried[]> {
  const running: Promise<Tried>[] = [];
  for (const step of steps) {
    switch (step.do) {
      case 'append': {
        const events = Array.from({ length: step.count }, () => someEvent());
        running.push(carryOut(store, `stream-${step.stream}`, events, step.expected));
        // Some appends meet, some follow each other.
        if (running.length % 3 === 0) await running.at(-1);
        break;
      }
      case 'fault':
        standIn.faults.add(step);
        break;
      case 'restart':
        await standIn.stop();
        await standIn.start();
        break;
      case 'reset':
        standIn.resetConnections();
        break;
    }
  }
  const tried = await Promise.all(running);
  standIn.faults.clear();
  return tried;
}

/** What became of each append, judged by the log when all is quiet. */
function check(log: readonly RecordedEvent[], tried: readonly Tried[]): void {
  const ids = log.map((event) => event.id);
  expect(new Set(ids).size, 'no event is written twice').toBe(ids.length);
  for (const { stream, events, answer } of tried) {
    const found = events.map((event) => log.find((recorded) => recorded.id === event.id));
    const written = found.filter((event) => event !== undefined);
    expect([0, events.length], 'an append is written whole or not at all').toContain(written.length);
    if (answer === 'refused') expect(written, 'what was refused is not there').toEqual([]);
    if (answer === 'refused' || answer === 'unknown') continue;
    const first = answer.revision - events.length + 1;
    expect(
      written.map((event) => [event.stream, event.revision]),
      'what was acknowledged is there, where it was said to be',
    ).toEqual(events.map((_, index) => [stream, first + index]));
    expect(written.at(-1)?.position).toBe(answer.position);
  }
  for (let number = 0; number < STREAMS; number++) {
    const revisions = log
      .filter((event) => event.stream === `stream-${number}`)
      .map((event) => event.revision);
    expect(revisions, 'revisions have no gap').toEqual(revisions.map((_, index) => index));
  }
}

test(`whatever the server does, answers are true and nothing is written twice (SEED=${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(plan, async (steps) => {
      const standIn = await startStandIn({ commitTimeout: 50 });
      const { connectionString } = standIn;
      const store = openEventStoreDb({ connectionString, deadline: DEADLINE, patience: 600, renewal: 200 });
      const calm = openEventStoreDb({ connectionString });
      const seen: RecordedEvent[] = [];
      store.subscribe({}, async (events) => {
        seen.push(...events);
      });
      try {
        const tried = await run(standIn, store, steps);
        // What the server still holds back lands now or never.
        await new Promise((resolve) => setTimeout(resolve, 3 * DEADLINE + 50));
        check(await calm.readAll({ limit: 10_000 }), tried);

        for (const { stream, events, answer } of tried.filter((one) => one.answer === 'unknown')) {
          expect(answer).toBe('unknown');
          const again = await calm.append(stream, events, 'any');
          expect(again.outcome, 'repeating what is not known settles it').toBe('appended');
        }
        const log = await calm.readAll({ limit: 10_000 });
        await expect.poll(() => seen.length, { timeout: 15_000 }).toBeGreaterThanOrEqual(log.length);
        expect(seen, 'the subscription saw the log, in its order').toEqual(log);
      } finally {
        await store.close();
        await calm.close();
        await standIn.close();
      }
    }),
    { seed, numRuns: Number(process.env.RUNS ?? 8), endOnFailure: false, interruptAfterTimeLimit: 45_000 },
  );
}, 120_000);
