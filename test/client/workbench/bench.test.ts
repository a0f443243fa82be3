import { expect, it } from 'vitest';
import { ReadDesigns } from '../../../client/assemblies/readDesigns.ts';
import { Workbench } from '../../../client/workbench/bench.ts';
import { add, newInstance } from '../../../client/workbench/gestures/entries.ts';
import { moveBy } from '../../../client/workbench/gestures/move.ts';
import { setParameter } from '../../../client/workbench/gestures/settings.ts';
import { DraftServer, editor } from '../designs/draft/aDraft.ts';
import { machineOf, thing } from './aMachine.ts';

async function aBench(content = machineOf(thing('tube', 'frame-tube'))) {
  const { state } = editor(new DraftServer(content));
  await state.open();
  return { state, bench: new Workbench(state, new ReadDesigns()) };
}
const cuts = ({ state }: Awaited<ReturnType<typeof aBench>>) =>
  state.content.value?.parts.map(({ cut }) => cut?.length);

it('a gesture takes the parts list along, and one undo takes all of it back', async () => {
  const opened = await aBench();
  const { bench, state } = opened;
  const before = state.content.value;
  expect(bench.act(setParameter(['tube'], 'length', 1930.4))).toBe(true);
  expect(cuts(opened)).toEqual([1930.4]);
  state.undo();
  expect(state.content.value).toEqual(before);
  expect(state.canUndo.value).toBe(false);
  state.redo();
  expect(cuts(opened)).toEqual([1930.4]);
});

it('what is still being dragged is shown and not done', async () => {
  const { bench, state } = await aBench();
  bench.show(moveBy(bench.standing.value, ['tube'], [50, 0, 0]));
  expect(bench.standing.value.get('tube')?.origin).toEqual([50, 0, 0]);
  expect(state.canUndo.value).toBe(false);
  bench.show(null);
  expect(bench.standing.value.get('tube')?.origin).toEqual([0, 0, 0]);
});

it('a gesture that changes nothing is no step', async () => {
  const { bench, state } = await aBench();
  expect(bench.act(setParameter(['gone'], 'length', 500))).toBe(false);
  expect(state.canUndo.value).toBe(false);
});

it('lines of designs that could not be read stay as they are', async () => {
  const pin = { designId: '0c6a5a4e-2f6f-4b6b-9d1c-0c6a5a4e2f6f', revision: 1 };
  const opened = await aBench();
  opened.bench.act(setParameter(['tube'], 'length', 1000));
  opened.bench.act(add(newInstance('inner', { kind: 'design', ...pin })));
  opened.bench.act(setParameter(['tube'], 'length', 2000));
  expect(cuts(opened)).toEqual([1000]);
});

it('choosing among others adds and takes away', async () => {
  const { bench } = await aBench(machineOf(thing('tube', 'frame-tube'), thing('plate', 'joint-plate')));
  bench.choose('tube');
  bench.choose('plate', true);
  expect(bench.selected.value).toEqual(['tube', 'plate']);
  bench.choose('tube', true);
  expect(bench.selected.value).toEqual(['plate']);
  bench.choose(null);
  expect(bench.selected.value).toEqual([]);
});
