import fc from 'fast-check';
import openSolids from 'manifold-3d';
import { beforeAll, describe, expect, it } from 'vitest';
import { modules } from '../../../shared/modules/all.ts';
import { DENSITIES } from '../../../shared/modules/materials.ts';
import type { Module, Solids } from '../../../shared/modules/module.ts';
import { schemaOf, usualValues } from '../../../shared/modules/parameters.ts';
import { dot, lengthOf } from '../../../shared/modules/vectors.ts';
import { someValuesOf } from './someValues.ts';

/** Circles are drawn with corners: a solid may be so much lighter or heavier than the hand says. */
const TOLERANCE = 0.005;
const RUNS = 8;
const seed = Date.now() % 2 ** 31;
let solids: Solids;

beforeAll(async () => {
  solids = await openSolids();
  solids.setup();
  console.log(`modules with seed ${seed}`);
});

/** What is wrong with a module's solids at these values; empty: nothing. */
function faultsOfSolids(module: Module, values: Record<string, number | string>): string[] {
  const parts = new Map(module.parts(values).map((part) => [part.id, part]));
  const holes = module.holes(values);
  const bodies = module.bodies(values, solids);
  const faults: string[] = [];
  const counted = new Map<string, number>();
  for (const { part: id, solid } of bodies) {
    const part = parts.get(id);
    counted.set(id, (counted.get(id) ?? 0) + 1);
    if (!part) faults.push(`${id} is no part`);
    if (solid.status() !== 'NoError' || solid.isEmpty()) faults.push(`${id} is not closed`);
    if (solid.genus() !== (holes[id] ?? 0)) {
      faults.push(`${id} has genus ${solid.genus()} and ${holes[id] ?? 0} holes`);
    }
    // Told this way round, a volume that is no number is a fault too.
    if (part && !(Math.abs(solid.volume() - part.volume) <= part.volume * TOLERANCE)) {
      faults.push(`${id} has ${solid.volume()} mm³ and by hand ${part.volume}`);
    }
    solid.delete();
  }
  for (const { id, quantity } of parts.values()) {
    if (counted.get(id) !== quantity) faults.push(`${quantity} × ${id} and ${counted.get(id) ?? 0} bodies`);
  }
  return faults;
}

/** Cubic millimetres that two bodies may share where one touches the other. */
const SKIN = 1;

/** Pairs of a module's bodies that run into each other. */
function clashesOf(module: Module, values: Record<string, number | string>): string[] {
  if (module.parts(values).reduce((sum, { quantity }) => sum + quantity, 0) === 1) return [];
  const bodies = module.bodies(values, solids).map((body) => ({ ...body, box: body.solid.boundingBox() }));
  const found = bodies.flatMap((one, n) =>
    bodies.slice(n + 1).flatMap((other) => {
      const away = [0, 1, 2].some(
        (axis) =>
          (one.box.min[axis] ?? 0) >= (other.box.max[axis] ?? 0) ||
          (other.box.min[axis] ?? 0) >= (one.box.max[axis] ?? 0),
      );
      if (away) return [];
      const both = one.solid.intersect(other.solid);
      const volume = both.volume();
      both.delete();
      return volume > SKIN ? [`${one.part} and ${other.part}: ${volume} mm³`] : [];
    }),
  );
  for (const { solid } of bodies) solid.delete();
  return found;
}

describe.each(modules.map((module) => [module.id, module] as const))('%s', (_id, module) => {
  it('is closed at all values of its parameters, as heavy as by hand, with as many holes as it says', () => {
    expect(faultsOfSolids(module, usualValues(module.parameters))).toEqual([]);
    fc.assert(
      fc.property(someValuesOf(module), (values) => {
        expect(faultsOfSolids(module, values), JSON.stringify(values)).toEqual([]);
      }),
      { seed, numRuns: RUNS },
    );
  });

  it('has bodies that keep out of each other', () => {
    expect(clashesOf(module, usualValues(module.parameters))).toEqual([]);
    fc.assert(
      fc.property(someValuesOf(module), (values) => {
        expect(clashesOf(module, values), JSON.stringify(values)).toEqual([]);
      }),
      { seed, numRuns: 3 },
    );
  });

  it('has interfaces that look somewhere, and names each once', () => {
    fc.assert(
      fc.property(someValuesOf(module), (values) => {
        const interfaces = module.interfaces(values);
        expect(new Set(interfaces.map(({ id }) => id)).size).toBe(interfaces.length);
        for (const { at } of interfaces) {
          expect(lengthOf(at.z)).toBeCloseTo(1, 9);
          expect(lengthOf(at.x)).toBeCloseTo(1, 9);
          expect(dot(at.x, at.z)).toBeCloseTo(0, 9);
        }
      }),
      { seed, numRuns: RUNS },
    );
  });

  it('refuses values beyond its limits, and such as are no numbers', () => {
    const schema = schemaOf(module.parameters);
    const usual = usualValues(module.parameters);
    expect(schema.safeParse(usual).success).toBe(true);
    for (const [name, parameter] of Object.entries(module.parameters)) {
      const bad: unknown[] =
        parameter.kind === 'choice'
          ? ['', 'something else', 1]
          : [Number.NaN, Number.POSITIVE_INFINITY, parameter.least - 1, parameter.most + 1, '5'];
      for (const value of bad) {
        expect(schema.safeParse({ ...usual, [name]: value }).success, `${name} ${value}`).toBe(false);
      }
      expect(parameter.source).not.toBe('');
    }
  });

  it('tells of each part its mass', () => {
    for (const { material, volume, name } of module.parts(usualValues(module.parameters))) {
      const mass = volume * DENSITIES[material];
      expect(mass, name).toBeGreaterThan(0);
      expect(mass, name).toBeLessThan(2000);
    }
  });
});
