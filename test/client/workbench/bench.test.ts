import { expect, it } from 'vitest';
import { ReadDesigns } from '../../../client/assemblies/readDesigns.ts';
import { MANY, Workbench } from '../../../client/workbench/bench.ts';
import { add, newInstance } from '../../../client/workbench/gestures/entries.ts';
import { moveBy } from '../../../client/workbench/gestures/move.ts';
import { setParameter } from '../../../client/workbench/gestures/settings.ts';
import { partLinesFrom } from '../../../shared/assemblies/partLines.ts';
import { DraftServer, editor } from '../designs/draft/aDraft.ts';
import { machineOf, NO_DESIGNS, thing } from './aMachine.ts';

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

it('a model that came without its parts list is summed up as that would be, and nothing is changed', async () => {
  const { bench, state } = await aBench();
  expect(state.content.value?.parts).toEqual([]);
  expect(bench.parts.value.map(({ cut }) => cut?.length)).toEqual([1524]);
  expect(state.canUndo.value).toBe(false);
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

/** More things than the page makes lines of, two of them of their own length. */
const many = () =>
  machineOf(
    ...Array.from({ length: MANY + 1 }, (_, index) =>
      thing(`tube-${index}`, 'frame-tube', [0, index * 200, 0]),
    ),
  );
const lengths = ({ state }: Awaited<ReturnType<typeof aBench>>) =>
  state.content.value?.parts.map(({ quantity, cut }) => `${quantity} × ${cut?.length}`);
const followed = ({ bench, state }: Awaited<ReturnType<typeof aBench>>) => {
  const { value: content } = state.content;
  if (content) bench.follow(content, partLinesFrom(content, NO_DESIGNS));
};

it('lines of thousands of things that arrive later belong to the gesture that led there', async () => {
  const opened = await aBench(many());
  const { bench, state } = opened;
  const before = state.content.value;
  bench.act(setParameter(['tube-0'], 'length', 1930.4));
  expect(lengths(opened)).toEqual([]);
  followed(opened);
  expect(lengths(opened)?.toSorted()).toEqual(['1 × 1930.4', `${MANY} × 1524`]);
  state.undo();
  expect(state.content.value).toEqual(before);
  expect(state.canUndo.value).toBe(false);
  state.redo();
  expect(lengths(opened)?.toSorted()).toEqual(['1 × 1930.4', `${MANY} × 1524`]);
});

it('lines of a content that has changed meanwhile are not taken; after two quick gestures each can be undone', async () => {
  const opened = await aBench(many());
  const { bench, state } = opened;
  bench.act(setParameter(['tube-0'], 'length', 1930.4));
  const { value: old } = state.content;
  bench.act(setParameter(['tube-1'], 'length', 1930.4));
  if (old) bench.follow(old, partLinesFrom(old, NO_DESIGNS));
  expect(lengths(opened)).toEqual([]);
  followed(opened);
  expect(lengths(opened)?.toSorted()).toEqual(['2 × 1930.4', `${MANY - 1} × 1524`]);
  state.undo();
  followed(opened);
  expect(lengths(opened)?.toSorted()).toEqual(['1 × 1930.4', `${MANY} × 1524`]);
  expect(state.canRedo.value).toBe(true);
});

it('whoever only looks at a machine of thousands changes nothing in it', async () => {
  const opened = await aBench(many());
  followed(opened);
  expect(lengths(opened)).toEqual([]);
});
