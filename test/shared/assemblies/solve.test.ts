import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Assembly, SolvedAssembly } from '../../../shared/assemblies/assembly.ts';
import type { Mate } from '../../../shared/assemblies/instances.ts';
import { solve } from '../../../shared/assemblies/solve.ts';
import { frameTube } from '../../../shared/modules/frameTube.ts';
import { cross, lengthOf, minus, plus, times, type Vector } from '../../../shared/modules/vectors.ts';
import { someValuesOf } from '../modules/someValues.ts';
import { assembly, content, design, mate, module, NO_SOURCES, parameter, sources } from './building.ts';

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
          origin: [east = 0, north = 0, up = 0],
        }) => {
          const whole = solved({
            instances: [
              module('first', 'frame-tube', first, {
                mirrored: firstMirrored,
                at: { origin: [east, north, up], x: [0, 1, 0], z: [1, 0, 0] },
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
          const [{ x, z }, met] = isSwapped ? [there, here] : [here, there];
          const angle = (turn * Math.PI) / 180;
          close(met.x, plus(times(x, Math.cos(angle)), times(cross(z, x), Math.sin(angle))));
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
    const loop = [
      mate('m-1', 'tube.end-top', 'high.end-bottom'),
      mate('m-2', 'tube.grid-front', 'plate.grid-bottom', { offset: { x: '=9 * 4 in', y: 0, z: 0 } }),
      mate('m-3', 'high.grid-front', 'plate.grid-bottom', { offset: { x: '-4 in', y: 0, z: 0 } }),
    ];
    expect(found(loop)).toEqual([]);
    expect(
      found(
        [mate('m-1', 'tube.grid-front', 'plate.grid-bottom'), mate('m-2', 'tube.grid-front', 'bolt.shank')],
        [['bolt', 'bolt']],
      ),
    ).toEqual([]);
  });
});

describe('values', () => {
  it('follow formulas through instances and the design, in whatever order they stand', () => {
    const { instances, problems } = solved({
      parameters: [parameter('width', '=left post.length * 2'), parameter('wall', '3/16', 'in')],
      instances: [
        module('beam', 'frame-tube', { length: '=width - 4 in', wall: '=wall' }),
        module('left', 'frame-tube', { length: '30 in', pitch: '=length / 5' }, { name: 'Left post' }),
      ],
    });
    expect(problems).toEqual([]);
    expect(instances.map(({ values }) => [values.length, values.wall, values.pitch])).toEqual([
      [1422.4, 4.7625, 101.6],
      [762, 6.35, 152.4],
    ]);
  });

  it('that refer to each other in a circle are told with the way, and are as usual', () => {
    const { instances, problems } = solved({
      instances: [
        module('one1', 'frame-tube', { length: '=two2.length' }, { name: 'One' }),
        module('two2', 'frame-tube', { length: '=one1.length + 1' }, { name: 'Two' }),
      ],
    });
    expect(problems).toEqual([{ kind: 'circularParameters', way: ['One.length', 'Two.length'] }]);
    expect(instances[0]?.values.length).toBe(1524);
  });

  test.each([
    [
      'beyond the limits',
      { length: 7000 },
      { kind: 'outOfLimits', value: 7000, least: 100, most: 6000 },
      6000,
    ],
    ['that are no numbers', { length: Number.NaN }, { kind: 'outOfLimits' }, 1524],
    ['without end', { length: Number.POSITIVE_INFINITY }, { kind: 'outOfLimits' }, 1524],
    [
      'that nobody can read',
      { length: '=width' },
      { kind: 'formula', why: { is: 'unknownName', named: 'width' } },
      1524,
    ],
    [
      'that name nothing but themselves',
      { length: '=Length + 1' },
      { kind: 'formula', why: { is: 'unknownName', named: 'Length' } },
      1524,
    ],
    ['of parameters that are not there', { long: 3 }, { kind: 'unknownParameter', parameter: 'long' }, 1524],
    ['of no option', { faces: 'three' }, { kind: 'outOfLimits', options: ['none', 'two', 'four'] }, 1524],
    [
      'that contradict each other',
      { length: 900, hole: 95 },
      { kind: 'contradictory', instance: 'tube' },
      1524,
    ],
  ])(
    '%s are told, and something stands there all the same',
    (_, settings: Record<string, number | string>, problem, length) => {
      const { problems, instances } = solved({ instances: [module('tube', 'frame-tube', settings)] });
      expect(problems).toEqual([expect.objectContaining(problem)]);
      expect(instances[0]?.values.length).toBe(length);
    },
  );

  it('of a chain of ten thousand, and ten thousand in a row of mates, are reckoned in a moment', () => {
    const count = 10_000;
    const instances = Array.from({ length: count }, (_, index) =>
      tube(`tube-${index}`, index === 0 ? 500 : `=tube-${index - 1}.length`),
    ).toReversed();
    const mates = Array.from({ length: count - 1 }, (_, index) =>
      mate(`mate-${index}`, `tube-${index}.end-top`, `tube-${index + 1}.end-bottom`),
    );
    const whole = solved({ instances, mates });
    expect(whole.problems).toEqual([]);
    expect(
      lengthOf(
        minus(whole.instances[0]?.at.origin ?? [0, 0, 0], whole.instances[count - 1]?.at.origin ?? [0, 0, 0]),
      ),
    ).toBeCloseTo((count - 1) * 500, 3);
  });
});

describe('designs in an assembly', () => {
  const frame = content('Frame', {
    parameters: [parameter('width', '1200')],
    instances: [module('post', 'frame-tube', { length: '=width' }), module('wheel', 'wheel-unit')],
    mates: [mate('m-1', 'wheel.mount', 'post.grid-front')],
  });

  it('stand with their own values set from outside, and are met by what is free in them', () => {
    const whole = solve(
      assembly({
        instances: [design('left', 1, { width: '1 m' }), tube('tube'), module('cube', 'power-cube')],
        mates: [
          mate('m-1', 'left.post/end-top', 'tube.end-bottom'),
          mate('m-2', 'cube.pressure', 'left.wheel/port-in', { kind: 'line' }),
          mate('m-3', 'left.wheel/port-out', 'cube.return', { kind: 'line' }),
        ],
      }),
      sources({ 1: frame }),
    );
    expect(whole.problems).toEqual([]);
    expect(whole.instances[0]?.values).toEqual({ 'p-width': 1000 });
    close(standing(whole, 'left', 'post/end-top').origin, standing(whole, 'tube', 'end-bottom').origin);
    expect(whole.instances[0]?.interfaces.map(({ id }) => id)).toContain('wheel/port-in');
  });

  it('tell their problems with the way to them, and what in them is taken', () => {
    const broken = content('Broken', { instances: [module('post', 'frame-tube', { length: 1 })] });
    const taken = content('Taken', {
      instances: [tube('post'), tube('high')],
      mates: [mate('m-1', 'post.end-top', 'high.end-bottom')],
    });
    const { problems } = solve(
      assembly({
        instances: [design('bad1', 1), design('full', 2), tube('tube')],
        mates: [mate('m-1', 'tube.end-top', 'full.post/end-top')],
      }),
      sources({ 1: broken, 2: taken }),
    );
    expect(problems).toEqual([
      expect.objectContaining({ kind: 'outOfLimits', instance: 'bad1/post', name: 'Broken / Frame tube' }),
      expect.objectContaining({ kind: 'taken', by: 'Frame tube' }),
    ]);
  });

  it('that stand in themselves, or are not known, or are too many, are told', () => {
    const whole = (designs: Parameters<typeof sources>[0]) =>
      solve(assembly({ instances: [design('dddd', 1)] }), sources(designs)).problems;
    expect(
      whole({
        1: content('One', { instances: [design('eeee', 2)] }),
        2: content('Two', { instances: [design('ffff', 1)] }),
      }),
    ).toEqual([
      {
        kind: 'standsInItself',
        instance: 'dddd/eeee/ffff',
        name: 'One / Two / One',
        way: ['One', 'Two', 'One'],
      },
    ]);
    expect(whole({})).toEqual([expect.objectContaining({ kind: 'unknownDesign', instance: 'dddd' })]);
  });

  it('may have something else in their place', () => {
    const post = module(
      'post',
      'frame-tube',
      {},
      {
        alternatives: [
          {
            id: 'thin',
            name: 'Angle',
            of: { kind: 'module', module: 'angle' },
            parameters: { length: 700 },
            note: '',
          },
        ],
      },
    );
    const ofInner = content('Inner', { instances: [post] });
    const { instances } = solve(assembly({ instances: [post, design('dddd', 1)] }), sources({ 1: ofInner }), {
      post: 'thin',
      'dddd/post': 'thin',
    });
    expect(instances[0]).toMatchObject({ name: 'Angle', of: { module: 'angle' }, values: { length: 700 } });
    expect(instances[1]?.inner?.instances[0]).toMatchObject({ name: 'Angle' });
  });
});
