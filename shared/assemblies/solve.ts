import type { Module } from '../modules/module.ts';
import type { Assembly, AssemblySources, Choices, SolvedAssembly, Values } from './assembly.ts';
import { supplyProblems } from './budgets.ts';
import { Effort, MOST_RECKONED } from './effort.ts';
import { straightened } from './frames.ts';
import { checkJoints, takenBy } from './jointChecks.ts';
import { jointsOf, place } from './joints.ts';
import { nestedProblem } from './nestedProblem.ts';
import type { AssemblyProblem } from './problems.ts';
import { type Fitting, ModuleAtValues, NO_FITTING, SolvedLevel, StandingInstance } from './standing.ts';
import { type ChosenInstance, Things } from './things.ts';
import { reckonValues } from './values.ts';

/** Levels of designs in designs, at most. */
const MOST_LEVELS = 20;
const MOST_PROBLEMS = 1000;

/**
 * Puts an assembly together: reckons all values, sets what is mated where its mates want it, and tells what stands
 * against it. Never throws for what a content may say: what cannot be is told, and all else stands.
 * @param sources the contents of pinned designs.
 * @param choices alternatives by instance; within an instance of a design `outer/inner`.
 */
export function solve(assembly: Assembly, sources: AssemblySources, choices: Choices = {}): SolvedAssembly {
  const solved = new Solving(sources).whole(assembly, choices);
  for (const problem of supplyProblems(solved)) {
    if (solved.problems.length < MOST_PROBLEMS) solved.problems.push(problem);
  }
  return solved;
}

/** A design on the way from the whole to what stands in it. */
interface OnTheWay {
  key: string;
  title: string;
}

/** Modules by their values, one after the other: quicker than any key that has to be written. */
interface ByValues {
  next: Map<number | string, ByValues>;
  found: ModuleAtValues | { sentence: string } | null;
}

class Solving {
  readonly #things: Things;
  readonly #modules = new Map<string, ByValues>();
  readonly #designs = new Map<string, SolvedLevel>();
  readonly #effort = new Effort();

  constructor(sources: AssemblySources) {
    this.#things = new Things(sources, this.#effort);
  }

  whole(assembly: Assembly, choices: Choices): SolvedLevel {
    this.#effort.count(thingsIn(assembly));
    return this.level(assembly, {}, choices, []);
  }

  level(assembly: Assembly, set: Values, choices: Choices, way: readonly OnTheWay[]): SolvedLevel {
    const problems: AssemblyProblem[] = [];
    const tell = (problem: AssemblyProblem) => {
      if (problems.length < MOST_PROBLEMS) problems.push(problem);
    };
    const hasChoices = Object.keys(choices).length > 0;
    const chosen: ChosenInstance[] = [];
    const ids = new Set<string>();
    for (const instance of assembly.instances) {
      // Contents are checked for ids that stand twice; here the first counts.
      if (ids.has(instance.id)) continue;
      ids.add(instance.id);
      const each = this.#things.chosen(instance, hasChoices ? choices : undefined, tell);
      if (each) chosen.push(each);
    }
    const values = reckonValues(assembly.parameters, set, chosen, this.#effort, tell);

    const instances: StandingInstance[] = [];
    const indexOf = new Map<string, number>();
    for (const [index, each] of chosen.entries()) {
      const stands = this.#standing(each, values.ofInstances[index] ?? {}, choices, hasChoices, way, tell);
      if (!stands) continue;
      indexOf.set(each.id, instances.length);
      instances.push(stands);
    }
    const joints = jointsOf(assembly.mates, instances, indexOf, values, tell);
    place(instances, joints, tell);
    checkJoints(instances, joints, tell);
    const { mates } = assembly;
    return new SolvedLevel({ instances, mates, values: values.own, problems }, indexOf, () =>
      takenBy(instances, joints),
    );
  }

  #standing(
    each: ChosenInstance,
    values: Values,
    choices: Choices,
    hasChoices: boolean,
    way: readonly OnTheWay[],
    tell: (problem: AssemblyProblem) => void,
  ): StandingInstance | null {
    const { instance, of, name, thing } = each;
    const at = straightened(instance.at);
    const stand = (fitting: Fitting, ofIt: Values, inner: SolvedLevel | null) =>
      new StandingInstance({ instance, of, name, values: ofIt, at, fitting, inner });
    switch (thing.kind) {
      case 'file':
        return stand(NO_FITTING, {}, null);
      case 'module': {
        const found = this.#module(thing.module, values);
        if (found instanceof ModuleAtValues) return stand(found, found.values, null);
        tell({ kind: 'contradictory', instance: instance.id, name, sentence: found.sentence });
        const usual = this.#module(thing.module, each.settable.usual);
        return usual instanceof ModuleAtValues ? stand(usual, usual.values, null) : null;
      }
      case 'design': {
        const inner = this.#design(
          each,
          thing,
          values,
          hasChoices ? below(choices, instance.id) : {},
          way,
          tell,
        );
        return inner && stand(inner, inner.values, inner);
      }
    }
  }

  #module(module: Module, values: Values): ModuleAtValues | { sentence: string } {
    let at = this.#modules.get(module.id);
    if (!at) {
      at = { next: new Map(), found: null };
      this.#modules.set(module.id, at);
    }
    for (const name in module.parameters) {
      const value = values[name] ?? '';
      const next: ByValues = at.next.get(value) ?? { next: new Map(), found: null };
      at.next.set(value, next);
      at = next;
    }
    if (at.found) return at.found;
    const [sentence] = module.faults(values);
    at.found = sentence === undefined ? new ModuleAtValues(module, values) : { sentence };
    return at.found;
  }

  #design(
    { instance, name }: ChosenInstance,
    { content, key }: Extract<ChosenInstance['thing'], { kind: 'design' }>,
    set: Values,
    choices: Choices,
    way: readonly OnTheWay[],
    tell: (problem: AssemblyProblem) => void,
  ): SolvedLevel | null {
    const onTheWay = [...way, { key, title: content.title }];
    if (onTheWay.length > MOST_LEVELS || way.some((each) => each.key === key)) {
      const titles = onTheWay.map(({ title }) => title);
      tell({ kind: 'standsInItself', instance: instance.id, name, way: titles });
      return null;
    }
    const whole = `${key} ${JSON.stringify(set)} ${JSON.stringify(choices)}`;
    const before = this.#designs.get(whole);
    if (before) return before;
    if (!this.#effort.take(thingsIn(content))) {
      tell({ kind: 'tooMany', instance: instance.id, name, most: MOST_RECKONED });
      return null;
    }
    const inner = this.level(content, set, choices, onTheWay);
    this.#designs.set(whole, inner);
    // Told once, where it stands first: the others are the same.
    for (const problem of inner.problems) tell(nestedProblem(problem, instance.id, name));
    return inner;
  }
}

/** At least one: an empty design takes its time too. */
const thingsIn = ({ parameters, instances, mates }: Assembly): number =>
  1 + parameters.length + instances.length + mates.length;

/** The choices within one instance of a design. */
function below(choices: Choices, id: string): Choices {
  const start = `${id}/`;
  const entries = Object.entries(choices).filter(([key]) => key.startsWith(start));
  return Object.fromEntries(entries.map(([key, choice]) => [key.slice(start.length), choice] as const));
}
