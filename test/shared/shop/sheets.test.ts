import { createRequire } from 'node:module';
import type { DxfParser } from 'dxf-parser';
import openSolids from 'manifold-3d';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readModel } from '../../../shared/models/read/readModel.ts';
import { modules } from '../../../shared/modules/all.ts';
import type { Piece } from '../../../shared/modules/module.ts';
import { usualValues } from '../../../shared/modules/parameters.ts';
import {
  box,
  circle,
  cutBy,
  cylinder,
  eyeOutline,
  placed,
  prism,
  rectangle,
  type Shape,
  towards,
} from '../../../shared/modules/solids/shapes.ts';
import { solidOf } from '../../../shared/modules/solids/solidOf.ts';
import { areaOf, curveOf } from '../../../shared/shop/curves.ts';
import { areaOfSheet, sheetDxf } from '../../../shared/shop/sheetDxf.ts';
import { type Sheet, sheetOf, sheetOfPiece } from '../../../shared/shop/sheets.ts';

/** A CommonJS module that is the class itself, which its types do not say. */
const Parser: typeof DxfParser = createRequire(import.meta.url)('dxf-parser');

const plates: { name: string; piece: Piece; sheet: Sheet }[] = modules.flatMap((module) =>
  module.pieces(usualValues(module.parameters)).flatMap((piece) => {
    const sheet = sheetOfPiece(piece);
    return sheet ? [{ name: `${module.id} ${piece.id}`, piece, sheet }] : [];
  }),
);

/** A plate of 100 × 60 × 10 mm that something is cut from. */
const cutPlate = (...by: Shape[]): Sheet | null => sheetOf(cutBy(box(100, 60, 10), ...by));

describe('flat plates', () => {
  it('are found among the modules, and no tubes, bolts, printed or turned parts', () => {
    const names = plates.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        'joint-plate plate',
        'wheel-unit motor-plate',
        'track-unit sprocket',
        'ceb-press-frame main-lug',
      ]),
    );
    for (const no of ['frame-tube tube', 'shaft shaft', 'universal-axis lid', 'wheel-unit coupling'])
      expect(names).not.toContain(no);
    expect(plates.length).toBeGreaterThan(20);
  });

  it('have the volume that the module reckons by hand, and the solid has', async () => {
    const solids = await openSolids();
    solids.setup();
    for (const { name, piece, sheet } of plates) {
      const pockets = sheet.pockets.reduce((sum, { curve, depth }) => sum + areaOf(curve) * depth, 0);
      const volume = areaOfSheet(sheet) * sheet.thickness - pockets;
      expect(volume / piece.volume, name).toBeCloseTo(1, 4);
      const solid = solidOf(piece.shape, solids);
      // Rounds of the solid have corners.
      expect(Math.abs(volume / solid.volume() - 1), name).toBeLessThan(0.001);
      solid.delete();
    }
  });

  it('have drills through them as openings, others as pockets', () => {
    const sheet = cutPlate(
      placed(cylinder(8, 12), towards('+z', [10, 0, -1])),
      placed(cylinder(20, 5), towards('-z', [-20, 5, 12])),
    );
    expect(sheet?.openings).toEqual([{ kind: 'circle', middle: [10, 0], radius: 4 }]);
    expect(sheet?.pockets).toEqual([
      { curve: { kind: 'circle', middle: [-20, 5], radius: 10 }, depth: 3, from: 'above' },
    ]);
  });

  it('may stand upright where they were drawn', () => {
    const upright = sheetOf(cutBy(box(100, 10, 60), placed(cylinder(8, 12), towards('+y', [20, -6, 15]))));
    expect(upright).toMatchObject({ thickness: 10, openings: [{ radius: 4 }] });
    const [hole] = upright?.openings ?? [];
    // 20 from the middle of the long side, 15 from the middle of the short one.
    expect(hole?.kind === 'circle' && hole.middle.map(Math.abs).toSorted((a, b) => a - b)).toEqual([15, 20]);
  });

  it('are none that are drilled from the side, or through their edge', () => {
    expect(cutPlate(placed(cylinder(4, 200), towards('+x', [-100, 0, 5])))).toBeNull();
    expect(cutPlate(placed(cylinder(20, 12), towards('+z', [50, 0, -1])))).toBeNull();
    expect(sheetOf(cylinder(20, 40))).toBeNull();
  });
});

