import openSolids, { type Manifold } from 'manifold-3d';
import { beforeAll, describe, expect, it } from 'vitest';
import { moduleById } from '../../../shared/modules/all.ts';
import { mismatches } from '../../../shared/modules/mating.ts';
import type { Module, ModuleInterface, Solids } from '../../../shared/modules/module.ts';
import { usualValues } from '../../../shared/modules/parameters.ts';
import { moved } from '../../../shared/modules/solids/solidOf.ts';
import { AT_ORIGIN, inverse, type Placement, times, within } from '../../../shared/modules/vectors.ts';

let solids: Solids;
beforeAll(async () => {
  solids = await openSolids();
  solids.setup();
});

type Values = Record<string, number | string>;
interface Standing {
  module: Module;
  values: Values;
  at: Placement;
}

function some(id: string, changed: Values = {}): Standing {
  const module = moduleById(id);
  if (!module) throw new Error(`There is no module ${id}.`);
  const values = { ...usualValues(module.parameters), ...changed };
  expect(module.faults(values)).toEqual([]);
  return { module, values, at: AT_ORIGIN };
}

function interfaceOf({ module, values }: Standing, id: string): ModuleInterface {
  const found = module.interfaces(values).find((one) => one.id === id);
  if (!found) throw new Error(`${module.id} has no interface ${id}.`);
  return found;
}

/** The second thing where it stands when its interface meets the first one's: face to face, x along x. */
function met(first: Standing, itsId: string, second: Standing, id: string): Standing {
  const [one, other] = [interfaceOf(first, itsId), interfaceOf(second, id)];
  expect(mismatches(one, other)).toEqual([]);
  const place = within(first.at, one.at);
  return { ...second, at: within({ ...place, z: times(place.z, -1) }, inverse(other.at)) };
}

function solidsOf({ module, values, at }: Standing): { part: string; solid: Manifold }[] {
  return module.bodies(values, solids).map(({ part, solid }) => {
    const standing = moved(solid, at);
    solid.delete();
    return { part, solid: standing };
  });
}

/** Pairs of parts of two things that run into each other, and how far: cubic millimetres, more than a skin. */
function clashes(first: Standing, second: Standing, skin = 20): string[] {
  const [ones, others] = [solidsOf(first), solidsOf(second)];
  const found = ones.flatMap((one) =>
    others.flatMap((other) => {
      const both = one.solid.intersect(other.solid);
      const volume = both.volume();
      both.delete();
      return volume > skin ? [`${one.part} and ${other.part}: ${Math.round(volume)} mm³`] : [];
    }),
  );
  for (const { solid } of [...ones, ...others]) solid.delete();
  return found;
}

