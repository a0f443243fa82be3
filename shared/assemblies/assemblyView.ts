import { z } from 'zod';

const place = z.strictObject({ instance: z.string(), name: z.string(), interface: z.string() });

/** Answer to `GET /api/designs/{designId}/revisions/{revision}/assembly`: what follows from a revision's model. */
export const assemblyView = z.strictObject({
  /** Things that stand in it by themselves, and through all levels. */
  instances: z.int(),
  pieces: z.int(),
  /** What stands against it, with the numbers: see `AssemblyProblem`. */
  problems: z.array(z.looseObject({ kind: z.string() })),
  /** Each net of hoses or cables that something draws on. */
  budgets: z.array(
    z.strictObject({
      kind: z.enum(['hydraulicPort', 'electric']),
      suppliers: z.array(place),
      users: z.array(place),
      /** Litres a minute, bar, watts; null: nobody knows. */
      figures: z.array(
        z.strictObject({
          carried: z.enum(['flow', 'pressure', 'power']),
          offered: z.number().nullable(),
          needed: z.number().nullable(),
        }),
      ),
    }),
  ),
  /** Kilograms of everything whose material is known. */
  mass: z.number(),
  /** Things of which nobody can tell the mass: models from files. */
  unweighed: z.int(),
  /** What its parts list comes to through all levels, of the lines that have a price. */
  costs: z.array(z.strictObject({ currency: z.string(), amount: z.number() })),
  cutList: z.array(
    z.strictObject({
      stock: z.string(),
      /** Millimetres, here and below. */
      kerf: z.number(),
      length: z.number(),
      pieces: z.int(),
      cuts: z.array(z.strictObject({ length: z.number(), count: z.number(), names: z.array(z.string()) })),
      bar: z.number(),
      /** Null: they are too many to say. */
      bars: z
        .array(z.strictObject({ count: z.int(), pieces: z.array(z.number()), offcut: z.number() }))
        .nullable(),
      tooLong: z.array(z.number()),
    }),
  ),
});
export type AssemblyView = z.infer<typeof assemblyView>;
