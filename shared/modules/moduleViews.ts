import { z } from 'zod';
import { placement } from '../assemblies/instances.ts';
import { interfaceKinds } from '../designs/interfaces.ts';
import { partSource } from '../designs/partLines.ts';
import { machineKind } from '../machines/words.ts';

const limited = { least: z.number(), most: z.number(), usual: z.number(), source: z.string() };

/** A parameter that whoever uses a module may set. Lengths in millimetres. */
export const parameterView = z.discriminatedUnion('kind', [
  z.strictObject({ id: z.string(), kind: z.literal('length'), ...limited }),
  z.strictObject({ id: z.string(), kind: z.literal('count'), unit: z.string(), ...limited }),
  z.strictObject({
    id: z.string(),
    kind: z.literal('choice'),
    options: z.array(z.string()),
    usual: z.string(),
    source: z.string(),
  }),
]);

const known = {
  id: z.string(),
  name: z.string(),
  parameters: z.array(parameterView),
  /** Where the dimensions come from that are no parameters. */
  sources: z.array(z.string()),
};

/** Answer to `GET /api/modules`. */
export const moduleList = z.strictObject({ modules: z.array(z.strictObject(known)) });

/** Answer to `GET /api/modules/{module}`: all that follows from values of its parameters. */
export const moduleView = z.strictObject({
  ...known,
  /** Millimetres, pieces, or an option. */
  values: z.record(z.string(), z.union([z.number(), z.string()])),
  /** What contradicts itself in these values; where there is any, the lists below are empty. */
  faults: z.array(z.string()),
  interfaces: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(interfaceKinds),
      side: z.enum(['offers', 'needs']),
      at: placement,
      /** Steps in degrees by which what meets there may be turned. */
      turns: z.number(),
      /** Its sizes: millimetres, litres a minute, bar, volts, amps, or a number of. */
      measures: z.record(z.string(), z.number().nullable()),
    }),
  ),
  parts: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      quantity: z.number(),
      material: z.string(),
      specification: z.string(),
      source: partSource,
      machines: z.array(machineKind),
      cut: z.strictObject({ stock: z.string(), length: z.number() }).nullable(),
      /** Cubic millimetres and kilograms of one. */
      volume: z.number(),
      mass: z.number(),
    }),
  ),
  /** Kilograms of all. */
  mass: z.number(),
  /** Litres a minute, bar and watts: offered positive, needed negative. */
  budget: z.strictObject({ flow: z.number(), pressure: z.number(), power: z.number() }),
});
export type ModuleView = z.infer<typeof moduleView>;
