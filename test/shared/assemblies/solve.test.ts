import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Assembly, SolvedAssembly } from '../../../shared/assemblies/assembly.ts';
import type { Mate } from '../../../shared/assemblies/instances.ts';
import { solve } from '../../../shared/assemblies/solve.ts';
import { frameTube } from '../../../shared/modules/frameTube.ts';
import { lengthOf, minus, plus, type Vector } from '../../../shared/modules/vectors.ts';
import { someValuesOf } from '../modules/someValues.ts';
import { assembly, content, design, mate, module, NO_SOURCES, parameter, sources } from './building.ts';

const kinds = ({ problems }: ReturnType<typeof solve>) => problems.map(({ kind }) => kind);

describe('an assembly', () => {
  it('is told that a cube gives 56.8 l/min where two wheels need 75.8', () => {
    const solved = solve(
      assembly({
        instances: [
          module('cube', 'power-cube'),
          module('left', 'wheel-unit', {}, { name: 'Left wheel' }),
          module('right', 'wheel-unit', {}, { name: 'Right wheel' }),
        ],
        mates: [
          mate('hose-1', 'cube.pressure', 'left.port-in', { kind: 'line' }),
          mate('hose-2', 'cube.pressure', 'right.port-in', { kind: 'line' }),
          mate('hose-3', 'left.port-out', 'cube.return', { kind: 'line' }),
          mate('hose-4', 'right.port-out', 'cube.return', { kind: 'line' }),
        ],
      }),
      NO_SOURCES,
    );
    expect(solved.problems).toEqual([
      {
        kind: 'shortage',
        carried: 'flow',
        offered: 56.8,
        needed: 75.8,
        suppliers: [{ instance: 'cube', name: 'Power Cube', interface: 'pressure' }],
        users: [
          { instance: 'left', name: 'Left wheel', interface: 'port-in' },
          { instance: 'right', name: 'Right wheel', interface: 'port-in' },
        ],
      },
    ]);
  });
});

const solved = (more: Partial<Assembly>) => solve(assembly(more), NO_SOURCES);
const tube = (id: string, length: number | string = 1000) => module(id, 'frame-tube', { length });
const standing = ({ instances }: SolvedAssembly, id: string, interface_: string) => {
  const found = instances
    .find(({ instance }) => instance.id === id)
    ?.interfaces.find((each) => each.id === interface_);
  if (!found) throw new Error(`${id} has no ${interface_}.`);
  return found.is.at;
};
const close = (one: Vector, other: Vector) => expect(lengthOf(minus(one, other))).toBeLessThan(1e-6);

