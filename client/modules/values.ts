import type { Module } from '../../shared/modules/module.ts';
import { isWhole, type Parameter } from '../../shared/modules/parameters.ts';

/** Values of a module's parameters, each within its limits. */
export type ModuleValues = Readonly<Record<string, number | string>>;

/** A value as an address has it, where the parameter can take it. */
function readValue(parameter: Parameter, written: string | undefined): number | string | null {
  if (written === undefined) return null;
  if (parameter.kind === 'choice') return parameter.options.includes(written) ? written : null;
  const number = written.trim() === '' ? Number.NaN : Number(written);
  if (!(number >= parameter.least && number <= parameter.most)) return null;
  return isWhole(parameter) && !Number.isInteger(number) ? null : number;
}

/** The values that an address asks for; what it does not say, or cannot be, is as usual. */
export function valuesFrom({ parameters }: Module, asked: Readonly<Record<string, string>>): ModuleValues {
  const values = Object.entries(parameters).map(([name, parameter]) => [
    name,
    readValue(parameter, asked[name]) ?? parameter.usual,
  ]);
  return Object.fromEntries(values);
}

/** What is not as usual, as it stands in an address. */
export function changedFrom({ parameters }: Module, values: ModuleValues): Record<string, string> {
  const changed = Object.entries(parameters).flatMap(([name, { usual }]) => {
    const value = values[name] ?? usual;
    return value === usual ? [] : [[name, String(value)] as const];
  });
  return Object.fromEntries(changed);
}
