import type { Module, ModuleInterface } from '../modules/module.ts';
import type { Placement } from '../modules/vectors.ts';
import type { SolvedAssembly, SolvedInstance, StandingInterface, Values } from './assembly.ts';
import { standingAt } from './frames.ts';
import type { Instance, InstanceOf, Mate } from './instances.ts';
import type { AssemblyProblem } from './problems.ts';

/** Interfaces of one instance that are listed, at most: those of a design with many instances are many. */
const MOST_LISTED = 2000;

/** What a thing can be met by, in its own coordinates, as long as its values stay. */
export interface Fitting {
  interfaceOf(id: string): ModuleInterface | undefined;
  /** Those that nothing within the thing has taken. */
  free(): readonly ModuleInterface[];
  /** The mate within the thing that has taken an interface: the name of what is there. */
  takenBy(id: string): string | undefined;
}

/** A module at values of its parameters. */
export class ModuleAtValues implements Fitting {
  readonly module: Module;
  readonly values: Values;
  #interfaces: Map<string, ModuleInterface> | null = null;
  #ports: readonly ModuleInterface[] | null = null;

  constructor(module: Module, values: Values) {
    this.module = module;
    this.values = values;
  }

  #all(): Map<string, ModuleInterface> {
    this.#interfaces ??= new Map(this.module.interfaces(this.values).map((each) => [each.id, each]));
    return this.#interfaces;
  }

  interfaceOf(id: string): ModuleInterface | undefined {
    return this.#all().get(id);
  }

  free(): readonly ModuleInterface[] {
    return [...this.#all().values()];
  }

  /** Through which something is carried. */
  ports(): readonly ModuleInterface[] {
    this.#ports ??= this.free().filter(({ kind }) => PORTS.has(kind));
    return this.#ports;
  }

  takenBy(): undefined {
    return undefined;
  }
}

const PORTS = new Set<ModuleInterface['kind']>(['hydraulicPort', 'electric', 'shaft']);

/** A file's model: nobody knows where it could be met. */
export const NO_FITTING: Fitting = {
  interfaceOf: () => undefined,
  free: () => [],
  takenBy: () => undefined,
};

/** An instance where it stands. Its interfaces are reckoned when they are asked for: spread it, and they are not there. */
export class StandingInstance implements SolvedInstance {
  readonly instance: Instance;
  readonly of: InstanceOf;
  readonly name: string;
  readonly values: Values;
  readonly mirrored: boolean;
  readonly inner: SolvedLevel | null;
  readonly fitting: Fitting;
  at: Placement;

  constructor(
    stands: Pick<SolvedInstance, 'instance' | 'of' | 'name' | 'values' | 'at'> & {
      inner: SolvedLevel | null;
      fitting: Fitting;
    },
  ) {
    this.instance = stands.instance;
    this.of = stands.of;
    this.name = stands.name;
    this.values = stands.values;
    this.at = stands.at;
    this.mirrored = stands.instance.mirrored;
    this.inner = stands.inner;
    this.fitting = stands.fitting;
  }

  get interfaces(): readonly StandingInterface[] {
    return this.fitting
      .free()
      .map((is) => ({ id: is.id, is: { ...is, at: standingAt(this.at, this.mirrored, is.at) } }));
  }
}

/** One level of an assembly, solved; what stands in instances of a design is another one. */
export class SolvedLevel implements SolvedAssembly, Fitting {
  readonly instances: readonly StandingInstance[];
  readonly mates: readonly Mate[];
  readonly values: Values;
  readonly problems: AssemblyProblem[];
  readonly #indexOf: ReadonlyMap<string, number>;
  readonly #reckonTaken: () => ReadonlyMap<string, string>;
  #taken: ReadonlyMap<string, string> | null = null;
  readonly #found = new Map<string, ModuleInterface | undefined>();
  #free: readonly ModuleInterface[] | null = null;

  constructor(
    level: Pick<SolvedLevel, 'instances' | 'mates' | 'values' | 'problems'>,
    indexOf: ReadonlyMap<string, number>,
    /** By `instance/interface`: the name of what is there; asked for when somebody wants to meet what stands here. */
    reckonTaken: () => ReadonlyMap<string, string>,
  ) {
    this.instances = level.instances;
    this.mates = level.mates;
    this.values = level.values;
    this.problems = level.problems;
    this.#indexOf = indexOf;
    this.#reckonTaken = reckonTaken;
  }

  instanceOf(id: string): StandingInstance | undefined {
    return this.instances[this.#indexOf.get(id) ?? -1];
  }

  #takenHere(): ReadonlyMap<string, string> {
    this.#taken ??= this.#reckonTaken();
    return this.#taken;
  }

  interfaceOf(id: string): ModuleInterface | undefined {
    const before = this.#found.get(id);
    if (before || this.#found.has(id)) return before;
    const slash = id.indexOf('/');
    const stands = slash < 0 ? undefined : this.instanceOf(id.slice(0, slash));
    const is = stands?.fitting.interfaceOf(id.slice(slash + 1));
    const found = stands && is && { ...is, id, at: standingAt(stands.at, stands.mirrored, is.at) };
    this.#found.set(id, found);
    return found;
  }

  free(): readonly ModuleInterface[] {
    if (this.#free) return this.#free;
    const free: ModuleInterface[] = [];
    for (const { instance, at, mirrored, fitting } of this.instances) {
      if (free.length >= MOST_LISTED) break;
      for (const is of fitting.free()) {
        const id = `${instance.id}/${is.id}`;
        if (!this.#takenHere().has(id)) free.push({ ...is, id, at: standingAt(at, mirrored, is.at) });
      }
    }
    this.#free = free.slice(0, MOST_LISTED);
    return this.#free;
  }

  takenBy(id: string): string | undefined {
    const here = this.#takenHere().get(id);
    if (here !== undefined) return here;
    const slash = id.indexOf('/');
    return slash < 0 ? undefined : this.instanceOf(id.slice(0, slash))?.fitting.takenBy(id.slice(slash + 1));
  }
}
