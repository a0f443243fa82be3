import type { DraftContent } from '../designs/content.ts';
import { readQuantity, unitFrom } from '../designs/quantities.ts';
import { UNITS } from '../designs/units.ts';
import type { Module } from '../modules/module.ts';
import { isWhole, type Parameter, usualValues } from '../modules/parameters.ts';
import type { Values } from './assembly.ts';
import { NameTable } from './nameTable.ts';

/** What may be set on whatever stands in an instance's place. */
export interface Settable {
  /** Ids of its parameters, found by id or by name. */
  names: NameTable;
  /** What they are where nobody sets them. */
  usual: Values;
  /** What people call the parameter of that id. */
  called(id: string): string;
  /** The limits of one; undefined: there are none. */
  parameterOf(id: string): Parameter | undefined;
}

type OwnParameter = DraftContent['parameters'][number];

/** Parameters of modules are known by their names in the code. */
export function settableOfModule({ parameters }: Pick<Module, 'parameters'>): Settable {
  const names = Object.keys(parameters);
  return {
    names: new NameTable(names.map((name) => [name, name] as const)),
    usual: usualValues(parameters),
    called: (id) => id,
    parameterOf: (id) => (Object.hasOwn(parameters, id) ? parameters[id] : undefined),
  };
}

/** @param usual the design's own values, with nothing set. */
export const settableOfDesign = (parameters: readonly OwnParameter[], usual: Values): Settable => ({
  names: namesOfParameters(parameters),
  usual,
  called: (id) => calledIn(parameters, id),
  parameterOf: () => undefined,
});

export const NOTHING_TO_SET: Settable = {
  names: new NameTable([]),
  usual: {},
  called: (id) => id,
  parameterOf: () => undefined,
};

/** What people call a design's own parameter: ids are for the program. */
export const calledIn = (parameters: readonly OwnParameter[], parameter: string): string =>
  parameters.find(({ id }) => id === parameter)?.name ?? parameter;

/** The ids count before the names. */
export const namesOfParameters = (parameters: readonly OwnParameter[]): NameTable =>
  new NameTable([
    ...parameters.map(({ id }) => [id, id] as const),
    ...parameters.map(({ id, name }) => [name, id] as const),
  ]);

/**
 * What a design's own parameter says: lengths in millimetres, other numbers in the unit they were written in, and
 * what is no number as its words.
 */
export function readParameter({ value, unit }: Pick<OwnParameter, 'value' | 'unit'>): number | string {
  const plain = value.trim();
  const isNegative = /^[-−]/.test(plain);
  const read = readQuantity(isNegative ? plain.slice(1) : plain);
  if (read === null) return value;
  const meant = read.unit === null ? unitFrom(unit) : { unit: read.unit, times: 1 };
  const isLength = meant !== null && UNITS[meant.unit].measures === 'length';
  const factor = meant !== null && isLength ? UNITS[meant.unit].inBase * meant.times : 1;
  return Number((read.quantity * factor * (isNegative ? -1 : 1)).toPrecision(12));
}

/** A value that keeps a parameter's limits, and whether that is another one than was asked for. */
export function limited(
  parameter: Parameter,
  value: number | string,
): { value: number | string; isOther: boolean } {
  if (parameter.kind === 'choice') {
    const word = String(value);
    const isOption = parameter.options.includes(word);
    return { value: isOption ? word : parameter.usual, isOther: !isOption };
  }
  const { least, most, usual } = parameter;
  const number = typeof value === 'number' ? value : Number.NaN;
  if (!Number.isFinite(number)) return { value: usual, isOther: true };
  const whole = isWhole(parameter) ? Math.round(number) : number;
  const kept = Math.min(most, Math.max(least, whole));
  // Inches and their fractions leave crumbs at the edges.
  return { value: kept, isOther: Math.abs(kept - number) > 1e-6 };
}
