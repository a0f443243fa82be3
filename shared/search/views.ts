import { z } from 'zod';
import { designId, machineId, workshopId } from '../identifiers.ts';
import { machineKind } from '../machines/words.ts';

/** How many finds an answer holds at most. */
export const MOST_FOUND = 20;

/** What the one search finds: machines and tools (by words or by the code on their label), workshops, and designs. */
export const searchFind = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('machine'),
    machineId,
    name: z.string(),
    machineKind,
    workshopName: z.string(),
    labelCode: z.string(),
    retired: z.boolean(),
    /** What was typed is the code on its label. */
    byLabel: z.boolean(),
  }),
  z.strictObject({ what: z.literal('workshop'), workshopId, name: z.string(), address: z.string() }),
  z.strictObject({ what: z.literal('design'), designId, name: z.string(), purpose: z.string() }),
]);
export type SearchFind = z.infer<typeof searchFind>;

/** The best first. */
export const searchView = z.strictObject({ found: z.array(searchFind).max(MOST_FOUND) });
export type SearchView = z.infer<typeof searchView>;
