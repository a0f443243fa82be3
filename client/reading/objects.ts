import { mismatch, Reader } from './reader.ts';

export type Shape = Record<string, Reader>;
type Unknown = 'dropped' | 'refused' | 'kept';

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const within = (at: string, key: string) => (at === '' ? key : `${at}.${key}`);

function readObject(shape: Shape, unknown: Unknown, value: unknown, at: string): unknown {
  if (!isRecord(value)) return mismatch(at, 'an object');
  const read: Record<string, unknown> = unknown === 'kept' ? { ...value } : {};
  for (const [key, reader] of Object.entries(shape)) {
    const part = reader.read(value[key], within(at, key));
    if (part !== undefined || key in value) read[key] = part;
  }
  if (unknown === 'refused')
    for (const key of Object.keys(value)) if (!Object.hasOwn(shape, key)) mismatch(within(at, key), 'known');
  return read;
}

export class ObjectReader extends Reader {
  readonly shape: Shape;
  readonly unknown: Unknown;

  constructor(shape: Shape, unknown: Unknown) {
    super((value, at) => readObject(shape, unknown, value, at));
    this.shape = shape;
    this.unknown = unknown;
  }

  #only(kept: (key: string) => boolean) {
    const shape = Object.fromEntries(Object.entries(this.shape).filter(([key]) => kept(key)));
    return new ObjectReader(shape, this.unknown);
  }

  extend(more: Shape) {
    return new ObjectReader({ ...this.shape, ...more }, this.unknown);
  }
  omit(keys: Record<string, true>) {
    return this.#only((key) => !Object.hasOwn(keys, key));
  }
  pick(keys: Record<string, true>) {
    return this.#only((key) => Object.hasOwn(keys, key));
  }
  partial() {
    const shape = Object.entries(this.shape).map(([key, reader]) => [key, reader.optional()] as const);
    return new ObjectReader(Object.fromEntries(shape), this.unknown);
  }
  strict() {
    return new ObjectReader(this.shape, 'refused');
  }
  loose() {
    return new ObjectReader(this.shape, 'kept');
  }
}

export class UnionReader extends Reader {
  readonly options: readonly Reader[];

  constructor(options: readonly Reader[]) {
    super((value, at) => {
      for (const option of options) {
        const outcome = option.safeParse(value);
        if (outcome.success) return outcome.data;
      }
      return mismatch(at, 'one of its kinds');
    });
    this.options = options;
  }
}

export class ChoiceReader extends Reader {
  readonly options: readonly string[];
  readonly enum: Record<string, string>;

  constructor(options: readonly string[]) {
    super((value, at) =>
      typeof value === 'string' && options.includes(value) ? value : mismatch(at, options.join(' or ')),
    );
    this.options = options;
    this.enum = Object.fromEntries(options.map((option) => [option, option]));
  }

  extract(options: readonly string[]) {
    return new ChoiceReader(options);
  }
  exclude(options: readonly string[]) {
    return new ChoiceReader(this.options.filter((option) => !options.includes(option)));
  }
}
