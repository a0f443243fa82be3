import { expect, it } from 'vitest';
import type { Model } from '../../../../shared/models/model.ts';
import { readModel } from '../../../../shared/models/read/readModel.ts';
import { boundsOf } from './bounds.ts';
import { bytesOf } from './fixtures.ts';
import { openOcct } from './occtInTests.ts';
import { StepFile, stepAssembly } from './stepFile.ts';

const IDENTITY = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
const BOX_BOUNDS = { low: [0, 0, 0], high: [10, 20, 30] };
/** What relates the shape of a part to that of the whole, and by which placements. */
const WAY = /(REPRESENTATION_RELATIONSHIP\('',''),#(\d+),#(\d+)/g;
const MOVE = /(ITEM_DEFINED_TRANSFORMATION\('','',)#(\d+),#(\d+)\)/g;

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

/** The bounds of a part in its own coordinates. */
const ownBounds = (model: Model | null) => {
  const [part] = model?.parts ?? [];
  return (
    part && boundsOf({ parts: [part], occurrences: [{ part: 0, matrix: IDENTITY, node: 0 }], nodes: [] })
  );
};
const QUARTER = [0, 1, 0, 0, -1, 0, 0, 0, 0, 0, 1, 0, 5, 6, 7, 1];

/** One box in a machine, turned and moved. */
function oneBox(): string {
  const file = new StepFile();
  const box = file.box('Box');
  file.put(file.product('Machine', [file.axes([0, 0, 0])]), box, [5, 6, 7], [0, 1, 0]);
  return file.text();
}

it.each([
  ['the part first', (text: string) => text],
  ['the whole first', (text: string) => text.replaceAll(WAY, '$1,#$3,#$2').replaceAll(MOVE, '$1#$3,#$2)')],
])(
  'takes places from a file that names %s, and tells each part in its own coordinates',
  async (_what, change) => {
    const { model, unit } = await readModel(bytesOf(change(oneBox())), 'a.step', { openOcct });
    expect(unit).toEqual({ guessed: 'mm', sure: true, why: 'inFile' });
    expect(ownBounds(model)).toEqual(BOX_BOUNDS);
    expect(model?.occurrences.map(({ matrix }) => matrix)).toEqual([QUARTER]);
  },
);

it('finds the places of equal shapes by their corners where the file says none', async () => {
  const text = stepAssembly().replaceAll(MOVE, '$1#$2,#99999)');
  const { model, findings } = await readModel(bytesOf(text), 'a.step', { openOcct });
  expect(findings).toEqual([]);
  expect(model?.parts).toHaveLength(1);
  expect(model?.occurrences).toHaveLength(5);
});

it('names the unit that a file is written in, and turns it into millimetres with all its places', async () => {
  const { model, unit } = await readModel(bytesOf(stepAssembly(true)), 'a.step', { openOcct });
  expect(unit).toEqual({ guessed: 'mm', sure: true, why: 'converted', written: 'in' });
  expect(model && boundsOf(model)).toEqual({ low: [-1270, 0, 0], high: [1270, 5080, 3302] });
  expect(model?.occurrences[4]?.matrix.slice(12)).toEqual([0, 0, 2540, 1]);
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

it('says of a file of triangles, and of one of lines, what it has not', async () => {
  const mesh = new StepFile();
  const corners = mesh.add("COORDINATES_LIST('',3,((0.,0.,0.),(10.,0.,0.),(0.,10.,0.)))");
  const face = mesh.add(`TRIANGULATED_FACE('',${corners},3,(),$,(),((1,2,3)))`);
  mesh.product('Mesh', [mesh.add(`TESSELLATED_SOLID('',(${face}),$)`)], 'TESSELLATED_SHAPE_REPRESENTATION');
  await expect(readModel(bytesOf(mesh.text()), 'a.step', { openOcct })).rejects.toMatchObject({
    kind: 'onlyMeshes',
  });
  const wire = new StepFile();
  const line = wire.add(`POLYLINE('',(${wire.point([0, 0, 0])},${wire.point([9, 0, 0])}))`);
  const set = wire.add(`GEOMETRIC_CURVE_SET('',(${line}))`);
  wire.product('Wire', [set], 'GEOMETRICALLY_BOUNDED_WIREFRAME_SHAPE_REPRESENTATION');
  await expect(readModel(bytesOf(wire.text()), 'a.step', { openOcct })).rejects.toMatchObject({
    kind: 'noTriangles',
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
