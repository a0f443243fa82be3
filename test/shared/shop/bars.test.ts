import { describe, expect, it } from 'vitest';
import { shop } from '../../../client/catalogue/english/shop.ts';
import { moduleById, modules } from '../../../shared/modules/all.ts';
import type { Piece } from '../../../shared/modules/module.ts';
import { usualValues } from '../../../shared/modules/parameters.ts';
import { barDrawing } from '../../../shared/shop/barDrawing.ts';
import { type Bar, barOf } from '../../../shared/shop/bars.ts';
import { onTape } from '../../../shared/shop/fractions.ts';

function piece(moduleId: string, id: string, changed: Record<string, number | string> = {}): Piece {
  const module = moduleById(moduleId);
  const found = module
    ?.pieces({ ...usualValues(module.parameters), ...changed })
    .find((each) => each.id === id);
  if (!found) throw new Error(`There is no ${id} in a ${moduleId}.`);
  return found;
}

function bar(...of: Parameters<typeof piece>): Bar {
  const found = barOf(piece(...of));
  if (!found) throw new Error('It is no bar.');
  return found;
}

const titled = {
  design: 'Frame',
  name: 'Tube',
  id: 'tube',
  stock: 'square tube',
  material: 'steel',
  quantity: '4 ×',
};
const drawn = (of: Bar) => barDrawing(of, titled, 'a4', shop.papers);
const words = (svg: string) =>
  [...svg.matchAll(/>([^<>]+)<\/text>/g)].map(([, each = '']) => each.replaceAll('&quot;', '"'));

describe('a bar', () => {
  it('of tube has the holes of its grid on each face that is drilled', () => {
    const { faces, length } = bar('frame-tube', 'tube');
    expect(length).toBeCloseTo(1524, 9);
    expect(faces.map(({ name, holes }) => [name, holes.length])).toEqual([
      ['A', 15],
      ['B', 15],
      ['C', 15],
      ['D', 15],
    ]);
    expect(faces[0]?.holes[1]?.along).toBeCloseTo(152.4, 9);
    expect(faces[0]?.holes[1]).toMatchObject({ across: 50.8, diameter: 25.4 });
    expect(bar('frame-tube', 'tube', { faces: 'two' }).faces.map(({ name }) => name)).toEqual(['A', 'C']);
    expect(bar('frame-tube', 'tube', { faces: 'none' }).faces).toEqual([]);
  });

  it('of angle has its holes on the outside, measured from the leg’s lower edge', () => {
    const { faces } = bar('angle', 'angle', { holes: 'both' });
    // Both gauges lie 28.575 from the heel; on A the heel is the upper edge.
    expect(faces.map(({ name, holes }) => [name, holes[0]?.across.toFixed(3)])).toEqual([
      ['A', '22.225'],
      ['D', '28.575'],
    ]);
  });

  it('that is round has its keyway, and a flat one its holes', () => {
    const [key] = bar('shaft', 'shaft').faces;
    expect(key?.recesses).toMatchObject([{ from: 203.2, to: 254 }]);
    expect(key?.recesses[0]?.depth).toBeCloseTo(3.175, 6);
    expect(bar('track-unit', 'outer-rail').faces.map(({ holes }) => holes.length)).toEqual([2, 2]);
  });

  it('has as many holes on its faces as the module says that go through', () => {
    const { holes } = piece('frame-tube', 'tube', { pitch: 60, length: 3000 });
    const { faces } = bar('frame-tube', 'tube', { pitch: 60, length: 3000 });
    expect(faces.reduce((sum, face) => sum + face.holes.length, 0)).toBe(holes - 1);
  });
});

describe('its drawing', () => {
  it('tells every distance from the same end in millimetres and inches, and equal faces once', () => {
    const pages = drawn(bar('frame-tube', 'tube'));
    expect(pages).toHaveLength(1);
    const told = words(pages[0] ?? '');
    expect(told).toEqual(
      expect.arrayContaining([
        'Faces A, B, C, D',
        '50.8 | 2"',
        '152.4 | 6"',
        '1473.2 | 58"',
        '1524 mm | 60"',
        '4 ×',
      ]),
    );
    expect(pages[0]).toMatch(/^<svg [^>]*width="297mm" height="210mm"/);
  });

  it('goes on over as many pages as the holes need, each hole once in the table', () => {
    const pages = drawn(bar('frame-tube', 'tube', { length: 6000, pitch: 30, hole: 12 }));
    expect(pages.length).toBeGreaterThan(1);
    const told = pages.flatMap(words);
    expect(told.filter((each) => each === '15')).toHaveLength(2);
    expect(told).toContain('5985');
    expect(told).toContain(`${pages.length} / ${pages.length}`);
  });

  it('of every bar of every module is drawn without a number that is none', () => {
    for (const module of modules) {
      for (const each of module.pieces(usualValues(module.parameters))) {
        const found = barOf(each);
        if (found)
          expect(drawn(found).join(''), `${module.id} ${each.id}`).not.toMatch(/NaN|Infinity|undefined/);
      }
    }
  });

  it('escapes what people called it', () => {
    const [page] = barDrawing(
      bar('shaft', 'shaft'),
      { ...titled, design: '<b>"A" & B' },
      'letter',
      shop.papers,
    );
    expect(page).toContain('&lt;b&gt;&quot;A&quot; &amp; B');
  });
});

it.each([
  [50.8, '2"'],
  [4.7625, '3/16"'],
  [0, '0"'],
  [1473.2, '58"'],
  [104.775, '4 1/8"'],
  [101, '≈ 3 31/32"'],
])('%d mm is %s on a tape', (millimetres, told) => {
  expect(onTape(millimetres)).toBe(told);
});
