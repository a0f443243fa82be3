import { describe, expect, it } from 'vitest';
import type { Assembly } from '../../../shared/assemblies/assembly.ts';
import { budgetsOf } from '../../../shared/assemblies/budgets.ts';
import { solve } from '../../../shared/assemblies/solve.ts';
import { assembly, content, design, mate, module, NO_SOURCES, sources } from './building.ts';

const solved = (more: Partial<Assembly>) => solve(assembly(more), NO_SOURCES);
const line = (id: string, one: string, other: string) => mate(id, one, other, { kind: 'line' });
const told = ({ problems }: ReturnType<typeof solve>) =>
  problems.map((problem) =>
    problem.kind === 'shortage'
      ? [problem.kind, problem.carried, problem.offered, problem.needed]
      : problem.kind === 'unmated'
        ? [problem.kind, problem.place.instance, problem.place.interface]
        : [problem.kind],
  );

const cube = module('cube', 'power-cube');
const press = module('press', 'ceb-press-frame');
const pins = [
  ['unmated', 'press', 'main-pin'],
  ['unmated', 'press', 'foot-pin'],
  ['unmated', 'press', 'drawer-pin'],
  ['unmated', 'press', 'main-push'],
  ['unmated', 'press', 'main-pull'],
  ['unmated', 'press', 'drawer-push'],
  ['unmated', 'press', 'drawer-pull'],
];
const pressLines = (from: string) => [
  line('l-in', `${from}.pressure`, 'press.port-in'),
  line('l-out', 'press.port-out', `${from}.return`),
];

