import type { DesignContent, DraftContent } from '../designs/content.ts';
import type { PinnedRevision } from '../designs/partLines.ts';
import type { ModuleInterface } from '../modules/module.ts';
import type { Placement } from '../modules/vectors.ts';
import type { Instance, InstanceOf, Mate } from './instances.ts';
import type { AssemblyProblem } from './problems.ts';

/** What of a design's content says how it is put together. */
export type Assembly = Pick<DraftContent, 'parameters' | 'instances' | 'mates'>;

/** Whatever lies outside of a content and is needed to put it together. */
export interface AssemblySources {
  /** The content of a pinned revision; null where it is not known (here). */
  designOf(pin: PinnedRevision): DesignContent | null;
}

/** Which alternative stands in an instance's place, by instance id; none: the instance itself. */
export type Choices = Readonly<Record<string, string>>;

/** Values of all parameters: millimetres, pieces, or an option. */
export type Values = Readonly<Record<string, number | string>>;

/** An interface of an instance where it stands now. */
export interface StandingInterface {
  /** As mates name it: `end-top`; within an instance of a design `inner/end-top`. */
  id: string;
  /** What it is, its `at` in the assembly's own coordinates. */
  is: ModuleInterface;
}

/** An instance, with all that follows. */
export interface SolvedInstance {
  instance: Instance;
  /** What stands there, by the choices: the instance's own or an alternative's. */
  of: InstanceOf;
  name: string;
  values: Values;
  at: Placement;
  mirrored: boolean;
  interfaces: readonly StandingInterface[];
  /** What stands in it, in its own coordinates; null for modules and files. */
  inner: SolvedAssembly | null;
}

export interface SolvedAssembly {
  /** In the order of the content. An instance that cannot be understood at all is missing, and a problem says why. */
  instances: readonly SolvedInstance[];
  mates: readonly Mate[];
  /** The design's own parameters, with what was set from outside. */
  values: Values;
  problems: readonly AssemblyProblem[];
}
