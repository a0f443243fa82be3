import { expect, it } from 'vitest';
import { type CountedNode, countedTree } from '../../../shared/models/countedTree.ts';
import { readModel } from '../../../shared/models/read/readModel.ts';
import { bytesOf, stlBox } from './read/fixtures.ts';
import { openOcct } from './read/occtInTests.ts';
import { stepAssembly } from './read/stepFile.ts';

const written = (lines: readonly CountedNode[], depth = 0): string[] =>
  lines.flatMap(({ name, count, nodes, below }) => [
    `${'  '.repeat(depth)}${count} × ${name} (${nodes.length})`,
    ...written(below, depth + 1),
  ]);

it('counts what is alike within each level of a STEP file', async () => {
  const { model } = await readModel(bytesOf(stepAssembly()), 'a.step', { openOcct });
  expect(model && written(countedTree(model))).toEqual(['2 × Frame (2)', '  2 × Box (4)', '1 × Box (1)']);
});

it('has one line for what is one part', async () => {
  const { model } = await readModel(stlBox(), 'Lid.stl');
  expect(model && written(countedTree(model))).toEqual(['1 × Lid (1)']);
});