describe('a net of hoses', () => {
  it('is told with what is offered and needed of flow, pressure and power', () => {
    const whole = solved({ instances: [cube, press], mates: pressLines('cube') });
    expect(told(whole)).toEqual(pins);
    expect(budgetsOf(whole)).toEqual([
      {
        kind: 'hydraulicPort',
        suppliers: [{ instance: 'cube', name: 'Power Cube', interface: 'pressure' }],
        users: [{ instance: 'press', name: 'CEB press frame', interface: 'port-in' }],
        figures: [
          { carried: 'flow', offered: 56.8, needed: 53 },
          { carried: 'pressure', offered: 172, needed: 152 },
          { carried: 'power', offered: 16283, needed: 13427 },
        ],
      },
    ]);
  });

  it('whose pump is too weak is short of pressure', () => {
    const weak = module('cube', 'power-cube', { engine: '16' });
    expect(told(solved({ instances: [weak, press], mates: pressLines('cube') }))).toEqual([
      ['shortage', 'pressure', 107, 152],
      ...pins,
    ]);
  });

  it('has the flow of two cubes that feed it together', () => {
    const wheels = ['left', 'right', 'rear'].map((id) => module(id, 'wheel-unit'));
    const both = solved({
      instances: [cube, module('more', 'power-cube'), ...wheels],
      mates: [
        line('l-01', 'cube.pressure', 'more.pressure'),
        ...wheels.flatMap(({ id }) => [
          line(`l-in-${id}`, 'cube.pressure', `${id}.port-in`),
          line(`l-out-${id}`, `${id}.port-out`, 'cube.return'),
        ]),
        line('l-02', 'more.return', 'cube.return'),
      ],
    });
    expect(budgetsOf(both)[0]?.figures[0]).toEqual({ carried: 'flow', offered: 113.6, needed: 113.7 });
    expect(told(both)).toEqual([['shortage', 'flow', 113.6, 113.7]]);
  });

  it('in a row has the whole flow for each, and less pressure for the second', () => {
    const whole = solved({
      instances: [cube, module('left', 'wheel-unit'), module('right', 'wheel-unit')],
      mates: [
        line('l-01', 'cube.pressure', 'left.port-in'),
        line('l-02', 'left.port-out', 'right.port-in'),
        line('l-03', 'right.port-out', 'cube.return'),
      ],
    });
    expect(told(whole)).toEqual([['shortage', 'pressure', 34, 138]]);
  });

  it('goes through a valve: all that hangs behind it draws on what is before it', () => {
    const whole = solved({
      instances: [
        cube,
        module('valve', 'valve-bank', { motors: 2, cylinders: 1 }),
        module('left', 'wheel-unit'),
        module('right', 'wheel-unit'),
        module('lift', 'hydraulic-cylinder'),
      ],
      mates: [
        line('l-01', 'cube.pressure', 'valve.port-in'),
        line('l-02', 'valve.port-out', 'cube.return'),
        line('l-03', 'valve.motor-1-a', 'left.port-in'),
        line('l-04', 'left.port-out', 'valve.motor-1-b'),
        line('l-05', 'valve.motor-2-a', 'right.port-in'),
        line('l-06', 'right.port-out', 'valve.motor-2-b'),
        line('l-07', 'valve.cylinder-1-a', 'lift.base-port'),
        line('l-08', 'valve.cylinder-1-b', 'lift.rod-port'),
      ],
    });
    expect(told(whole)).toEqual([['shortage', 'flow', 56.8, 75.8]]);
    const [net, ...others] = budgetsOf(whole);
    expect(others).toEqual([]);
    expect(net?.suppliers.map(({ instance }) => instance)).toEqual(['cube']);
    expect(net?.users.map(({ instance }) => instance)).toEqual(['left', 'right']);
  });

  it('in a ring of users alone ends, and nobody knows what flows there', () => {
    const whole = solved({
      instances: [module('left', 'wheel-unit'), module('right', 'wheel-unit')],
      mates: [line('l-01', 'left.port-out', 'right.port-in'), line('l-02', 'right.port-out', 'left.port-in')],
    });
    expect(told(whole)).toEqual([]);
    expect(budgetsOf(whole).map(({ figures }) => figures[0]?.offered)).toEqual([null, null]);
  });

  it('goes through designs: what is connected outside is not missing inside', () => {
    const unit = content('Unit', {
      instances: [module('wheel', 'wheel-unit'), module('tube', 'frame-tube')],
      mates: [mate('m-1', 'tube.grid-front', 'wheel.mount')],
    });
    const from = sources({ 1: unit });
    const apart = solve(assembly({ instances: [cube, design('unit', 1)] }), from);
    expect(told(apart)).toEqual([['unmated', 'unit/wheel', 'port-in']]);
    const mates = [
      line('l-1', 'cube.pressure', 'unit.wheel/port-in'),
      line('l-2', 'unit.wheel/port-out', 'cube.return'),
    ];
    expect(told(solve(assembly({ instances: [cube, design('unit', 1)], mates }), from))).toEqual([]);
  });
});

describe('what is not connected', () => {
  it('is told where it draws on something, or is connected by half', () => {
    const wheel = module('left', 'wheel-unit');
    expect(told(solved({ instances: [cube, wheel] }))).toEqual([['unmated', 'left', 'port-in']]);
    expect(
      told(solved({ instances: [cube, wheel], mates: [line('l-1', 'cube.pressure', 'left.port-in')] })),
    ).toEqual([
      ['unmated', 'cube', 'return'],
      ['unmated', 'left', 'port-out'],
    ]);
  });

  it('is not told of a thing by itself, nor of the other end of a bore', () => {
    expect(told(solved({ instances: [press] }))).toEqual([]);
    expect(
      told(
        solved({
          instances: [module('bearing', 'bearing'), module('shaft', 'shaft')],
          mates: [mate('m-1', 'bearing.bore-top', 'shaft.end-bottom')],
        }),
      ),
    ).toEqual([]);
    expect(told(solved({ instances: [module('bearing', 'bearing'), module('shaft', 'shaft')] }))).toEqual([
      ['unmated', 'bearing', 'bore-top'],
    ]);
  });
});
