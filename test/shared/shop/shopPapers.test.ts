import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { shop } from '../../../client/catalogue/english/shop.ts';
import type { SolvedAssembly, SolvedInstance } from '../../../shared/assemblies/assembly.ts';
import { moduleById } from '../../../shared/modules/all.ts';
import { usualValues } from '../../../shared/modules/parameters.ts';
import { csv } from '../../../shared/shop/lists.ts';
import { piecesIn } from '../../../shared/shop/pieceUses.ts';
import { aloneInAssembly, shopFiles, zipped } from '../../../shared/shop/shopPapers.ts';

const options = { design: 'Frame', paper: 'a4', words: shop.papers } as const;

function one(id: string, changed: Record<string, number | string> = {}, mirrored = false): SolvedInstance {
  const module = moduleById(id);
  if (!module) throw new Error(`There is no module ${id}.`);
  const [instance] = aloneInAssembly(module, { ...usualValues(module.parameters), ...changed }).instances;
  if (!instance) throw new Error('Nothing stands alone.');
  return { ...instance, mirrored };
}
const assembly = (...instances: SolvedInstance[]): SolvedAssembly => ({
  instances,
  mates: [],
  values: {},
  problems: [],
});
const holding = (inner: SolvedAssembly, mirrored = false): SolvedInstance => ({
  ...one('bolt', {}, mirrored),
  of: { kind: 'design', designId: 'd', revision: 1 },
  inner,
});

it('pieces are counted through all levels, equal ones together, mirrored ones told', () => {
  const pair = assembly(one('frame-tube'), one('joint-plate'));
  const uses = piecesIn(
    assembly(one('frame-tube'), one('frame-tube', { length: 500 }), holding(pair), holding(pair, true)),
  );
  expect(uses.map(({ file, quantity, mirrored }) => [file, quantity, mirrored])).toEqual([
    ['frame-tube-tube', 3, 1],
    ['frame-tube-tube-2', 1, 0],
    ['joint-plate-plate', 2, 1],
  ]);
});

it('what stands in something many times over is counted once, and multiplied', () => {
  let level = assembly(one('bolt'), one('bolt', {}, true));
  for (let depth = 0; depth < 12; depth += 1) {
    level = assembly(...Array.from({ length: 10 }, (_, n) => holding(level, n < 3)));
  }
  const [use] = piecesIn(level);
  expect(use?.quantity).toBe(2e12);
  expect(use?.mirrored).toBe(1e12);
});

it('everything for the shop is one archive of plates, bars, lists and scripts', () => {
  const files = unzipSync(
    zipped(shopFiles(assembly(one('frame-tube'), one('frame-tube'), one('joint-plate')), options)),
  );
  expect(Object.keys(files)).toEqual([
    'cut-list.csv',
    'parts.csv',
    'plates/joint-plate-plate.dxf',
    'bars/frame-tube-tube.svg',
    'openscad/frame-tube.scad',
    'openscad/joint-plate.scad',
  ]);
  const list = strFromU8(files['cut-list.csv'] ?? new Uint8Array()).split('\r\n');
  expect(list[1]).toBe(
    'square tube 101.6 × 101.6 × 6.35 mm,1524,"60""",2,"Tube 101.6 × 101.6 × 6.35 mm, 1524 mm",steel,bars/frame-tube-tube.svg',
  );
});

it('bars that somebody laid out become a cutting plan', () => {
  const cutting = [
    {
      stock: 'tube',
      kerf: 3,
      cuts: [],
      pieces: 3,
      length: 4500,
      bar: 6000,
      bars: [{ count: 1, pieces: [2000, 1500, 1000], offcut: 1491 }],
      tooLong: [],
    },
  ];
  const plan = shopFiles(assembly(one('frame-tube')), { ...options, cutting }).find(
    ({ path }) => path === 'cutting-plan.csv',
  );
  expect(plan?.text.split('\r\n')[1]).toBe('tube,1,6000,2000 + 1500 + 1000,1491');
});

it('the same assembly gives the same bytes, and an empty one no files', () => {
  const bytes = () => zipped(shopFiles(assembly(one('wheel-unit')), options));
  expect(bytes()).toEqual(bytes());
  expect(shopFiles(assembly(), options)).toEqual([]);
});

it('a cell that a spreadsheet would reckon with is text', () => {
  expect(csv([['=1+1', 'a "b"', -2]])).toBe(`'=1+1,"a ""b""",-2\r\n`);
});