describe('a round line', () => {
  it('is an arc again where it was drawn with many corners', () => {
    const eye = curveOf(eyeOutline(60, 50));
    expect(eye.kind === 'line' && eye.corners.map(({ bulge }) => bulge !== 0)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    // Half a turn: the tangent of a quarter of it is 1.
    expect(eye.kind === 'line' && eye.corners[0]?.bulge).toBeCloseTo(1, 6);
    expect(areaOf(eye)).toBeCloseTo((Math.PI * 30 ** 2) / 2 + 60 * 50, 3);
  });

  it('is a circle again where it goes all the way, and a hexagon is none', () => {
    const around = (count: number) =>
      curveOf({
        kind: 'polygon',
        corners: Array.from({ length: count }, (_, n) => [
          10 * Math.cos((2 * Math.PI * n) / count),
          10 * Math.sin((2 * Math.PI * n) / count),
        ]),
      });
    expect(around(48).kind).toBe('circle');
    expect(around(6).kind).toBe('line');
  });
});

describe('a DXF', () => {
  const read = (dxf: string) => {
    const drawing = new Parser().parseSync(dxf);
    if (!drawing) throw new Error('It cannot be read.');
    return drawing;
  };

  it('opens, in millimetres, with true circles on CUT and the part’s name on MARK', () => {
    const sheet = sheetOf(prism(rectangle(200, 100), 6, [circle(25.4, [-50, 0]), circle(25.4, [50, 0])]));
    if (!sheet) throw new Error('It is no sheet.');
    const { entities, header, tables } = read(sheetDxf(sheet, ['Plate 200 × 100 mm', 'joint-plate', '4 ×']));
    expect(header.$INSUNITS).toBe(4);
    expect(Object.keys(tables.layer.layers)).toEqual(expect.arrayContaining(['CUT', 'MARK']));
    const circles = entities.filter(({ type }) => type === 'CIRCLE');
    expect(circles).toMatchObject([
      { layer: 'CUT', radius: 12.7, center: { x: -50, y: 0 } },
      { layer: 'CUT', radius: 12.7, center: { x: 50, y: 0 } },
    ]);
    expect(entities.filter(({ type }) => type === 'LWPOLYLINE')).toMatchObject([
      { layer: 'CUT', shape: true },
    ]);
    expect(entities.filter(({ layer }) => layer === 'MARK')).toMatchObject([
      { type: 'TEXT', text: 'Plate 200 x 100 mm' },
      { text: 'joint-plate' },
      { text: '4 x' },
    ]);
  });

  it('has its text on the material, clear of the openings', () => {
    const sheet = sheetOf(prism(rectangle(200, 100), 6, [circle(60), circle(30, [70, 0])]));
    const { entities } = read(sheet ? sheetDxf(sheet, ['A plate with a name']) : '');
    const [label] = entities.filter(({ type }) => type === 'TEXT');
    const told: unknown = label && 'startPoint' in label ? label.startPoint : null;
    const { x, y } = z.object({ x: z.number(), y: z.number() }).parse(told);
    expect(Math.hypot(x, y)).toBeGreaterThan(30);
    expect(Math.abs(x)).toBeLessThan(100);
    expect(Math.abs(y)).toBeLessThan(50);
  });

  it('is read back by the program itself, in millimetres', async () => {
    const sheet = sheetOf(prism(rectangle(200, 100), 6, [circle(25.4)]));
    const dxf = sheet ? sheetDxf(sheet, ['Plate']) : '';
    const { drawing, unit } = await readModel(new TextEncoder().encode(dxf), 'plate.dxf');
    expect(unit).toMatchObject({ guessed: 'mm', sure: true });
    expect(drawing).not.toBeNull();
  });

  it('of every plate opens, with as many closed lines as the plate has', () => {
    for (const { name, piece, sheet } of plates) {
      const { entities } = read(sheetDxf(sheet, [piece.name]));
      const cut = entities.filter(({ layer }) => layer === 'CUT');
      expect(cut.length, name).toBe(1 + sheet.openings.length);
      expect(
        cut.every(({ type }) => type === 'CIRCLE' || type === 'LWPOLYLINE'),
        name,
      ).toBe(true);
    }
  });
});
