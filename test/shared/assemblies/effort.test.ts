import openSolids from 'manifold-3d';
import { beforeAll, describe, expect, it } from 'vitest';
import { budgetsOf } from '../../../shared/assemblies/budgets.ts';
import { cutListOf } from '../../../shared/assemblies/cutList.ts';
import { modelOf, TooManyPieces } from '../../../shared/assemblies/modelOf.ts';
import { NameTable } from '../../../shared/assemblies/nameTable.ts';
import { solve } from '../../../shared/assemblies/solve.ts';
import { emptyLine } from '../../../shared/designs/partLines.ts';
import type { Solids } from '../../../shared/modules/module.ts';
import { assembly, content, design, mate, module, NO_SOURCES, parameter, sources } from './building.ts';

let solids: Solids;
beforeAll(async () => {
  solids = await openSolids();
  solids.setup();
});

const many = <Thing>(count: number, of: (index: number) => Thing): Thing[] =>
  Array.from({ length: count }, (_, index) => of(index));
/** Each in the next, ten times over, with nothing at the bottom: ten thousand million empty places. */
const empties = sources({
  0: content('Nothing', { instances: [module('none', 'nothing')] }),
  ...Object.fromEntries(
    many(9, (level) => [
      level + 1,
      content(`Level ${level}`, { instances: many(10, (n) => design(`in-${n}`, level)) }),
    ]),
  ),
});

describe('what somebody wrote to keep the program busy', () => {
  it('passes designs that hold nothing only so many times', () => {
    const solved = solve(assembly({ instances: many(10, (n) => design(`in-${n}`, 9)) }), empties);
    expect(solved.problems.map(({ kind }) => kind)).toEqual(['unknownModule']);
    expect(() => modelOf(solved, solids)).toThrow(TooManyPieces);
  });

  it('reckons the parameters and mates of designs only so many times, and says of which not', () => {
    const large = content('Large', {
      parameters: [
        parameter('first', '1'),
        ...many(499, (n) => parameter(`next${n}`, `=first + ${n} + ${'1 + '.repeat(40)}1`)),
      ],
      mates: many(1000, (n) => mate(`mate-${n}`, 'none.end', 'other.end')),
    });
    const whole = assembly({ instances: many(5000, (n) => design(`in-${n}`, 1, { first: n })) });
    const solved = solve(whole, sources({ 1: large }));
    expect(solved.instances.length).toBeLessThan(100);
    expect(solved.problems).toHaveLength(1000);
  });

  it('reads formulas only up to so many characters, those that are equal once', () => {
    const long = (start: string) => `=${start}*0 + 1000 + ${'1 + '.repeat(36)}1`;
    const of = (written: (n: number) => string) =>
      solve(
        assembly({
          instances: many(10_000, (n) => module(`tube-${n}`, 'frame-tube', { length: written(n) })),
        }),
        NO_SOURCES,
      );
    expect(of(() => long('1')).problems).toEqual([]);
    expect(of((n) => long(String(n).padStart(15, '0'))).problems).toContainEqual(
      expect.objectContaining({ kind: 'formula', why: { is: 'tooMuch' } }),
    );
  });
});

describe('names in formulas', () => {
  it('are found whatever their case, the longest first, never within a word', () => {
    const names = new NameTable([
      ['Left tube', 'tube'],
      ['left', 'left'],
      ['ΟΔΟΣ', 'way'],
      ['İx', 'dotted'],
      ['12', 'number'],
    ]);
    const found = ['LEFT TUBE.x', 'left tubes', 'lefty', 'οδος', 'İX', '12'].map(
      (text) => names.at(text, 0)?.key,
    );
    expect(found).toEqual(['tube', 'left', undefined, 'way', 'dotted', undefined]);
  });
});

it('a formula sets nothing farther aside than any machine reaches', () => {
  const far = (id: string, one: string, other: string) =>
    mate(id, `${one}.end-top`, `${other}.end-bottom`, { offset: { x: '=1e300 * 1e7', y: 0, z: 0 } });
  const solved = solve(
    assembly({
      instances: ['a', 'b', 'c', 'd'].map((id) => module(id, 'frame-tube')),
      mates: [far('one', 'a', 'b'), far('two', 'b', 'c'), far('zero', 'c', 'a'), far('last', 'c', 'd')],
    }),
    NO_SOURCES,
  );
  for (const { at } of solved.instances) expect(Math.max(...at.origin.map(Math.abs))).toBeLessThan(1e8);
  expect(solved.problems).toContainEqual(
    expect.objectContaining({ kind: 'outOfLimits', instance: 'b', parameter: 'offset', most: 1e7 }),
  );
  expect(solved.problems).toContainEqual(expect.objectContaining({ kind: 'openLoop' }));
});

it('what goes into each other a thousand million times over is still a number', () => {
  const lines = Array.from({ length: 39 }, (_, level) => ({
    ...emptyLine(`line-${level}`, 'Bar'),
    parent: level === 0 ? null : `line-${level - 1}`,
    quantity: 1e9,
    cut: { stock: 'bar', length: 10, kerf: 3 },
  }));
  const [stock] = cutListOf(lines);
  expect(JSON.parse(JSON.stringify(stock))).toEqual(stock);
  expect(stock?.pieces).toBeGreaterThan(1e99);
});

describe('ten thousand things one after the other', () => {
  const COUNT = 9000;
  it('draw their oil in a row', () => {
    const solved = solve(
      assembly({
        instances: many(COUNT, (n) => module(`unit-${n}`, 'wheel-unit')),
        mates: many(COUNT - 1, (n) =>
          mate(`mate-${n}`, `unit-${n}.port-out`, `unit-${n + 1}.port-in`, { kind: 'line' }),
        ),
      }),
      NO_SOURCES,
    );
    expect(solved.problems.map(({ kind }) => kind)).toEqual(['unmated', 'unmated']);
    expect(budgetsOf(solved)).toHaveLength(COUNT - 1);
  });

  const CIRCLE = 5000;
  it('refer to each other in more circles than can be told', () => {
    const first = many(13, (n) => ` + a${n}.length`).join('');
    const solved = solve(
      assembly({
        instances: many(CIRCLE, (n) =>
          module(`a${n}`, 'frame-tube', { length: `=a${(n + 1) % CIRCLE}.length${first}` }),
        ),
      }),
      NO_SOURCES,
    );
    expect(solved.problems).toContainEqual(expect.objectContaining({ kind: 'circularParameters' }));
    expect(solved.instances).toHaveLength(CIRCLE);
  });
});
