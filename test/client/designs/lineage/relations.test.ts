import { expect, it } from 'vitest';
import { around, circlesOf, stepsOf } from '../../../../client/designs/lineage/relations.ts';
import type { RelationsView } from '../../../../shared/designs/lineageViews.ts';

const node = (id: string) => ({ id, name: id, designId: null, category: null, cycle: null });
const web: RelationsView = {
  nodes: ['furnace', 'roller', 'lathe', 'tractor', 'field'].map(node),
  links: [
    { kind: 'madeFrom', from: 'roller', to: 'furnace' },
    { kind: 'madeFrom', from: 'furnace', to: 'roller' },
    { kind: 'madeFrom', from: 'tractor', to: 'roller' },
    { kind: 'uses', from: 'tractor', to: 'roller' },
    { kind: 'enables', from: 'tractor', to: 'field' },
  ],
};

it('puts what is needed before what needs it, and what is made possible after', () => {
  expect(stepsOf(web, 'enables')).toEqual([{ before: 'tractor', after: 'field', kinds: ['enables'] }]);
  expect(stepsOf(web, 'all').find(({ after }) => after === 'tractor')).toEqual({
    before: 'roller',
    after: 'tractor',
    kinds: ['madeFrom', 'uses'],
  });
});

it('goes as many steps as are asked, to both sides', () => {
  const near = around(stepsOf(web, 'all'), 'tractor', 1);
  expect([...near.before.keys()]).toEqual(['tractor', 'roller']);
  expect([...near.after.keys()]).toEqual(['tractor', 'field']);
  expect([...around(stepsOf(web, 'all'), 'tractor', 99).before]).toEqual([
    ['tractor', 0],
    ['roller', 1],
    ['furnace', 2],
  ]);
});

it('names a circle, with the shortest way round', () => {
  const [circle, ...others] = circlesOf(stepsOf(web, 'madeFrom'));
  expect(others).toEqual([]);
  expect(circle).toEqual({ members: ['furnace', 'roller'], way: ['furnace', 'roller', 'furnace'] });
  expect(circlesOf(stepsOf(web, 'enables'))).toEqual([]);
  expect(circlesOf([{ before: 'printer', after: 'printer', kinds: ['madeFrom'] }])).toEqual([
    { members: ['printer'], way: ['printer', 'printer'] },
  ]);
});
