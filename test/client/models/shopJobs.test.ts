import { expect, it } from 'vitest';
import { shop as texts } from '../../../client/catalogue/english/shop.ts';
import { shop, shopFiles } from '../../../client/models/jobs/shop.ts';
import { write } from '../../../client/models/jobs/write.ts';

const options = { design: 'Tube', paper: 'letter', words: texts.papers } as const;
const tube = (values: Record<string, number | string>) =>
  ({ kind: 'module', module: 'frame-tube', values }) as const;

it('a module alone has its drawing, its list and its script', async () => {
  const { told } = await shopFiles({ of: tube({ length: 500 }), options });
  expect(told.map(({ path }) => path)).toEqual([
    'cut-list.csv',
    'parts.csv',
    'bars/frame-tube-tube.svg',
    'openscad/frame-tube.scad',
  ]);
});

it.each([
  ['outOfLimits', tube({ length: Number.NaN })],
  ['outOfLimits', tube({ length: 1e9 })],
  ['contradictory', tube({ outer: 20, wall: 12 })],
  ['unknownModule', { kind: 'module', module: 'nothing', values: {} } as const],
  ['empty', { kind: 'assembly', assembly: { instances: [], mates: [], values: {}, problems: [] } } as const],
])('what cannot be made is refused as %s', async (kind, of) => {
  await expect(shop({ of, options })).rejects.toMatchObject({ name: 'CannotBeDone', kind });
});

it('a model without anything in it is refused by name', async () => {
  const model = { parts: [], occurrences: [], nodes: [] };
  await expect(write({ model, format: 'glb', choice: { nodes: null, step: null } })).rejects.toMatchObject({
    name: 'CannotBeDone',
    kind: 'empty',
  });
});
