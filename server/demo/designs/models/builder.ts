import type { Instance, Mate, ParameterSetting } from '../../../../shared/assemblies/instances.ts';
import { NO_OFFSET } from '../../../../shared/assemblies/instances.ts';
import type { PinnedRevision } from '../../../../shared/designs/partLines.ts';
import { AT_ORIGIN, type Placement } from '../../../../shared/modules/vectors.ts';

/** What stands in a machine of the demo, and what joins it; designs are named by their words. */
export interface MachineModel {
  instances: readonly ModelInstance[];
  mates: readonly Mate[];
}
export interface ModelInstance extends Omit<Instance, 'of'> {
  of: { kind: 'module'; module: string } | { kind: 'plan'; word: string };
}

interface Standing {
  name?: string;
  /** The word of the step in which it is fitted. */
  step?: string;
  /** Where it stands when no mate says otherwise. */
  at?: Placement;
}

export interface Joining {
  turn?: number;
  x?: number | string;
  y?: number | string;
  z?: number | string;
}

type Values = Readonly<Record<string, ParameterSetting>>;

/** Puts machines together by words: `rail-left grid-front` is an interface of an instance. */
export class ModelBuilder {
  readonly #instances: ModelInstance[] = [];
  readonly #mates: Mate[] = [];
  #step: string | undefined;

  /** Everything that is added from here on is fitted in that step. */
  step(word: string): this {
    this.#step = word;
    return this;
  }

  module(id: string, module: string, parameters: Values, standing: Standing = {}): this {
    return this.#add(id, { kind: 'module', module }, parameters, standing);
  }

  /** @param word of a design that was published before. */
  design(id: string, word: string, parameters: Values = {}, standing: Standing = {}): this {
    return this.#add(id, { kind: 'plan', word }, parameters, standing);
  }

  #add(id: string, of: ModelInstance['of'], parameters: Values, { name = '', step, at }: Standing): this {
    this.#instances.push({
      id,
      name,
      of,
      parameters: { ...parameters },
      at: written(at ?? AT_ORIGIN),
      mirrored: false,
      step: step ?? this.#step ?? null,
      alternatives: [],
    });
    return this;
  }

  /** Face to face: the second follows the first. Degrees; millimetres along x, y and z of the first. */
  mate(one: string, other: string, { turn = 0, x = 0, y = 0, z = 0 }: Joining = {}): this {
    return this.#join('rigid', one, other, turn, { x, y, z });
  }

  /** A hose or a cable. */
  line(one: string, other: string): this {
    return this.#join('line', one, other, 0, NO_OFFSET);
  }

  #join(kind: Mate['kind'], one: string, other: string, turn: number, offset: Mate['offset']): this {
    const number = String(this.#mates.length + 1).padStart(3, '0');
    this.#mates.push({
      id: `mate-${number}`,
      kind,
      one: side(one),
      other: side(other),
      turn,
      offset: { ...offset },
    });
    return this;
  }

  built(): MachineModel {
    return { instances: this.#instances, mates: this.#mates };
  }
}

const written = ({ origin, x, z }: Placement): Instance['at'] => ({
  origin: [...origin],
  x: [...x],
  z: [...z],
});

function side(words: string): Mate['one'] {
  const [instance = '', name = ''] = words.split(' ');
  return { instance, interface: name };
}

/** The instances of a model with the pins of what they are one of. */
export const pinnedInstances = (model: MachineModel, pinOf: (word: string) => PinnedRevision): Instance[] =>
  model.instances.map(({ of, ...instance }) => ({
    ...instance,
    of: of.kind === 'module' ? of : { kind: 'design', ...pinOf(of.word) },
  }));
