import openSolids from 'manifold-3d';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Assembly, AssemblySources } from '../../../shared/assemblies/assembly.ts';
import { interferences } from '../../../shared/assemblies/interferences.ts';
import { MOST_PIECES, modelOf, TooManyPieces } from '../../../shared/assemblies/modelOf.ts';
import { solve } from '../../../shared/assemblies/solve.ts';
import type { Solids } from '../../../shared/modules/module.ts';
import { assembly, content, design, mate, module, NO_SOURCES, sources } from './building.ts';

let solids: Solids;
beforeAll(async () => {
  solids = await openSolids();
  solids.setup();
});

const solved = (more: Partial<Assembly>, from: AssemblySources = NO_SOURCES) => solve(assembly(more), from);
const at = (x: number, y = 0, z = 0) => ({
  at: {
    origin: [x, y, z] as [number, number, number],
    x: [1, 0, 0] as [number, number, number],
    z: [0, 0, 1] as [number, number, number],
  },
});

describe('the model of an assembly', () => {
  it('has each shape once, where it stands, under its instance, line and step', () => {
    const inner = content('Inner', { instances: [module('bolt', 'bolt', {}, at(5))] });
    const model = modelOf(
      solved(
        {
          instances: [
            module('one1', 'frame-tube', {}, { ...at(100), step: 'weld' }),
            module('two2', 'frame-tube', {}, at(300)),
            design('dddd', 1, {}, at(0, 50)),
          ],
        },
        sources({ 1: inner }),
      ),
      solids,
      { name: 'Whole', licence: 'CERN-OHL-P-2.0', licenceOf: () => 'CERN-OHL-S-2.0' },
    );
    expect(model.parts.map(({ module: of, piece, licence }) => [of, piece, licence])).toEqual([
      ['frame-tube', 'tube', 'CERN-OHL-P-2.0'],
      ['bolt', 'bolt', 'CERN-OHL-S-2.0'],
      ['bolt', 'bolt-nut', 'CERN-OHL-S-2.0'],
    ]);
    expect(
      model.occurrences.map(({ part, matrix, node }) => [
        part,
        ...matrix.slice(12, 14),
        model.nodes[node]?.id,
      ]),
    ).toEqual([
      [0, 100, 0, 'one1'],
      [0, 300, 0, 'two2'],
      [1, 5, 50, 'dddd/bolt/bolt'],
      [2, 5, 50, 'dddd/bolt/bolt-nut'],
    ]);
    expect(model.nodes[1]).toEqual({
      id: 'one1',
      name: 'Frame tube',
      parent: 0,
      instance: 'one1',
      line: 'm-one1',
      step: 'weld',
    });
    expect(model.nodes[2]).toMatchObject({ line: 'm-one1' });
    expect(model.nodes.every(({ parent }, index) => parent < index)).toBe(true);
  });

  it('mirrors what is mirrored, with what stands in it', () => {
    const inner = content('Inner', { instances: [module('tube', 'frame-tube', {}, at(200))] });
    const { occurrences } = modelOf(
      solved({ instances: [design('dddd', 1, {}, { ...at(1000), mirrored: true })] }, sources({ 1: inner })),
      solids,
    );
    expect(occurrences[0]?.matrix).toEqual([-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 800, 0, 0, 1]);
  });

  it('shows the models of files in their place', () => {
    const file = modelOf(solved({ instances: [module('bolt', 'bolt')] }), solids);
    const of = { kind: 'file', path: 'models/thing.stl', unit: 'mm', material: '' } as const;
    const { nodes, occurrences } = modelOf(
      solved({ instances: [module('file', '', {}, { of, ...at(7) })] }),
      solids,
      {
        fileModel: () => file,
      },
    );
    expect(nodes.map(({ id }) => id)).toEqual([
      '',
      'file',
      'file/bolt',
      'file/bolt/bolt',
      'file/bolt/bolt-nut',
    ]);
    expect(occurrences.map(({ matrix }) => matrix[12])).toEqual([7, 7]);
  });

  it('of more pieces than can be shown is refused', () => {
    const row = content('Row', {
      instances: Array.from({ length: 1000 }, (_, n) => module(`tube-${n}`, 'frame-tube', {}, at(n))),
    });
    const rows = Array.from({ length: 251 }, (_, n) => design(`row-${n}`, 1));
    expect(1000 * rows.length).toBeGreaterThan(MOST_PIECES);
    expect(() => modelOf(solved({ instances: rows }, sources({ 1: row })), solids)).toThrow(TooManyPieces);
  });
});

