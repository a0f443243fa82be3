import { describe, expect, it } from 'vitest';
import { modules } from '../../../shared/modules/all.ts';
import { mismatches } from '../../../shared/modules/mating.ts';
import type { Module, ModuleInterface } from '../../../shared/modules/module.ts';
import { type Parameters, usualValues } from '../../../shared/modules/parameters.ts';

/** Sizes beside the usual one that the construction set itself needs: a smaller cylinder draws the press's drawer. */
const ALSO: Readonly<Record<string, Record<string, number>>> = {
  'hydraulic-cylinder': { bore: 63.5, rod: 31.75, pin: 25.4 },
};

/** A module as usual, and with each option of each of its choices. */
function variants(module: Module): ModuleInterface[] {
  const usual = usualValues<Parameters>(module.parameters);
  const others = Object.entries(module.parameters).flatMap(([name, parameter]) =>
    parameter.kind === 'choice' ? parameter.options.map((option) => ({ ...usual, [name]: option })) : [],
  );
  return [usual, ...others, { ...usual, ...ALSO[module.id] }]
    .filter((values) => module.faults(values).length === 0)
    .flatMap((values) => module.interfaces(values));
}
const everything = modules.map((module) => ({ module: module.id, interfaces: variants(module) }));

describe('every interface of a module', () => {
  it.each(everything)('$module has a partner among the modules', ({ interfaces }) => {
    const alone = interfaces.filter(
      (one) =>
        !everything.some((other) => other.interfaces.some((each) => mismatches(one, each).length === 0)),
    );
    expect([...new Set(alone.map((one) => `${one.id}: ${JSON.stringify(one)}`))]).toEqual([]);
  });

  it.each(everything)('$module tells of its grids how many holes there are', ({ interfaces }) => {
    for (const { kind, holes } of interfaces) {
      if (kind !== 'holeGrid') expect(holes).toBeUndefined();
      else expect(Math.min(holes?.x ?? 0, holes?.y ?? 0)).toBeGreaterThanOrEqual(1);
    }
  });
});