describe('mates', () => {
  it('set two interfaces face to face, whatever the values, turned, mirrored or mated the other way round', () => {
    const ids = ['end-bottom', 'end-top'];
    fc.assert(
      fc.property(
        fc.record({
          first: someValuesOf(frameTube),
          second: someValuesOf(frameTube),
          one: fc.constantFrom(...ids),
          other: fc.constantFrom(...ids),
          turn: fc.constantFrom(0, 90, 180, 270),
          mirrored: fc.boolean(),
          firstMirrored: fc.boolean(),
          isSwapped: fc.boolean(),
          origin: fc
            .tuple(fc.integer(), fc.integer(), fc.integer())
            .map(([x, y, z]) => [x % 9e3, y % 9e3, z % 9e3]),
        }),
        ({
          first,
          second,
          one,
          other,
          turn,
          mirrored,
          firstMirrored,
          isSwapped,
          origin: [x = 0, y = 0, z = 0],
        }) => {
          const whole = solved({
            instances: [
              module('first', 'frame-tube', first, {
                mirrored: firstMirrored,
                at: { origin: [x, y, z], x: [0, 1, 0], z: [1, 0, 0] },
              }),
              module('second', 'frame-tube', second, { mirrored }),
            ],
            mates: [
              isSwapped
                ? mate('mate', `second.${other}`, `first.${one}`, { turn })
                : mate('mate', `first.${one}`, `second.${other}`, { turn }),
            ],
          });
          const [here, there] = [standing(whole, 'first', one), standing(whole, 'second', other)];
          close(here.origin, there.origin);
          close(here.z, minus([0, 0, 0], there.z));
          const angle = (Math.acos(Math.min(1, Math.max(-1, dotOf(here.x, there.x)))) * 180) / Math.PI;
          expect(angle).toBeCloseTo(Math.min(turn, 360 - turn), 3);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('give the same whatever the order they stand in', () => {
    const instances = [
      tube('tube'),
      module('plate', 'joint-plate'),
      tube('high', 500),
      module('bolt', 'bolt'),
    ];
    const mates = [
      mate('m-1', 'tube.grid-front', 'plate.grid-bottom', { offset: { x: 203.2, y: 0, z: 0 }, turn: 90 }),
      mate('m-2', 'plate.grid-top', 'bolt.shank'),
      mate('m-3', 'high.end-bottom', 'tube.end-top'),
    ];
    const first = solved({ instances, mates });
    fc.assert(
      fc.property(fc.shuffledSubarray(mates, { minLength: 3 }), (shuffled) => {
        const other = solved({ instances, mates: shuffled });
        expect(other.instances.map(({ at }) => at)).toEqual(first.instances.map(({ at }) => at));
      }),
      { numRuns: 6 },
    );
    expect(first.problems).toEqual([]);
  });

  it('turn first and then set aside along the first one, in millimetres or by a formula', () => {
    const whole = solved({
      parameters: [parameter('gap', '4', 'in')],
      instances: [tube('tube'), module('plate', 'joint-plate')],
      mates: [
        mate('m-1', 'tube.grid-right', 'plate.grid-bottom', { turn: 90, offset: { x: '=gap', y: 0, z: 0 } }),
      ],
    });
    expect(whole.problems).toEqual([]);
    close(
      standing(whole, 'plate', 'grid-bottom').origin,
      plus(standing(whole, 'tube', 'grid-right').origin, [0, 0, 101.6]),
    );
  });

  const found = (mates: Mate[], more: Parameters<typeof module>[] = []) =>
    solved({
      instances: [
        tube('tube', 1016),
        tube('high', 1016),
        module('plate', 'joint-plate'),
        module('wide', 'joint-plate', { pitch: 100 }),
        ...more.map((each) => module(...each)),
      ],
      mates,
    }).problems;

  test.each<[string, Mate[], object]>([
    [
      'to nothing',
      [mate('m-1', 'tube.end-top', 'gone.end-top')],
      { kind: 'unknownInterface', place: { instance: 'gone', name: 'gone', interface: 'end-top' } },
    ],
    [
      'to an interface that is not there',
      [mate('m-1', 'tube.top', 'high.end-top')],
      { kind: 'unknownInterface', place: { instance: 'tube', name: 'Frame tube', interface: 'top' } },
    ],
    ['to itself', [mate('m-1', 'tube.end-top', 'tube.end-bottom')], { kind: 'itself' }],
    [
      'to what is taken',
      [mate('m-1', 'tube.end-top', 'high.end-top'), mate('m-2', 'tube.end-top', 'plate.grid-top')],
      { kind: 'taken', mate: 'm-2', by: 'Frame tube' },
    ],
    [
      'onto a hole that is taken',
      [mate('m-1', 'tube.grid-front', 'plate.grid-top'), mate('m-2', 'tube.grid-front', 'plate.grid-bottom')],
      { kind: 'taken', mate: 'm-2' },
    ],
    [
      'of another pitch',
      [mate('m-1', 'tube.grid-front', 'wide.grid-top')],
      { kind: 'mismatch', mismatches: [{ what: 'pitch', one: 101.6, other: 100 }] },
    ],
    [
      'beside the holes',
      [mate('m-1', 'tube.grid-front', 'plate.grid-top', { offset: { x: 50, y: 0, z: 0 } })],
      { kind: 'offGrid', offset: 50, pitch: 101.6 },
    ],
    [
      'beyond the last hole',
      [mate('m-1', 'tube.grid-front', 'plate.grid-top', { offset: { x: 1016, y: 0, z: 0 } })],
      { kind: 'offGrid', offset: 1016, pitch: 101.6 },
    ],
    [
      'askew',
      [mate('m-1', 'tube.end-top', 'high.end-top', { turn: 30 })],
      { kind: 'turn', turn: 30, step: 90 },
    ],
    [
      'in a loop that does not close',
      [mate('m-1', 'tube.end-top', 'high.end-bottom'), mate('m-2', 'high.end-top', 'tube.end-bottom')],
      { kind: 'openLoop', mate: 'm-2', apart: 2032, degrees: 0 },
    ],
  ])('%s are told', (_, mates, expected) => {
    expect(found(mates)).toContainEqual(expect.objectContaining(expected));
  });

  it('that close a loop are not told, nor a bolt where a plate is', () => {
    expect(
      found([
        mate('m-1', 'tube.grid-front', 'plate.grid-bottom'),
        mate('m-2', 'plate.grid-bottom', 'high.grid-front', { offset: { x: 101.6, y: 0, z: 0 } }),
        mate('m-3', 'tube.grid-front', 'high.grid-front', {
          turn: 180,
          offset: { x: 101.6, y: 101.6, z: 0 },
        }),
      ]).map(({ kind }) => kind),
    ).toEqual(['openLoop']);
    expect(
      found(
        [mate('m-1', 'tube.grid-front', 'plate.grid-bottom'), mate('m-2', 'tube.grid-front', 'bolt.shank')],
        [['bolt', 'bolt']],
      ),
    ).toEqual([]);
  });
});

const dotOf = (one: Vector, other: Vector) => one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
