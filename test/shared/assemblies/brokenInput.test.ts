import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutListOf } from '../../../shared/assemblies/cutList.ts';
import type { Instance, Mate } from '../../../shared/assemblies/instances.ts';
import { listSums } from '../../../shared/assemblies/listSums.ts';
import { partLinesFrom } from '../../../shared/assemblies/partLines.ts';
import { plainSolved } from '../../../shared/assemblies/plainSolved.ts';
import { solve } from '../../../shared/assemblies/solve.ts';
import { partLine } from '../../../shared/designs/partLines.ts';
import { modules } from '../../../shared/modules/all.ts';
import { lengthOf } from '../../../shared/modules/vectors.ts';
import { content, pin, sources } from './building.ts';

const ids = ['aaaa', 'bbbb', 'cccc', 'dddd'];
const id = fc.constantFrom(...ids);
const number = fc.oneof(
  fc.constantFrom(0, 1, -1, 90, Number.NaN, Number.POSITIVE_INFINITY, 1e300, 5e-324),
  fc.double(),
  fc.integer({ min: -2000, max: 2000 }),
);
const vector = fc.tuple(number, number, number);
const formula = fc.oneof(
  fc.constantFrom(
    '=aaaa.length',
    '=bbbb.length + 1',
    '=width',
    '=width/0',
    '=((',
    '2 in',
    '=cccc.wide',
    '__proto__',
    '',
  ),
  fc.string({ maxLength: 30 }),
);
const of: fc.Arbitrary<Instance['of']> = fc.oneof(
  fc.constantFrom(...modules.map(({ id: module }) => ({ kind: 'module', module }) as const)),
  fc.constantFrom(
    { kind: 'module', module: 'nothing' } as const,
    { kind: 'module', module: '__proto__' } as const,
  ),
  fc.constantFrom(1, 2, 3, 9).map((last) => ({ kind: 'design', ...pin(last) }) as const),
  fc.constant({ kind: 'file', path: 'a/b.stl', unit: 'mm', material: '' } as const),
);
const parameters = fc.dictionary(
  fc.constantFrom('length', 'outer', 'wall', 'hole', 'pitch', 'faces', 'width', 'travel', '__proto__', 'x'),
  fc.oneof(number, formula),
  { maxKeys: 4 },
);
const instance: fc.Arbitrary<Instance> = fc.record({
  id,
  name: fc.constantFrom('', 'Tube', 'aaaa'),
  of,
  parameters,
  at: fc.record({ origin: vector, x: vector, z: vector }),
  mirrored: fc.boolean(),
  step: fc.constant(null),
  alternatives: fc.array(fc.record({ id, name: fc.constant(''), of, parameters, note: fc.constant('') }), {
    maxLength: 1,
  }),
});
const side = fc.record({
  instance: id,
  interface: fc.constantFrom(
    'end-top',
    'end-bottom',
    'grid-front',
    'mount',
    'aaaa/end-top',
    'bbbb/grid-front',
    '/',
    '',
  ),
});
const mate: fc.Arbitrary<Mate> = fc.record({
  id,
  kind: fc.constantFrom('rigid', 'line'),
  one: side,
  other: side,
  turn: number,
  offset: fc.record({ x: fc.oneof(number, formula), y: number, z: number }),
});
const anything = fc
  .record({
    instances: fc.array(instance, { maxLength: 6 }),
    mates: fc.array(mate, { maxLength: 8 }),
    parameters: fc.array(
      fc.record({
        id: fc.constantFrom('width', 'high'),
        name: fc.constantFrom('width', 'x'),
        value: formula,
        unit: fc.constantFrom('mm', 'in', ''),
      }),
      { maxLength: 2 },
    ),
  })
  .map((more) => content('Anything', more));

describe('whatever a content says', () => {
  it('it is put together, or told why not; what comes of it is whole and may be sent on', () => {
    fc.assert(
      fc.property(anything, anything, anything, fc.dictionary(id, id), (whole, one, two, choices) => {
        const from = sources({ 1: one, 2: two, 3: whole });
        const solved = solve(whole, from, choices);
        for (const { at, values } of solved.instances) {
          expect([...at.x, ...at.z].every(Number.isFinite)).toBe(true);
          expect(lengthOf(at.x)).toBeCloseTo(1, 6);
          expect(
            Object.values(values).every((value) => typeof value === 'string' || Number.isFinite(value)),
          ).toBe(true);
        }
        expect(structuredClone(plainSolved(solved)).instances).toHaveLength(solved.instances.length);
        const lines = partLinesFrom(whole, from, choices);
        expect(new Set(lines.map((line) => line.id)).size).toBe(lines.length);
        for (const line of lines) expect(partLine.safeParse(line).error).toBeUndefined();
        expect(Number.isFinite(listSums(lines, from).mass)).toBe(true);
        cutListOf(lines, { sources: from });
      }),
      { numRuns: 150 },
    );
  });
});
