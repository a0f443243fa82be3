/** What JSON may be; read with care, as anybody may have written it. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object; an empty one in place of anything else. */
export const objectIn = (value: unknown): JsonObject => (isObject(value) ? value : {});

/** A list; an empty one in place of anything else. */
export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A number that is one; else what usually stands there. */
export const numberIn = (value: unknown, usual: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : usual;

/** A whole number from nothing upwards; null for anything else. */
export const indexIn = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;

/** So many numbers; null where there are others. */
export function numbersIn(value: unknown, count: number): number[] | null {
  const numbers = listIn(value).map((each) => numberIn(each, Number.NaN));
  return numbers.length === count && !numbers.some(Number.isNaN) ? numbers : null;
}
