import { z } from 'zod';
import { designId } from '../identifiers.ts';
import { contentChange } from './changes.ts';
import { designRelation } from './content.ts';
import { rollUp } from './listViews.ts';
import { moment, namedMember, namedRevision, namedWorkshop } from './naming.ts';
import { pinnedRevision, revisionNumber } from './partLines.ts';

/** Answer to `GET /api/designs/{designId}/lineage`: ancestors and forks, as a graph. */
export const lineageView = z.strictObject({
  designs: z.array(
    z.strictObject({
      designId,
      title: z.string(),
      workshop: namedWorkshop.nullable(),
      publishedBy: namedMember,
      latest: revisionNumber,
      licence: z.string(),
      /** Revisions that others lead to or from, besides first and newest. */
      revisions: z.array(z.strictObject({ revision: revisionNumber, publishedAt: moment })),
    }),
  ),
  links: z.array(
    z.strictObject({
      kind: z.enum(['fork', 'adoption', 'duplicate']),
      from: pinnedRevision,
      to: pinnedRevision,
    }),
  ),
  /** There are more than are drawn. */
  cut: z.boolean(),
});

export type LineageView = z.infer<typeof lineageView>;

/** Answer to `GET /api/compare?one=…&other=…`. */
export const comparisonView = z.strictObject({
  one: namedRevision,
  other: namedRevision,
  /** What both grew out of; null where they have nothing in common. */
  common: pinnedRevision.nullable(),
  changes: z.array(contentChange),
  before: rollUp,
  after: rollUp,
});

export type ComparisonView = z.infer<typeof comparisonView>;

/** Answer to `GET /api/designs/machines`: how types of machine make and use each other. */
export const relationsView = z.strictObject({
  nodes: z.array(
    z.strictObject({
      /** A design's id, or a name that no design has. */
      id: z.string(),
      name: z.string(),
      designId: designId.nullable(),
      category: z.string().nullable(),
      /** Number of the strongly connected set in the made-from relation that it belongs to; null: in no cycle. */
      cycle: z.int().nullable(),
    }),
  ),
  links: z.array(z.strictObject({ kind: designRelation.shape.kind, from: z.string(), to: z.string() })),
});

export type RelationsView = z.infer<typeof relationsView>;
