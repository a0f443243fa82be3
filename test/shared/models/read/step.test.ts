import { expect, it } from 'vitest';
import { readModel } from '../../../../shared/models/read/readModel.ts';
import { boundsOf } from './bounds.ts';
import { bytesOf } from './fixtures.ts';
import { openOcct } from './occtInTests.ts';
import { StepFile, stepAssembly } from './stepFile.ts';

it('shows the tree that the file says, each solid under its name, and one shape for all that are alike', async () => {
  const { model, findings } = await readModel(bytesOf(stepAssembly()), 'a.step', { openOcct });
  expect(findings).toEqual([]);
  expect(model?.nodes.map(({ name, parent }) => `${model.nodes[parent]?.name ?? ''}/${name}`)).toEqual([
    '/Machine',
    'Machine/Frame',
    'Frame/Box',
    'Frame/Box',
    'Machine/Frame',
    'Frame/Box',
    'Frame/Box',
    'Machine/Box',
  ]);
  expect(model?.parts).toHaveLength(1);
  expect(model?.occurrences.map(({ node }) => node)).toEqual([2, 3, 5, 6, 7]);
  // The turned box lies along −x from 50; the other frame is turned by half around its corner.
  expect(model && boundsOf(model)).toEqual({ low: [-50, 0, 0], high: [50, 200, 130] });
});

it('refuses what is cut short, a part of itself, and an assembly whose parts lie elsewhere', async () => {
  const whole = stepAssembly();
  await expect(
    readModel(bytesOf(whole.slice(0, whole.length / 2)), 'a.step', { openOcct }),
  ).rejects.toMatchObject({ name: 'CannotBeRead' });
  const ring = new StepFile();
  const [one, other] = ['One', 'Other'].map((name) => ring.product(name, [ring.axes([0, 0, 0])]));
  if (!one || !other) throw new Error('No products.');
  ring.put(one, other, [0, 0, 0]);
  ring.put(other, one, [0, 0, 0]);
  await expect(readModel(bytesOf(ring.text()), 'a.step', { openOcct })).rejects.toMatchObject({
    kind: 'circular',
  });
  const empty = new StepFile();
  const [machine, wheel] = ['Machine', 'Wheel'].map((name) => empty.product(name, [empty.axes([0, 0, 0])]));
  if (!machine || !wheel) throw new Error('No products.');
  empty.put(machine, wheel, [0, 0, 0]);
  await expect(readModel(bytesOf(empty.text()), 'a.step', { openOcct })).rejects.toMatchObject({
    kind: expect.stringMatching(/^(outsideFile|solidsUnreadable)$/),
  });
});

it('opens the reader anew where it came to grief', async () => {
  const asked: (boolean | undefined)[] = [];
  const broken = async (anew?: boolean) => {
    asked.push(anew);
    const occt = await openOcct();
    return {
      ...occt,
      ReadStepFile: () => {
        throw new Error('unreachable');
      },
    };
  };
  await expect(readModel(bytesOf(stepAssembly()), 'a.step', { openOcct: broken })).rejects.toMatchObject({
    kind: 'solidsUnreadable',
  });
  expect(asked).toEqual([undefined, true]);
});
