import { expect, it } from 'vitest';
import { inSpanish } from '../../../client/modules/moduleText.ts';
import { faults } from '../../../client/modules/spanish/faults.ts';
import { parts } from '../../../client/modules/spanish/parts.ts';
import { sources } from '../../../client/modules/spanish/sources.ts';
import { modules } from '../../../shared/modules/all.ts';
import type { Module } from '../../../shared/modules/module.ts';
import { type Parameters, usualValues } from '../../../shared/modules/parameters.ts';

const TABLES = [sources, parts, faults];
const each = modules.map((module) => [module.id, module] as const);

/** Each option of one parameter, or of two: what contradicts itself does so between two of them. */
function* valuesOf({ parameters }: Module, isInPairs: boolean) {
  const usual = usualValues<Parameters>(parameters);
  const ends = Object.entries(parameters).flatMap(([name, parameter]) =>
    (parameter.kind === 'choice'
      ? parameter.options
      : [parameter.least, parameter.most, Math.round((parameter.least + parameter.most) / 2)]
    ).map((value) => ({ [name]: value })),
  );
  yield usual;
  for (const one of ends) {
    yield { ...usual, ...one };
    if (isInPairs) for (const other of ends) yield { ...usual, ...one, ...other };
  }
}

const missing = (texts: Iterable<string>) => [
  ...new Set([...texts].filter((text) => text !== '' && inSpanish(text, TABLES) === null)),
];

it.each(each)('sources, parts and faults of a %s can be read in Spanish', (_id, module) => {
  const found = [...module.sources, ...Object.values(module.parameters).map(({ source }) => source)];
  for (const values of valuesOf(module, false)) {
    if (module.faults(values).length > 0) continue;
    for (const { name, specification, cut } of module.parts(values))
      found.push(name, specification, cut?.stock ?? '');
  }
  for (const values of valuesOf(module, true)) found.push(...module.faults(values));
  expect(missing(found)).toEqual([]);
});

it('each number is told again, in its order and with a comma', () => {
  const all = Object.entries({ ...sources, ...parts, ...faults });
  const count = (text: string) => text.split('#').length;
  expect(all.filter(([english, told]) => count(english) !== count(told))).toEqual([]);
  expect(inSpanish('Tube 101.6 × 101.6 × 6.35 mm, 1000 mm', TABLES)).toBe(
    'Tubo 101,6 × 101,6 × 6,35 mm, 1000 mm',
  );
  expect(inSpanish('Screw M6 × 20 mm', TABLES)).toBe('Tornillo M6 × 20 mm');
  expect(inSpanish('A kettle', TABLES)).toBeNull();
});
