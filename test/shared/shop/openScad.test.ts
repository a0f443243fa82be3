import openSolids from 'manifold-3d';
import { beforeAll, describe, expect, it } from 'vitest';
import { moduleById } from '../../../shared/modules/all.ts';
import type { Module, Solids } from '../../../shared/modules/module.ts';
import { usualValues } from '../../../shared/modules/parameters.ts';
import { turnedShape } from '../../../shared/modules/solids/shapes.ts';
import { openScad } from '../../../shared/shop/openScad.ts';
import { solidOfScript } from './scadReader.ts';

let solids: Solids;
beforeAll(async () => {
  solids = await openSolids();
  solids.setup();
});

function named(id: string): Module {
  const module = moduleById(id);
  if (!module) throw new Error(`There is no module ${id}.`);
  return module;
}

/** Cubic millimetres of all pieces together, overlaps once. */
function volumeOf(module: Module, values: Record<string, number | string>): number {
  const bodies = module.bodies(values, solids).map(({ solid }) => solid);
  return solids.Manifold.union(bodies).volume();
}

describe('an OpenSCAD script', () => {
  it.each(['joint-plate', 'angle', 'shaft', 'bearing', 'bolt', 'hydraulic-cylinder', 'ceb-press-frame'])(
    'of a %s makes the same solid',
    (id) => {
      const module = named(id);
      const values = usualValues(module.parameters);
      const made = solidOfScript(openScad(module, values), solids).volume();
      // Its circles have other corners.
      expect(Math.abs(made / volumeOf(module, values) - 1)).toBeLessThan(0.004);
    },
  );

  it('makes another solid when a number at its top is changed, the same as the module’s', () => {
    const module = named('frame-tube');
    const script = openScad(module, usualValues(module.parameters));
    expect(script).toMatch(/^outer = 101\.6;/m);
    const wider = script
      .replace(/^outer = 101\.6;/m, 'outer = 120;')
      .replace(/^pitch = 101\.6;/m, 'pitch = 100;');
    const values = { ...usualValues(module.parameters), outer: 120, pitch: 100 };
    expect(solidOfScript(wider, solids).volume() / volumeOf(module, values)).toBeCloseTo(1, 3);
  });

  it('turns what a lathe would turn', () => {
    const [piece] = named('shaft').pieces(usualValues(named('shaft').parameters));
    if (!piece) throw new Error('A shaft has no piece.');
    // A cone of radius 30 and height 60.
    const shape = turnedShape([
      [0, 0],
      [30, 0],
      [0, 60],
    ]);
    const cone = { ...named('shaft'), pieces: () => [{ ...piece, shape }] };
    const made = solidOfScript(openScad(cone, usualValues(cone.parameters)), solids).volume();
    expect(made / (Math.PI * 30 ** 2 * 20)).toBeCloseTo(1, 2);
  });

  it('says what it cannot follow, and that within a comment', () => {
    const module = named('frame-tube');
    expect(openScad(module, usualValues(module.parameters))).toContain(
      '// faces = four: fixed in this script',
    );
  });
});
