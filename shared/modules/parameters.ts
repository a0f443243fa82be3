import { z } from 'zod';

/** What is counted: pieces, turns a minute, hundredths, bar, watts, degrees. */
export type CountUnit = 'pieces' | 'rpm' | 'percent' | 'bar' | 'W' | 'degrees';

/** A length, a number or a choice that whoever uses a module may set, with its limits and where they come from. */
export type Parameter =
  | {
      kind: 'length';
      /** Millimetres. */
      least: number;
      most: number;
      usual: number;
      source: string;
    }
  | {
      /** A whole number of that unit; of degrees any. */
      kind: 'count';
      unit: CountUnit;
      least: number;
      most: number;
      usual: number;
      source: string;
    }
  | { kind: 'choice'; options: readonly string[]; usual: string; source: string };

export type Parameters = Readonly<Record<string, Parameter>>;
export type ValueOf<P extends Parameter> = P extends { kind: 'choice'; options: readonly (infer Option)[] }
  ? Option
  : number;
export type ValuesOf<P extends Parameters> = { [Name in keyof P]: ValueOf<P[Name]> };

export const MILLIMETRES_PER_INCH = 25.4;
export const inches = (count: number): number => count * MILLIMETRES_PER_INCH;

interface Limits {
  least: number;
  most: number;
  usual: number;
  /** Where its usual value and limits come from. */
  source: string;
}
export const length = (limits: Limits) => ({ kind: 'length', ...limits }) as const;
export const count = (limits: Limits & { unit?: CountUnit }) =>
  ({ kind: 'count', unit: 'pieces', ...limits }) as const;
export const choice = <const Option extends string>(
  options: readonly Option[],
  usual: NoInfer<Option>,
  source: string,
) => ({ kind: 'choice', options, usual, source }) as const;

/** Whether nothing stands between two of its values: pieces and watts are counted, angles are not. */
export const isWhole = (parameter: Parameter): boolean =>
  parameter.kind === 'count' && parameter.unit !== 'degrees';

/** The values as they are where nobody has set any. */
export function usualValues<P extends Parameters>(parameters: P): ValuesOf<P> {
  const values = Object.entries(parameters).map(([name, { usual }]) => [name, usual] as const);
  // The entries are those of the parameters, one each.
  return Object.fromEntries(values) as ValuesOf<P>;
}

function schemaOfOne(parameter: Parameter): z.ZodType {
  switch (parameter.kind) {
    case 'length':
      return z.number().min(parameter.least).max(parameter.most);
    case 'count':
      return (isWhole(parameter) ? z.int() : z.number()).min(parameter.least).max(parameter.most);
    case 'choice':
      return z.enum([...parameter.options]);
  }
}

/** Values of parameters within their limits; finite numbers, millimetres. */
export const schemaOf = (parameters: Parameters) =>
  z.strictObject(
    Object.fromEntries(Object.entries(parameters).map(([name, one]) => [name, schemaOfOne(one)] as const)),
  );
