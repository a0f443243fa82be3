import { readParameter } from '../../shared/assemblies/settings.ts';
import { DENSITIES } from '../../shared/modules/materials.ts';
import type { Module, ModuleInterface } from '../../shared/modules/module.ts';
import { NO_BUDGET } from '../../shared/modules/module.ts';
import type { ModuleView } from '../../shared/modules/moduleViews.ts';
import { schemaOf, usualValues } from '../../shared/modules/parameters.ts';
import { checked } from '../http/input.ts';

type Values = ModuleView['values'];

/** What is known of a module before anything is chosen. */
export const knownOf = ({ id, name, parameters, sources }: Module) => ({
  id,
  name,
  parameters: Object.entries(parameters).map(([name, parameter]) =>
    parameter.kind === 'choice'
      ? { ...parameter, id: name, options: [...parameter.options] }
      : { ...parameter, id: name },
  ),
  sources: [...sources],
});

/**
 * Values as an address says them: `length=76 in`, `wall=6.35`; what is not said is as usual.
 * @throws {HttpProblem} invalid-request for unknown names and what is beyond the limits.
 */
export function valuesFrom({ parameters }: Module, said: Readonly<Record<string, string>>): Values {
  const values: Values = { ...usualValues(parameters) };
  for (const [name, value] of Object.entries(said)) {
    const kind = Object.hasOwn(parameters, name) ? parameters[name]?.kind : undefined;
    const read = kind === 'choice' ? value : readParameter({ value, unit: kind === 'length' ? 'mm' : '' });
    Object.defineProperty(values, name, { value: read, enumerable: true, configurable: true });
  }
  checked(schemaOf(parameters), values, 'query');
  return values;
}

/** All that follows from values. */
export function moduleViewOf(module: Module, values: Values): ModuleView {
  const known = { ...knownOf(module), values };
  const faults = module.faults(values);
  if (faults.length > 0) {
    return { ...known, faults, interfaces: [], parts: [], mass: 0, budget: { ...NO_BUDGET } };
  }
  const parts = module.parts(values).map((part) => ({
    id: part.id,
    name: part.name,
    quantity: part.quantity,
    material: part.material,
    specification: part.specification,
    source: part.source,
    machines: [...part.machines],
    cut: part.cut && { ...part.cut },
    volume: part.volume,
    mass: part.volume * DENSITIES[part.material],
  }));
  return {
    ...known,
    faults,
    interfaces: module.interfaces(values).map(interfaceViewOf),
    parts,
    mass: parts.reduce((sum, { mass, quantity }) => sum + mass * quantity, 0),
    budget: { ...module.budget(values) },
  };
}

function interfaceViewOf(one: ModuleInterface): ModuleView['interfaces'][number] {
  const { id, kind, side, at, turns, ...others } = one;
  const measures: Record<string, number | null> = {};
  for (const [name, value] of Object.entries(others)) {
    if (typeof value === 'number' || value === null) measures[name] = value;
  }
  const { origin, x, z } = at;
  return { id, kind, side, at: { origin: [...origin], x: [...x], z: [...z] }, turns, measures };
}
