import { ChoiceReader, isRecord, ObjectReader, type Shape, UnionReader } from './objects.ts';
import { ArrayReader, listOf, mismatch, NumberReader, Reader, TextReader } from './reader.ts';

/**
 * What stands in the pages for zod: the same schemas of `shared/`, read by two kilobytes instead of thirty. It knows
 * what our schemas use and no more; a test holds both against each other. Types still come from zod itself, which the
 * compiler sees: only the build puts this in its place (see `vite.config.ts`).
 */
const of = (type: string) => (value: unknown, at: string) =>
  typeof value === type ? value : mismatch(at, `a ${type}`);
const text = () => new TextReader(of('string'));
const number = () =>
  new NumberReader((value, at) =>
    typeof value === 'number' && Number.isFinite(value) ? value : mismatch(at, 'a number'),
  );
const exactly = (allowed: readonly unknown[]) =>
  new Reader((value, at) => (allowed.includes(value) ? value : mismatch(at, allowed.join(' or '))));

const UUID =
  /^([0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|0{8}(-0{4}){3}-0{12}|f{8}(-f{4}){3}-f{12})$/i;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATETIME =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const isDay = (day: string) =>
  DATE.test(day) && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);

function record(keys: Reader, values: Reader) {
  return new Reader((value, at) => {
    if (!isRecord(value)) return mismatch(at, 'an object');
    const wanted = keys instanceof ChoiceReader ? keys.options : Object.keys(value);
    const named = [...new Set([...wanted, ...Object.keys(value)])];
    return Object.fromEntries(
      named.map((key) => [String(keys.read(key, at)), values.read(value[key], `${at}.${key}`)]),
    );
  });
}

function partialRecord(keys: Reader, values: Reader) {
  return new Reader((value, at) => {
    if (!isRecord(value)) return mismatch(at, 'an object');
    const entries = Object.entries(value);
    return Object.fromEntries(
      entries.map(([key, each]) => [String(keys.read(key, at)), values.read(each, `${at}.${key}`)]),
    );
  });
}

const intersection = (one: Reader, other: Reader) =>
  new Reader((value, at) => {
    const [left, right] = [one.read(value, at), other.read(value, at)];
    return isRecord(left) && isRecord(right) ? { ...left, ...right } : left;
  });

const tuple = (items: readonly Reader[]) =>
  new Reader((value, at) =>
    Array.isArray(value) && value.length === items.length
      ? items.map((item, index) => item.read(value[index], `${at}[${index}]`))
      : mismatch(at, `a list of ${items.length}`),
  );

export const z = {
  string: text,
  number,
  int: () => number().int(),
  boolean: () => new Reader(of('boolean')),
  unknown: () => new Reader((value) => value),
  any: () => new Reader((value) => value),
  null: () => exactly([null]),
  undefined: () => exactly([undefined]),
  never: () => new Reader((_value, at) => mismatch(at, 'there')),
  literal: (allowed: unknown) => exactly(Array.isArray(allowed) ? allowed : [allowed]),
  enum: (options: readonly string[]) => new ChoiceReader(options),
  uuid: () => text().regex(UUID),
  email: () => text().regex(EMAIL),
  url: () => text().refine((address: string) => URL.canParse(address)),
  iso: {
    date: () => text().refine(isDay),
    datetime: (options: { offset?: boolean } = {}) =>
      text().refine((moment: string) => {
        const [, day, , , , zone] = DATETIME.exec(moment) ?? [];
        return day !== undefined && isDay(day) && (zone === 'Z' || options.offset === true);
      }),
  },
  array: (item: Reader) => new ArrayReader((value, at) => listOf(item, value, at)),
  tuple,
  object: (shape: Shape) => new ObjectReader(shape, 'dropped'),
  strictObject: (shape: Shape) => new ObjectReader(shape, 'refused'),
  looseObject: (shape: Shape) => new ObjectReader(shape, 'kept'),
  union: (options: readonly Reader[]) => new UnionReader(options),
  discriminatedUnion: (_key: string, options: readonly Reader[]) => new UnionReader(options),
  record,
  partialRecord,
  intersection,
  lazy: (make: () => Reader) => new Reader((value, at) => make().read(value, at)),
  optional: (reader: Reader) => reader.optional(),
  nullable: (reader: Reader) => reader.nullable(),
};
