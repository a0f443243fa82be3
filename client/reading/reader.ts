/** Thrown inside a reading, told by `safeParse`: where the value stops fitting. */
class Mismatch extends Error {}

export type Read = (value: unknown, at: string) => unknown;
export type Outcome = { success: true; data: unknown } | { success: false; error: { message: string } };

export const mismatch = (at: string, wanted: string): never => {
  throw new Mismatch(`${at || 'the answer'} is not ${wanted}`);
};

/** Checks one shape. Answers with the value as it was read, so that what is unknown to an object is left out. */
export class Reader {
  readonly read: Read;

  constructor(read: Read) {
    this.read = read;
  }

  parse(value: unknown): unknown {
    return this.read(value, '');
  }

  safeParse(value: unknown): Outcome {
    try {
      return { success: true, data: this.read(value, '') };
    } catch (error) {
      if (!(error instanceof Mismatch)) throw error;
      return { success: false, error: { message: error.message } };
    }
  }

  /** The same shape, the value changed or refused afterwards. */
  followedBy(next: Read): this {
    const { read } = this;
    return Object.assign(Object.create(Object.getPrototypeOf(this)), this, {
      read: (value: unknown, at: string) => next(read(value, at), at),
    });
  }

  protected holds(fits: (value: never) => boolean, wanted: string): this {
    return this.followedBy((value, at) =>
      Reflect.apply(fits, null, [value]) ? value : mismatch(at, wanted),
    );
  }

  optional() {
    return new Reader((value, at) => (value === undefined ? undefined : this.read(value, at)));
  }

  nullable() {
    return new Reader((value, at) => (value === null ? null : this.read(value, at)));
  }

  nullish() {
    return this.nullable().optional();
  }

  default(instead: unknown) {
    return new Reader((value, at) => (value === undefined ? instead : this.read(value, at)));
  }

  catch(instead: unknown) {
    return new Reader((value, at) => {
      try {
        return this.read(value, at);
      } catch {
        return instead;
      }
    });
  }

  refine(fits: (value: never) => boolean, _message?: unknown): this {
    return this.holds(fits, 'allowed');
  }

  /** @param judge tells each mistake to `addIssue`. */
  superRefine(judge: (value: never, context: { addIssue: (issue: unknown) => void }) => void): this {
    return this.followedBy((value, at) => {
      Reflect.apply(judge, null, [value, { addIssue: () => mismatch(at, 'allowed') }]);
      return value;
    });
  }

  transform(change: (value: never) => unknown) {
    return new Reader((value, at) => Reflect.apply(change, null, [this.read(value, at)]));
  }

  pipe(next: Reader) {
    return new Reader((value, at) => next.read(this.read(value, at), at));
  }

  describe(_text: unknown): this {
    return this;
  }

  meta(_more: unknown): this {
    return this;
  }

  brand(): this {
    return this;
  }

  readonly(): this {
    return this;
  }

  array() {
    return new ArrayReader((value, at) => listOf(this, value, at));
  }
}

export const listOf = (item: Reader, value: unknown, at: string) =>
  Array.isArray(value)
    ? value.map((each, index) => item.read(each, `${at}[${index}]`))
    : mismatch(at, 'a list');

export class TextReader extends Reader {
  min(length: number, _message?: unknown) {
    return this.holds((text: string) => text.length >= length, `of ${length} characters`);
  }
  max(length: number, _message?: unknown) {
    return this.holds((text: string) => text.length <= length, `within ${length} characters`);
  }
  length(length: number, _message?: unknown) {
    return this.holds((text: string) => text.length === length, `of ${length} characters`);
  }
  regex(pattern: RegExp, _message?: unknown) {
    return this.holds((text: string) => pattern.test(text), `like ${pattern}`);
  }
  startsWith(start: string, _message?: unknown) {
    return this.holds((text: string) => text.startsWith(start), `beginning with ${start}`);
  }
  trim() {
    return this.followedBy((text) => String(text).trim());
  }
  toLowerCase() {
    return this.followedBy((text) => String(text).toLowerCase());
  }
  toUpperCase() {
    return this.followedBy((text) => String(text).toUpperCase());
  }
}

export class NumberReader extends Reader {
  min(least: number, _message?: unknown) {
    return this.holds((value: number) => value >= least, `at least ${least}`);
  }
  max(most: number, _message?: unknown) {
    return this.holds((value: number) => value <= most, `at most ${most}`);
  }
  gte(least: number) {
    return this.min(least);
  }
  lte(most: number) {
    return this.max(most);
  }
  int(_message?: unknown) {
    return this.holds(Number.isSafeInteger, 'a whole number');
  }
  positive(_message?: unknown) {
    return this.holds((value: number) => value > 0, 'above zero');
  }
  nonnegative(_message?: unknown) {
    return this.min(0);
  }
  multipleOf(step: number, _message?: unknown) {
    return this.holds((value: number) => value % step === 0, `a multiple of ${step}`);
  }
}

export class ArrayReader extends Reader {
  min(length: number, _message?: unknown) {
    return this.holds((list: unknown[]) => list.length >= length, `of ${length}`);
  }
  max(length: number, _message?: unknown) {
    return this.holds((list: unknown[]) => list.length <= length, `within ${length}`);
  }
  length(length: number, _message?: unknown) {
    return this.holds((list: unknown[]) => list.length === length, `of ${length}`);
  }
  nonempty(_message?: unknown) {
    return this.min(1);
  }
}
