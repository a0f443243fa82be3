import type { DesignContent } from '../designs/content.ts';
import { moduleById } from '../modules/all.ts';
import type { Module } from '../modules/module.ts';
import type { AssemblySources, Choices, Values } from './assembly.ts';
import { Effort } from './effort.ts';
import type { Instance, InstanceOf, ParameterSetting } from './instances.ts';
import type { AssemblyProblem } from './problems.ts';
import { NOTHING_TO_SET, type Settable, settableOfDesign, settableOfModule } from './settings.ts';
import { reckonValues, type Setter } from './values.ts';

/** What an instance is one of, as far as it is known without its values. */
export type Thing =
  | { kind: 'module'; module: Module }
  | { kind: 'design'; content: DesignContent; key: string }
  | { kind: 'file' };

/** An instance with what stands in its place by the choices. */
export interface ChosenInstance extends Setter {
  instance: Instance;
  of: InstanceOf;
  thing: Thing;
}

const quiet = (): void => undefined;

/** A design's own values with some of them set, by themselves: what they take from its instances is not seen. */
export const ownValues = (
  { parameters }: Pick<DesignContent, 'parameters'>,
  set: Values,
  effort: Effort = new Effort(),
): Values => reckonValues(parameters, set, [], effort, quiet).own;

/** Knows modules and designs by what may be set on them; each is looked up once. */
export class Things {
  readonly #sources: AssemblySources;
  readonly #effort: Effort;
  readonly #modules = new Map<string, { thing: Thing; settable: Settable; name: string } | null>();
  readonly #designs = new Map<string, { thing: Thing; settable: Settable; name: string } | null>();

  constructor(sources: AssemblySources, effort: Effort) {
    this.#sources = sources;
    this.#effort = effort;
  }

  /** Null, and a problem: nobody knows what that is. */
  chosen(
    instance: Instance,
    choices: Choices | undefined,
    tell: (problem: AssemblyProblem) => void,
  ): ChosenInstance | null {
    const choice = choices && Object.hasOwn(choices, instance.id) ? choices[instance.id] : undefined;
    const other = choice === undefined ? undefined : instance.alternatives.find(({ id }) => id === choice);
    const { of, parameters } = other ?? instance;
    const known = this.#known(of);
    if (!known) {
      const { id, name } = instance;
      if (of.kind === 'module') tell({ kind: 'unknownModule', instance: id, name, module: of.module });
      if (of.kind === 'design') {
        tell({ kind: 'unknownDesign', instance: id, name, designId: of.designId, revision: of.revision });
      }
      return null;
    }
    const { thing, settable } = known;
    return {
      instance,
      of,
      thing,
      id: instance.id,
      name: (other ?? instance).name || known.name,
      settings: parameters satisfies Readonly<Record<string, ParameterSetting>>,
      settable,
      allWith: thing.kind === 'design' ? (set) => this.#all(thing.content, set) : null,
    };
  }

  #all(content: DesignContent, set: Values): Values {
    const isLeft = this.#effort.take(content.parameters.length);
    return isLeft ? ownValues(content, set, this.#effort) : set;
  }

  #known(of: InstanceOf): { thing: Thing; settable: Settable; name: string } | null {
    if (of.kind === 'file') return { thing: FILE, settable: NOTHING_TO_SET, name: nameOfFile(of.path) };
    const [known, key] =
      of.kind === 'module' ? [this.#modules, of.module] : [this.#designs, `${of.designId}/${of.revision}`];
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = of.kind === 'module' ? moduleNamed(of.module) : this.#design(of, key);
    known.set(key, found);
    return found;
  }

  #design(pin: Extract<InstanceOf, { kind: 'design' }>, key: string) {
    const content = this.#sources.designOf({ designId: pin.designId, revision: pin.revision });
    if (!content) return null;
    const settable = settableOfDesign(content.parameters, this.#all(content, {}));
    return { thing: { kind: 'design', content, key } as const, settable, name: content.title };
  }
}

const FILE: Thing = { kind: 'file' };

function moduleNamed(id: string) {
  const module = moduleById(id);
  if (!module) return null;
  return {
    thing: { kind: 'module', module } as const,
    settable: settableOfModule(module),
    name: module.name,
  };
}

/** What something is called as long as nobody gave it a name; empty: nobody knows it. */
export function nameOfThing(of: InstanceOf, sources: AssemblySources): string {
  if (of.kind === 'file') return nameOfFile(of.path);
  if (of.kind === 'module') return moduleById(of.module)?.name ?? of.module;
  return sources.designOf({ designId: of.designId, revision: of.revision })?.title ?? '';
}

const nameOfFile = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
