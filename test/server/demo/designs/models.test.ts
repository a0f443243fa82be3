import openSolids from 'manifold-3d';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SolvedAssembly } from '../../../../shared/assemblies/assembly.ts';
import { budgetsOf } from '../../../../shared/assemblies/budgets.ts';
import { interferences } from '../../../../shared/assemblies/interferences.ts';
import { isDerived } from '../../../../shared/assemblies/lineIds.ts';
import { solve } from '../../../../shared/assemblies/solve.ts';
import { moduleById } from '../../../../shared/modules/all.ts';
import { DENSITIES } from '../../../../shared/modules/materials.ts';
import type { Solids } from '../../../../shared/modules/module.ts';
import { idOfPlan, type PlanWord, plannedContents } from './planned.ts';

const { sources, contentOf } = plannedContents();
let solids: Solids;
beforeAll(async () => {
  solids = await openSolids();
  solids.setup();
});

const solved = (word: PlanWord, parameters: Readonly<Record<string, string>> = {}): SolvedAssembly => {
  const content = contentOf(word);
  const set = content.parameters.map((one) => ({ ...one, value: parameters[one.name] ?? one.value }));
  return solve({ ...content, parameters: set }, sources);
};

/** Kilograms of everything that stands in it, through all levels. */
const massOf = ({ instances }: SolvedAssembly): number =>
  instances.reduce((sum, { of, values, inner }) => {
    if (inner) return sum + massOf(inner);
    const parts = of.kind === 'module' ? (moduleById(of.module)?.parts(values) ?? []) : [];
    return parts.reduce(
      (all, { quantity, volume, material }) => all + quantity * volume * DENSITIES[material],
      sum,
    );
  }, 0);

/** Kilograms, from and to: what such machines weigh without oil and fuel. */
const MASSES = {
  powerCube: [130, 230],
  tractor: [800, 1000],
  microtractor: [350, 480],
  rototiller: [180, 350],
  cebPress: [450, 900],
  printer3d: [8, 25],
  torchTable: [250, 600],
  circuitMill: [8, 25],
} as const satisfies Partial<Record<PlanWord, readonly [number, number]>>;
const machines = Object.entries(MASSES).map(([word, range]) => [word as keyof typeof MASSES, range] as const);

describe.each(machines)('%s', (word, [least, most]) => {
  it('fits together: nothing stands against it', () => {
    // What an implement takes from the machine that carries it is not in it.
    const meant = word === 'rototiller' ? ['unmated'] : [];
    expect(solved(word).problems.filter(({ kind }) => !meant.includes(kind))).toEqual([]);
  });

  it('is as heavy as such a machine is', () => {
    const mass = massOf(solved(word));
    expect(mass).toBeGreaterThan(least);
    expect(mass).toBeLessThan(most);
  });

  it('has the parts of its model in its list, each step’s among them, and each thing’s step among its steps', () => {
    const { parts, steps, instances } = contentOf(word);
    const ids = new Set(parts.map(({ id }) => id));
    expect(parts.filter(isDerived).length).toBeGreaterThan(3);
    expect(
      steps.flatMap((step) => step.parts.map(({ line }) => line)).filter((line) => !ids.has(line)),
    ).toEqual([]);
    const words = new Set(steps.map(({ id }) => id));
    expect(instances.filter(({ step }) => step === null || !words.has(step))).toEqual([]);
  });
});

it.each(machines)('%s has nothing in it that runs into something else', (word) => {
  expect(interferences(solved(word), solids)).toEqual({ pairs: [], isComplete: true });
});

describe('the machines of the demo region', () => {
  it('have oil enough: one cube drives four small motors, or two of medium size', () => {
    const flowOf = (word: PlanWord) =>
      budgetsOf(solved(word)).flatMap(({ figures }) => figures.filter(({ carried }) => carried === 'flow'));
    expect(flowOf('tractor')).toEqual([{ carried: 'flow', offered: 56.8, needed: 56.4 }]);
    expect(flowOf('microtractor')).toEqual([{ carried: 'flow', offered: 56.8, needed: 56.8 }]);
  });

  it('have a price for the lines that are said to have one', () => {
    for (const [word] of machines) {
      expect(
        contentOf(word).parts.some(({ id, price }) => isDerived({ id }) && price !== null),
        word,
      ).toBe(true);
    }
  });

  it('share their modules: the Power Cube in three of them, one axis in three, wheel units in three', () => {
    const uses = (designId: PlanWord) =>
      machines.filter(([word]) =>
        contentOf(word).instances.some(
          ({ of }) => of.kind === 'design' && of.designId === idOfPlan(designId),
        ),
      ).length;
    expect([uses('powerCube'), uses('universalAxis'), uses('wheelUnit')]).toEqual([3, 3, 3]);
  });

  it('tell by how much a lift cylinder is too long for arms that hang too low', () => {
    const [first] = solved('tractor', { 'Arm slope': '45' }).problems;
    expect(first).toMatchObject({ kind: 'outOfLimits', instance: 'lift-right', parameter: 'extension' });
  });

  it('fit at other sizes too', () => {
    const others = [
      // Arms raised, and between two whole degrees: the cylinders follow.
      ['tractor', { 'Frame width': '40', 'Arm slope': '-15' }],
      ['tractor', { 'Frame length': '80', 'Arm slope': '12.5', 'Bucket tilt': '-35' }],
      ['microtractor', { 'Frame width': '36' }],
      ['cebPress', { 'Block height': '5', 'Block length': '11' }],
      ['printer3d', { 'Frame size': '20' }],
      ['torchTable', { 'Table length': '60', 'Table height': '36' }],
      ['circuitMill', { Length: '18', Width: '16' }],
    ] as const;
    for (const [word, parameters] of others) {
      const at = `${word} ${JSON.stringify(parameters)}`;
      const other = solved(word, parameters);
      expect(other.problems, at).toEqual([]);
      expect(interferences(other, solids).pairs, at).toEqual([]);
    }
  });
});
