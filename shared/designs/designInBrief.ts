import { z } from 'zod';
import { designId } from '../identifiers.ts';
import { namedWorkshop } from './naming.ts';
import { revisionNumber } from './partLines.ts';

/**
 * What a page needs that only names a design, out of the answer to `GET /api/designs/{designId}`: reading the whole takes
 * along all that designs are made of. The rest stays as it came, for pages that begin with what was read last.
 */
export const designInBrief = z.looseObject({
  designId,
  latest: revisionNumber,
  summary: z.looseObject({ title: z.string() }),
  workshop: namedWorkshop.nullable(),
});

export type DesignInBrief = z.infer<typeof designInBrief>;