describe('modules of the construction set', () => {
  it('a joint plate lies on a tube, hole on hole, and a bolt goes through both', () => {
    const tube = some('frame-tube', { length: 406.4 });
    const plate = met(tube, 'grid-front', some('joint-plate'), 'grid-bottom');
    expect(clashes(tube, plate)).toEqual([]);
    const bolt = met(plate, 'grid-top', some('bolt'), 'shank');
    expect(clashes(tube, bolt)).toEqual([]);
    expect(clashes(plate, bolt)).toEqual([]);
  });

  it('a shaft runs in a bearing', () => {
    const bearing = some('bearing');
    const shaft = met(bearing, 'bore-top', some('shaft'), 'end-bottom');
    expect(clashes(bearing, shaft)).toEqual([]);
    expect(clashes(bearing, met(bearing, 'bore-bottom', some('shaft'), 'end-bottom'))).toEqual([]);
  });

  it('a shaft goes on through a bearing, where the bearing sits on it and not on its end', () => {
    const bearing = some('bearing');
    const shaft = met(bearing, 'bore-top', some('shaft', { seat: 60 }), 'seat-bottom');
    expect(clashes(bearing, shaft)).toEqual([]);
    expect(shaft.at.origin[2]).toBeCloseTo(-60, 9);
  });

  it('a bearing bolts to its plate, the plate lies on a tube, and the shaft passes between tubes', () => {
    const plate = some('bearing-plate');
    const bearing = met(plate, 'seat', some('bearing'), 'mount');
    expect(clashes(plate, bearing)).toEqual([]);
    const shaft = met(bearing, 'bore-top', some('shaft', { seat: 120 }), 'seat-bottom');
    for (const side of ['grid-left', 'grid-right']) {
      const tube = met(plate, side, some('frame-tube', { length: 406.4 }), 'grid-front');
      expect(clashes(plate, tube)).toEqual([]);
      expect(clashes(shaft, tube)).toEqual([]);
    }
    expect(clashes(shaft, plate)).toEqual([]);
  });

  it('a Power Cube stands on two tubes, hole on hole', () => {
    const cube = some('power-cube');
    for (const side of ['mount-left', 'mount-right']) {
      const tube = met(cube, side, some('frame-tube', { length: 812.8 }), 'grid-front');
      expect(clashes(cube, tube)).toEqual([]);
      const bolt = met(tube, 'grid-front', some('bolt', { length: 160 }), 'shank');
      expect(clashes(tube, bolt)).toEqual([]);
    }
  });

  it('a cylinder of 5 in pushes with 43,000 lb at 2200 lb/in²', () => {
    const { module, values } = some('hydraulic-cylinder', { pressure: 152 });
    const push = module.figures?.(values).find(({ id }) => id === 'push')?.value ?? 0;
    expect(push / 4.4482216).toBeGreaterThan(42_500);
    expect(push / 4.4482216).toBeLessThan(43_500);
  });

  it.each(['wheel-unit', 'track-unit'])('a %s bolts to a frame tube', (id) => {
    const unit = some(id);
    const tube = met(unit, 'mount', some('frame-tube', { length: 1219.2 }), 'grid-front');
    expect(clashes(unit, tube)).toEqual([]);
  });

  it('the drawer lies over the chamber of the press, with its own cylinder and the main one in place', () => {
    const frame = some('ceb-press-frame');
    const drawer = met(frame, 'table', some('ceb-press-drawer'), 'slide');
    expect(clashes(frame, drawer)).toEqual([]);
    const apart = interfaceOf(frame, 'foot-pin').at.origin[2] - interfaceOf(frame, 'main-pin').at.origin[2];
    const extension = apart - interfaceOf(some('hydraulic-cylinder'), 'rod-pin').at.origin[2];
    const main = met(frame, 'main-pin', some('hydraulic-cylinder', { extension }), 'base-pin');
    expect(clashes(frame, main)).toEqual([]);
    const small = { bore: 63.5, rod: 31.75, stroke: 300, wall: 8, pin: 25.4 };
    const reach = interfaceOf(drawer, 'pin').at.origin[0] - interfaceOf(frame, 'drawer-pin').at.origin[0];
    const drawn = reach - interfaceOf(some('hydraulic-cylinder', small), 'rod-pin').at.origin[2];
    const puller = met(
      frame,
      'drawer-pin',
      some('hydraulic-cylinder', { ...small, extension: drawn }),
      'base-pin',
    );
    expect(clashes(frame, puller)).toEqual([]);
    expect(clashes(drawer, puller)).toEqual([]);
  });

  it('a Power Cube of 28 hp feeds the press, one of 16 hp does not, and two wheels want more than one gives', () => {
    const press = interfaceOf(some('ceb-press-frame'), 'port-in');
    expect(mismatches(interfaceOf(some('power-cube'), 'pressure'), press)).toEqual([]);
    expect(mismatches(interfaceOf(some('power-cube', { engine: '16' }), 'pressure'), press)).toEqual([
      { what: 'pressure', one: 107, other: 152 },
    ]);
    const cube = some('power-cube');
    const wheel = some('wheel-unit');
    expect(cube.module.budget(cube.values)).toEqual({ flow: 56.8, pressure: 172, power: 16283 });
    expect(cube.module.budget(cube.values).flow + 2 * wheel.module.budget(wheel.values).flow).toBeCloseTo(
      -19,
      6,
    );
  });

  it('an axis of 1 in rods does not go onto one of 8 mm', () => {
    const [thin, thick] = [some('universal-axis'), some('universal-axis', { rod: '25.4' })];
    expect(
      mismatches(interfaceOf(thin, 'rods-idler'), interfaceOf(thick, 'rods-motor')).map(({ what }) => what),
    ).toEqual(['diameter', 'spacing']);
  });
});
