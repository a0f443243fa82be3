import type { AssemblySources, SolvedAssembly } from '../../../shared/assemblies/assembly.ts';
import type { AssemblyView } from '../../../shared/assemblies/assemblyView.ts';
import { budgetsOf } from '../../../shared/assemblies/budgets.ts';
import { cutListOf } from '../../../shared/assemblies/cutList.ts';
import { listSums } from '../../../shared/assemblies/listSums.ts';
import { partLinesFrom } from '../../../shared/assemblies/partLines.ts';
import { solve } from '../../../shared/assemblies/solve.ts';
import type { DesignContent } from '../../../shared/designs/content.ts';
import { moduleById } from '../../../shared/modules/all.ts';
import { DENSITIES } from '../../../shared/modules/materials.ts';

/** What follows from a revision's model: what stands against it, what flows, what it weighs, what is cut for it. */
export function assemblyViewOf(content: DesignContent, sources: AssemblySources): AssemblyView {
  const solved = solve(content, sources);
  const weight = new Weight();
  const lines = partLinesFrom(content, sources);
  const cuts = cutListOf(lines, { sources });
  return {
    instances: solved.instances.length,
    ...weight.of(solved),
    costs: [...listSums(lines, sources).costs].map(([currency, amount]) => ({
      currency,
      // Hostile lists multiply beyond what JSON can say.
      amount: Math.min(amount, Number.MAX_SAFE_INTEGER),
    })),
    problems: solved.problems.map((problem) => ({ ...problem })),
    budgets: budgetsOf(solved).map(({ kind, suppliers, users, figures }) => ({
      kind,
      suppliers: [...suppliers],
      users: [...users],
      figures: figures.map(({ carried, offered, needed }) => ({ carried, offered, needed })),
    })),
    cutList: cuts.map(({ cuts: lengths, bars, tooLong, ...stock }) => ({
      ...stock,
      cuts: lengths.map((each) => ({ ...each, names: [...each.names] })),
      bars: bars === null ? null : bars.map((each) => ({ ...each, pieces: [...each.pieces] })),
      tooLong: [...tooLong],
    })),
  };
}

interface Weighed {
  /** Kilograms. */
  mass: number;
  pieces: number;
  unweighed: number;
}

/** Weighs each module at the same values, and each design that stands there several times, once. */
class Weight {
  readonly #modules = new Map<string, Weighed>();
  readonly #levels = new Map<SolvedAssembly, Weighed>();

  of(level: SolvedAssembly): Weighed {
    const known = this.#levels.get(level);
    if (known) return known;
    const sum: Weighed = { mass: 0, pieces: 0, unweighed: 0 };
    for (const each of level.instances) {
      const own = each.inner ? this.of(each.inner) : this.#single(each);
      sum.mass += own.mass;
      sum.pieces = Math.min(Number.MAX_SAFE_INTEGER, sum.pieces + own.pieces);
      sum.unweighed = Math.min(Number.MAX_SAFE_INTEGER, sum.unweighed + own.unweighed);
    }
    this.#levels.set(level, sum);
    return sum;
  }

  #single({ of, values }: SolvedAssembly['instances'][number]): Weighed {
    const module = of.kind === 'module' ? moduleById(of.module) : undefined;
    if (!module) return { mass: 0, pieces: 0, unweighed: 1 };
    const key = `${module.id} ${JSON.stringify(values)}`;
    const known = this.#modules.get(key);
    if (known) return known;
    const weighed: Weighed = { mass: 0, pieces: 0, unweighed: 0 };
    for (const { volume, material, quantity } of module.parts(values)) {
      weighed.mass += volume * DENSITIES[material] * quantity;
      weighed.pieces += quantity;
    }
    this.#modules.set(key, weighed);
    return weighed;
  }
}
