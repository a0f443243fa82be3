import { expect, test } from 'vitest';
import type { DraftContent } from '../../../../shared/designs/content.ts';
import { recognised } from './scene.ts';

/** A tetrahedron in words, its legs so long. */
function stl(leg: number): string {
  const corners = [
    [0, 0, 0],
    [leg, 0, 0],
    [0, leg, 0],
    [0, 0, leg],
  ];
  const facet = (...at: number[]) =>
    `facet normal 0 0 0\nouter loop\n${at.map((corner) => `vertex ${corners[corner]?.join(' ')}`).join('\n')}\nendloop\nendfacet\n`;
  return `solid foot\n${facet(0, 2, 1)}${facet(0, 1, 3)}${facet(0, 3, 2)}${facet(1, 2, 3)}endsolid foot\n`;
}
const stands = (content?: DraftContent) => content?.instances.map(({ of }) => of);
const README = '# A foot';

test('the one model of a folder stands in the design, with a line of its own', async () => {
  const { contents, told } = await recognised({ 'README.md': README, 'parts/foot.stl': stl(40) });
  const [content] = contents;
  expect(stands(content)).toEqual([{ kind: 'file', path: 'parts/foot.stl', unit: 'mm', material: '' }]);
  expect(content?.parts).toMatchObject([{ id: 'm-model', name: 'foot', quantity: 1, source: 'make' }]);
  expect(told.join('\n')).toContain('parts/foot.stl: It stands as the model; its numbers are taken for mm.');
});

test('numbers too small for millimetres are taken for metres', async () => {
  const { contents } = await recognised({ 'README.md': README, 'foot.stl': stl(0.04) });
  expect(stands(contents[0])).toMatchObject([{ unit: 'm' }]);
});

test('the same model in two formats stands once, in the one that says more', async () => {
  const step = 'ISO-10303-21;\nHEADER;\nENDSEC;\nDATA;\nENDSEC;\nEND-ISO-10303-21;\n';
  const { contents } = await recognised({ 'README.md': README, 'foot.stl': stl(40), 'foot.step': step });
  expect(stands(contents[0])).toMatchObject([{ path: 'foot.step', unit: 'mm' }]);
});

test('of several models none is taken for the whole, nor one that cannot be read', async () => {
  const two = await recognised({ 'README.md': README, 'foot.stl': stl(40), 'arm.stl': stl(30) });
  expect(stands(two.contents[0])).toEqual([]);
  const damaged = await recognised({ 'README.md': README, 'foot.stl': 'solid foot' });
  expect(stands(damaged.contents[0])).toEqual([]);
  expect(damaged.told.join('\n')).toContain('foot.stl: It could not be read as a model.');
});

test('a written parts list stays beside the model', async () => {
  const files = { 'README.md': README, 'foot.stl': stl(40), 'bom.csv': 'Part,Quantity\nBolt,4\n' };
  const { contents } = await recognised(files);
  expect(contents[0]?.parts.map(({ name, parent }) => [name, parent])).toEqual([
    ['foot', null],
    ['Bolt', null],
  ]);
});

test('a model that a line is made by is a part, and not the whole', async () => {
  const files = { 'README.md': README, 'foot.stl': stl(40), 'bom.csv': 'Part,Quantity\nFoot,4\nLeg,4\n' };
  const { contents } = await recognised(files);
  expect(stands(contents[0])).toEqual([]);
  expect(contents[0]?.parts.map(({ files: made }) => made)).toEqual([['foot.stl'], []]);
});

test('what somebody said of the model is kept when its folder is brought again', async () => {
  const files = { 'README.md': README, 'foot.stl': stl(40) };
  const [before] = (await recognised(files)).contents;
  if (!before) throw new Error('Nothing was recognised.');
  const said = before.instances.map((instance) => ({
    ...instance,
    of: { kind: 'file' as const, path: 'foot.stl', unit: 'in' as const, material: 'steel' },
  }));
  const again = await recognised({ ...files, 'foot.stl': stl(50) }, { ...before, instances: said });
  expect(stands(again.contents[0])).toEqual([
    { kind: 'file', path: 'foot.stl', unit: 'in', material: 'steel' },
  ]);
  expect(again.contents[0]?.parts.filter(({ id }) => id === 'm-model')).toHaveLength(1);
});
