import { z } from 'zod';
import { designId, draftId } from '../identifiers.ts';

/** One thing that was recognised, repaired or lost in what was brought in. */
export const bringRemark = z.strictObject({
  kind: z.enum(['recognised', 'repaired', 'kept', 'lost']),
  /** A path in the folder, or a field of a manifest. */
  at: z.string(),
  sentence: z.string(),
});

export type BringRemark = z.infer<typeof bringRemark>;

/** Answer to `POST /api/drafts/bring`: a draft for each design that was found. */
export const bringReply = z.strictObject({
  drafts: z.array(
    z.strictObject({
      draftId,
      title: z.string(),
      /** The design whose next revision it is. */
      designId: designId.nullable(),
      remarks: z.array(bringRemark),
      /** How many of each were found. */
      counts: z.strictObject({ parts: z.int(), steps: z.int(), pictures: z.int(), files: z.int() }),
    }),
  ),
  /** Of the whole: entries of an archive that were left out. */
  remarks: z.array(bringRemark),
});

export type BringReply = z.infer<typeof bringReply>;