describe('interference', () => {
  const found = (more: Partial<Assembly>, from?: AssemblySources) =>
    interferences(solved(more, from), solids).pairs;

  it('is told with both names, the volume and its middle', () => {
    const plain = { faces: 'none', length: 500 };
    const flat = {
      at: { origin: [-250, 0, 250], x: [0, 0, -1], z: [1, 0, 0] } as ReturnType<typeof at>['at'],
    };
    expect(
      found({
        instances: [
          module('post', 'frame-tube', plain),
          module('beam', 'frame-tube', plain, { name: 'Beam', ...flat }),
        ],
      }),
    ).toEqual([
      // Two pairs of walls cross in four places, and each wall lies in the other tube's side walls.
      {
        one: 'post',
        oneName: 'Frame tube',
        other: 'beam',
        otherName: 'Beam',
        volume: expect.any(Number),
        middle: [0, 0, 250],
      },
    ]);
  });

  it('has the volume that the hand reckons', () => {
    const square = { columns: 1, rows: 1, hole: 3, pitch: 100, thickness: 10 };
    const [pair] = found({
      instances: [module('one1', 'joint-plate', square), module('two2', 'joint-plate', square, at(60, 0, 4))],
    });
    expect(pair).toEqual({
      one: 'one1',
      oneName: 'Joint plate',
      other: 'two2',
      otherName: 'Joint plate',
      volume: 40 * 100 * 6,
      middle: [30, 0, 7],
    });
  });

  it('is not told of what touches, nor of a bolt in its hole', () => {
    expect(
      found({
        instances: [
          module('tube', 'frame-tube'),
          module('high', 'frame-tube'),
          module('plate', 'joint-plate'),
          module('bolt', 'bolt', { diameter: 25.4 }),
        ],
        mates: [
          mate('m-1', 'tube.end-top', 'high.end-bottom'),
          mate('m-2', 'tube.grid-front', 'plate.grid-bottom'),
          mate('m-3', 'plate.grid-top', 'bolt.shank'),
        ],
      }),
    ).toEqual([]);
  });

  it('is found between what stands in different designs', () => {
    const inner = content('Inner', { instances: [module('tube', 'frame-tube')] });
    expect(
      found({ instances: [design('left', 1), design('rest', 1, {}, at(50))] }, sources({ 1: inner })),
    ).toEqual([expect.objectContaining({ one: 'left/tube', other: 'rest/tube', oneName: 'Frame tube' })]);
  });

  it('says when it was broken off', () => {
    const instances = Array.from({ length: 20 }, (_, n) =>
      module(`tube-${n}`, 'frame-tube', {}, at(n * 10 + n * n)),
    );
    let asked = 0;
    const told = interferences(solved({ instances }), solids, {
      isEnough: () => ++asked > instances.length + 3,
    });
    expect(told.isComplete).toBe(false);
    expect(told.pairs.length).toBeGreaterThan(0);
  });

  it('of ten thousand tubes in a field is looked for in a moment', () => {
    const instances = Array.from({ length: 10_000 }, (_, n) =>
      module(`tube-${n}`, 'frame-tube', {}, at((n % 100) * 90, Math.floor(n / 100) * 200)),
    );
    const { pairs, isComplete } = interferences(solved({ instances }), solids);
    expect(isComplete).toBe(true);
    expect(pairs).toHaveLength(9900);
  });
});
