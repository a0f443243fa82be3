import { z } from 'zod';
import { designId, draftId, fileId } from '../identifiers.ts';
import { contentConflict } from './changes.ts';
import { draftContent } from './content.ts';
import { contradiction } from './contradictionView.ts';
import { moment, namedMember, namedRevision } from './naming.ts';

/** What licences allow of the sources that a draft has; see `shared/licences`. */
export const licenceAdvice = z.strictObject({
  /** Null where the draft's licence may stand. */
  refusal: z.string().nullable(),
  /** Licences that may be chosen; null: any. */
  allowed: z.array(z.string()).nullable(),
});

export type LicenceAdvice = z.infer<typeof licenceAdvice>;

export const draftRow = z.strictObject({
  draftId,
  version: z.int(),
  title: z.string(),
  designId: designId.nullable(),
  forkOf: namedRevision.nullable(),
  picture: fileId.nullable(),
  savedAt: moment,
  /** Whether it is the viewer's own, or they were let in. */
  isMine: z.boolean(),
});

export const draftList = z.strictObject({ drafts: z.array(draftRow) });

export type DraftList = z.infer<typeof draftList>;

/** Answer to `GET /api/drafts/{draftId}`. */
export const draftView = draftRow.extend({
  content: draftContent,
  /** What it started from: the revision before it, or the forked one; its content is in the file store. */
  base: namedRevision.nullable(),
  baseContentId: fileId.nullable(),
  editors: z.array(namedMember),
  contradictions: z.array(contradiction),
  licence: licenceAdvice,
  /** What stands against publishing it now, in sentences. */
  hindrances: z.array(z.string()),
});

export type DraftView = z.infer<typeof draftView>;

/** Answer to saving changes: what could not be made is told, with what stands there now. */
export const draftSaved = z.strictObject({
  version: z.int(),
  conflicts: z.array(contentConflict),
  /** Changes that another editor saved since `version` of the last answer may be among these: read anew where true. */
  othersChanged: z.boolean(),
});

export type DraftSaved = z.infer<typeof draftSaved>;

/** What became of a column of a table that was brought in. */
export const partsReply = z.strictObject({
  version: z.int().nullable(),
  columns: z.array(z.strictObject({ heading: z.string(), means: z.string().nullable() })),
  lines: z.int(),
  /** Rows that were repaired or left out, by their number in the file (the first is 1), with a sentence. */
  remarks: z.array(z.strictObject({ row: z.int(), sentence: z.string() })),
  preview: z.array(z.record(z.string(), z.string())),
});

export type PartsReply = z.infer<typeof partsReply>;
