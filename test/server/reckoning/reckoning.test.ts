import { expect, it, onTestFinished } from 'vitest';
import { openReckoning } from '../../../server/reckoning/reckoning.ts';
import { MOST_INSTANCES, MOST_MATES, NO_OFFSET } from '../../../shared/assemblies/instances.ts';
import { type DesignContent, EMPTY_CONTENT } from '../../../shared/designs/content.ts';
import { thing } from '../../client/workbench/aMachine.ts';

/** No design stands in these models: nobody is asked. */
const asked = (): never => {
  throw new Error('nobody is to be asked');
};
const NOBODY = {
  views: { all: asked, first: asked, byKey: asked, ask: asked, position: () => null },
  designs: { read: asked, write: asked },
};

/** A quarter of what a content may have: plates in a chain, and as many mates again that close it. */
const [PLATES, MATES] = [MOST_INSTANCES / 4, MOST_MATES / 4];
function large(): DesignContent {
  const name = (number: number) => `plate-${number}`;
  return {
    ...EMPTY_CONTENT,
    title: 'Large',
    instances: Array.from({ length: PLATES }, (_, n) => thing(name(n), 'joint-plate', [n, 0, 0])),
    mates: Array.from({ length: MATES }, (_, n) => ({
      id: `mate-${n}`,
      kind: 'rigid' as const,
      one: { instance: name(n % PLATES), interface: 'grid-top' },
      other: { instance: name((n * 7 + 1) % PLATES), interface: 'grid-bottom' },
      turn: 0,
      offset: NO_OFFSET,
    })),
  };
}

function reckoning(limits: Parameters<typeof openReckoning>[0] = {}) {
  const opened = openReckoning(limits);
  onTestFinished(() => opened.close());
  return opened;
}

it('reckons a large model while others are answered', async () => {
  let answered = 0;
  let isOver = false;
  const answering = () => {
    if (isOver) return;
    answered += 1;
    setImmediate(answering);
  };
  setImmediate(answering);
  const { modelProblems, hindrances } = await reckoning().draft(NOBODY, large());
  isOver = true;
  // At once, on the thread of all others, it would be one or two.
  expect(answered).toBeGreaterThan(20);
  expect(modelProblems).toMatchObject([{ kind: 'modelProblems', values: ['1000'] }]);
  expect(hindrances).toContain('It needs a licence.');
});

it('says so where a model is too much, or too many wait, and goes on', async () => {
  const busy = reckoning({ milliseconds: 1, waiting: 1 });
  const plates = { ...large(), mates: [] };
  const asking = [busy.draft(NOBODY, plates), busy.draft(NOBODY, plates), busy.assembly(NOBODY, plates)];
  const [first, , third] = await Promise.allSettled(asking);
  expect(first).toMatchObject({
    value: { modelProblems: [{ sentence: expect.stringContaining('could not be checked here now') }] },
  });
  expect(third).toMatchObject({ reason: { kind: 'rate-limited' } });
  const small = { ...EMPTY_CONTENT, instances: [thing('carpet', 'flying-carpet')] };
  expect((await busy.assembly(NOBODY, small)).problems).toHaveLength(1);
});
