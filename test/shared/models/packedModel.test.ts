import { expect, it } from 'vitest';
import type { Model } from '../../../shared/models/model.ts';
import { packed, rowsOf, unpacked } from '../../../shared/models/packedModel.ts';

const matrix = (x: number) => [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, x, 0.1, -2.5, 1];
const node = (id: string, parent: number, more: Partial<Model['nodes'][number]> = {}) => ({
  ...{ id, name: `It is ${id}`, parent, instance: null, line: null, step: null },
  ...more,
});
const model: Model = {
  parts: [],
  occurrences: [
    { part: 3, matrix: matrix(1 / 3), node: 2 },
    { part: 0, matrix: matrix(1e7), node: 1 },
  ],
  nodes: [
    node('', -1),
    node('tube', 0, { instance: 'tube', line: 'm-tube', step: 'weld' }),
    node('tube/inner', 1, { instance: 'tube', name: '' }),
  ],
};

it('a model that was packed for the way is the same when it is unpacked', async () => {
  const there = packed(model);
  const sent = structuredClone(there, { transfer: rowsOf(there) });
  expect(await unpacked(sent, async () => {})).toEqual(model);
});

it('a large one is unpacked in several goes, so that the page may draw in between', async () => {
  const [one] = model.occurrences;
  if (!one) throw new Error('there is no piece');
  const large = { ...model, occurrences: new Array(25_000).fill(one) };
  let pauses = 0;
  const again = await unpacked(packed(large), async () => {
    pauses += 1;
  });
  expect(again.occurrences).toHaveLength(25_000);
  expect(pauses).toBe(3);
});
