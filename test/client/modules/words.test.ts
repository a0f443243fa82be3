import { describe, expect, it } from 'vitest';
import { modules as words } from '../../../client/catalogue/english/modules.ts';
import type { ModuleWords } from '../../../client/catalogue/english/moduleWords.ts';
import { modules as palabras } from '../../../client/catalogue/spanish/modules.ts';
import { modules } from '../../../shared/modules/all.ts';
import { DENSITIES } from '../../../shared/modules/materials.ts';
import type { Module } from '../../../shared/modules/module.ts';
import { type Parameters, usualValues } from '../../../shared/modules/parameters.ts';

/** Every interface that a module has at some value of its parameters. */
function interfacesOf(module: Module): string[] {
  const usual = usualValues<Parameters>(module.parameters);
  const all = Object.entries(module.parameters).flatMap(([name, parameter]) =>
    (parameter.kind === 'choice' ? parameter.options : [parameter.least, parameter.most]).map((value) => ({
      ...usual,
      [name]: value,
    })),
  );
  return [usual, ...all].flatMap((values) => module.interfaces(values).map(({ id }) => id));
}

const sorted = (names: Iterable<string>) => [...new Set(names)].sort();

describe.each([
  ['English', words.of],
  ['Spanish', palabras.of],
] as const)('in %s', (_language, all: Readonly<Record<string, ModuleWords>>) => {
  it.each(modules.map((module) => [module.id, module] as const))(
    '%s has all its words, and no more',
    (id, module) => {
      const own = all[id];
      expect(own?.name).toBeTruthy();
      expect(own?.purpose).toMatch(/\.$/);
      expect(sorted(Object.keys(own?.parameters ?? {}))).toEqual(sorted(Object.keys(module.parameters)));
      expect(sorted(Object.keys(own?.interfaces ?? {}))).toEqual(sorted(interfacesOf(module)));
      for (const [name, parameter] of Object.entries(module.parameters)) {
        if (parameter.kind === 'choice')
          expect(sorted(Object.keys(own?.options[name] ?? {}))).toEqual(sorted(parameter.options));
      }
    },
  );
});

it('figures and materials of modules have names', () => {
  const figures = modules.flatMap((module) => module.figures?.(usualValues(module.parameters)) ?? []);
  expect(sorted(Object.keys(words.figureNames))).toEqual(sorted(figures.map(({ id }) => id)));
  expect(sorted(Object.keys(words.materials))).toEqual(sorted(Object.keys(DENSITIES)));
});
