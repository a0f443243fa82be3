import { modules } from '../../shared/modules/all.ts';
import { mismatches } from '../../shared/modules/mating.ts';
import type { ModuleInterface } from '../../shared/modules/module.ts';
import { usualValues } from '../../shared/modules/parameters.ts';

let usual: readonly { module: string; interfaces: readonly ModuleInterface[] }[] | null = null;

/** The modules that, at their usual sizes, have an interface which this one mates with. */
export function partnersOf(one: ModuleInterface): string[] {
  usual ??= modules.map((module) => ({
    module: module.id,
    interfaces: module.interfaces(usualValues(module.parameters)),
  }));
  return usual.flatMap(({ module, interfaces }) =>
    interfaces.some((other) => mismatches(one, other).length === 0) ? [module] : [],
  );
}
