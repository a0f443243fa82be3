import { z } from 'zod';
import { designId } from '../identifiers.ts';
import { machineKind } from '../machines/words.ts';
import { revisionSummary } from './events.ts';
import { moment, namedRevision, namedWorkshop } from './naming.ts';
import { revisionNumber } from './partLines.ts';

/** One design in a list: its newest revision. */
export const designCard = z.strictObject({
  designId,
  revision: revisionNumber,
  summary: revisionSummary,
  /** Whether something stands in its model: then there is a line drawing of it. */
  hasModel: z.boolean(),
  publishedAt: moment,
  workshop: namedWorkshop.nullable(),
  forkedFrom: namedRevision.nullable(),
  /** Forks made of any of its revisions. */
  forks: z.int(),
  openProblems: z.int(),
  /** Open ones by which somebody could be hurt. */
  safetyProblems: z.int(),
  /** Kinds of machine that it needs and the asked workshop lacks; null where none was asked. */
  lacks: z.array(machineKind).nullable(),
});

export type DesignCard = z.infer<typeof designCard>;

const facet = z.array(z.strictObject({ value: z.string(), count: z.int() }));

/** Answer to `GET /api/designs`. */
export const designList = z.strictObject({
  total: z.int(),
  designs: z.array(designCard),
  /** How many of the found have each value, most first. */
  facets: z.strictObject({
    category: facet,
    tag: facet,
    licence: facet,
    readiness: facet,
    interface: facet,
    machine: facet,
    module: facet,
  }),
  /** Ask with `after` for the rest; null where this was all. */
  next: z.string().nullable(),
});

export type DesignList = z.infer<typeof designList>;
