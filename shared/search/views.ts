import { z } from 'zod';
import { buildId, designId, itemId, machineId, materialId, workshopId } from '../identifiers.ts';
import { machineKind } from '../machines/words.ts';

/** How many finds an answer holds at most. */
export const MOST_FOUND = 20;

/** What was typed is the code on its label. */
const byLabel = z.boolean();

/** What the one search finds, by words or by the code on a label. */
export const searchFind = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('machine'),
    machineId,
    name: z.string(),
    machineKind,
    workshopName: z.string(),
    labelCode: z.string(),
    retired: z.boolean(),
    byLabel,
  }),
  z.strictObject({
    what: z.literal('thing'),
    itemId,
    name: z.string(),
    serial: z.string().nullable(),
    labelCode: z.string().nullable(),
    /** What it is directly inside of. */
    inside: z.string().nullable(),
    /** Where it is, through whatever it is inside of; null: nobody knows. */
    workshopName: z.string().nullable(),
    /** Consumed, scrapped or split. */
    gone: z.boolean(),
    byLabel,
  }),
  z.strictObject({
    what: z.literal('build'),
    buildId,
    name: z.string(),
    status: z.enum(['open', 'completed', 'abandoned']),
    workshopName: z.string(),
  }),
  /** What lies on a shelf. */
  z.strictObject({
    what: z.literal('stock'),
    workshopId,
    materialId,
    name: z.string(),
    specification: z.string(),
    workshopName: z.string(),
    shelf: z.string().nullable(),
    labelCode: z.string(),
    byLabel,
  }),
  z.strictObject({ what: z.literal('workshop'), workshopId, name: z.string(), address: z.string() }),
  z.strictObject({ what: z.literal('design'), designId, name: z.string(), purpose: z.string() }),
]);
export type SearchFind = z.infer<typeof searchFind>;

/** The best first. */
export const searchView = z.strictObject({ found: z.array(searchFind).max(MOST_FOUND) });
