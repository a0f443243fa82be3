import { expect, it } from 'vitest';
import { familyOf, SHOWN_FORKS, shownIn } from '../../../../client/designs/lineage/family.ts';
import { placed } from '../../../../client/designs/lineage/layout.ts';
import type { LineageView } from '../../../../shared/designs/lineageViews.ts';

const design = (designId: string): LineageView['designs'][number] => ({
  designId,
  title: designId,
  workshop: null,
  publishedBy: { memberId: 'm', name: 'Anna' },
  latest: 1,
  licence: 'CERN-OHL-S-2.0',
  revisions: [],
});
const link = (
  kind: LineageView['links'][number]['kind'],
  from: string,
  to: string,
): LineageView['links'][number] => ({
  kind,
  from: { designId: from, revision: 1 },
  to: { designId: to, revision: 1 },
});
const many = Array.from({ length: 200 }, (_, index) => `fork${index}`);
const lineage: LineageView = {
  designs: ['root', ...many, 'grandchild'].map(design),
  links: [
    ...many.map((id) => link('fork', 'root', id)),
    link('fork', 'fork150', 'grandchild'),
    link('adoption', 'fork99', 'root'),
  ],
  cut: false,
};

it('shows of two hundred forks those that matter, counts the rest, and opens them', () => {
  const [root] = familyOf(lineage, 'grandchild');
  expect(root?.forks).toHaveLength(SHOWN_FORKS);
  expect(root?.hidden).toBe(200 - SHOWN_FORKS);
  expect(root?.forks.slice(0, 2).map((each) => each.design.designId)).toEqual(['fork150', 'fork99']);
  expect(root?.adoptions).toMatchObject([{ from: { designId: 'fork99' }, inRevision: 1 }]);
  const opened = familyOf(lineage, 'grandchild', new Set(['root']));
  expect(shownIn(opened)).toHaveLength(202);
});

it('sets a design that only came to be called the same beside the others, as a root of its own', () => {
  const view: LineageView = {
    designs: ['one', 'other'].map(design),
    links: [link('duplicate', 'one', 'other')],
    cut: false,
  };
  const branches = familyOf(view, 'one');
  expect(branches.map((each) => each.design.designId)).toEqual(['one', 'other']);
  expect(branches[0]?.duplicates.map(({ title }) => title)).toEqual(['other']);
});

it('lays plates out in layers without laying one over another', () => {
  const size = { width: 100, height: 40 };
  const edges = [
    { from: 'a', to: 'b' },
    { from: 'a', to: 'c' },
    { from: 'b', to: 'a' },
    { from: 'c', to: 'c' },
  ];
  const { nodes, edges: lines, width } = placed(['a', 'b', 'c'], edges, size);
  const [a, b, c] = nodes;
  expect(a && b && c && a.left + size.width < b.left && b.left === c.left).toBe(true);
  expect(Math.abs((b?.top ?? 0) - (c?.top ?? 0))).toBeGreaterThanOrEqual(size.height);
  expect(lines.every(({ path }) => /^M[-\d C]+$/.test(path))).toBe(true);
  expect(width).toBeGreaterThan(2 * size.width);
});
