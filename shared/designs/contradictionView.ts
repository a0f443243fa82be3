import { z } from 'zod';

/** Two things in one design that contradict each other; nothing is refused for it. */
export const contradiction = z.strictObject({
  kind: z.enum([
    'twoValues',
    'mixedUnits',
    'unknownPart',
    'unknownFile',
    'quantityExceeded',
    'unusedPart',
    'newerSubDesign',
    'orphanedParent',
    'licenceUnclear',
    'licencesApart',
    'modelProblems',
  ]),
  /** English; the client has its own words where it knows the kind. */
  sentence: z.string(),
  /** Where: paths of fields, as in a change's `at`. */
  at: z.array(z.array(z.string())),
  /** What stands at each of these. */
  values: z.array(z.string()),
});

export type Contradiction = z.infer<typeof contradiction>;
