import fc from 'fast-check';
import type { Module } from '../../../shared/modules/module.ts';
import { isWhole, type Parameter, schemaOf, usualValues } from '../../../shared/modules/parameters.ts';

const someOf = (parameter: Parameter): fc.Arbitrary<number | string> => {
  if (parameter.kind === 'choice') return fc.constantFrom(...parameter.options);
  const { least, most, usual } = parameter;
  if (isWhole(parameter)) return fc.integer({ min: least, max: most });
  // Edges and the usual more often than chance would have it.
  return fc.oneof(
    fc.constantFrom(least, most, usual),
    fc.double({ min: least, max: most, noNaN: true }).map((value) => Math.round(value * 100) / 100),
  );
};

/** Values within the limits of a module's parameters that do not contradict each other. */
export function someValuesOf(module: Module): fc.Arbitrary<Record<string, number | string>> {
  const each = Object.fromEntries(
    Object.entries(module.parameters).map(([name, parameter]) => [name, someOf(parameter)] as const),
  );
  const usual = usualValues(module.parameters);
  return fc
    .record(each)
    .chain((values) =>
      // Most wild mixtures contradict themselves somewhere: mix some of them into what is usual.
      fc.subarray(Object.keys(values)).map((taken) => {
        const mixed = taken.map((name) => [name, values[name] ?? 0] as const);
        return { ...usual, ...Object.fromEntries(mixed) };
      }),
    )
    .filter((values) => schemaOf(module.parameters).safeParse(values).success)
    .filter((values) => module.faults(values).length === 0);
}
