import { z } from 'zod';
import { designId, draftId, entryId, fileId, memberId, workshopId } from '../identifiers.ts';
import { freeText, writtenReason } from '../text.ts';
import { contentChange } from './changes.ts';
import { reviewMark } from './events.ts';
import { filePath } from './fileRoles.ts';
import { pinnedRevision, revisionNumber } from './partLines.ts';

/** Body of `POST /api/drafts`: empty, the next revision of one's design, or a fork. The same `draftId` again answers the same draft. */
export const startDraft = z.strictObject({
  draftId,
  /** Of a design that one maintains: its next revision, from its newest. */
  designId: designId.optional(),
  forkOf: pinnedRevision.optional(),
});
export type StartDraftBody = z.infer<typeof startDraft>;

/** Body of `POST /api/drafts/{draftId}/changes`. Sent again with the same `saveId` it changes nothing more. */
export const changeDraft = z.strictObject({
  saveId: z.uuid(),
  changes: z.array(contentChange).min(1).max(20_000),
  /** Make them even where something else stands there by now. */
  force: z.boolean().default(false),
  /** The version that was told last: `othersChanged` then tells of any other browser, one's own included. */
  version: z.int().min(1).optional(),
});

/** Body of `POST /api/drafts/{draftId}/editors`: somebody who may edit it too. */
export const letEdit = z.strictObject({ memberId });

/** Body of `POST /api/drafts/{draftId}/parts`: a table; columns are mapped by name where they are known. */
export const bringParts = z.strictObject({
  csv: z.string().max(5_000_000),
  /** What each column of the file is, by its heading; null: leave it out. Missing: guessed. */
  columns: z.record(z.string().max(200), z.string().max(40).nullable()).optional(),
  replace: z.boolean().default(false),
});

/** Body of `POST /api/drafts/{draftId}/publish`: one event; the draft is gone afterwards. */
export const publishDraft = z.strictObject({
  /** The version of the draft that its author saw. */
  version: z.int().min(1),
  /** Where a new design is at home; null: nowhere in particular. Not for a next revision. */
  workshopId: workshopId.nullable(),
  /** Problems that this revision fixes. */
  fixes: z.array(z.uuid()).max(200).default([]),
});

/** Body of `POST /api/drafts/bring`: a folder that was sent in file by file, a zip archive, or a Git address. */
export const bringDesigns = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('folder'),
    name: z.string().max(200),
    files: z
      .array(z.strictObject({ path: filePath, fileId }))
      .min(1)
      .max(5000),
    designId: designId.optional(),
  }),
  z.strictObject({
    kind: z.literal('zip'),
    name: z.string().max(200),
    fileId,
    designId: designId.optional(),
  }),
  z.strictObject({ kind: z.literal('git'), url: z.url().max(500), designId: designId.optional() }),
]);
export type BringDesignsBody = z.infer<typeof bringDesigns>;

/** Body of `POST /api/designs/{designId}/suggestions`: what this fork changed is offered to the lineage. */
export const suggestChanges = z.strictObject({ from: pinnedRevision, message: freeText.default('') });
/** Body of `POST …/suggestions/{suggestionId}/adopt`. */
export const adoptSuggestion = z.strictObject({
  /** Keys of the changes that are taken (see `keyOfChange`); null: all. */
  changes: z.array(z.string().max(900)).max(10_000).nullable(),
  /** For changes in conflict: whose side stands. One that is missing is asked for. */
  sides: z.record(z.string().max(900), z.enum(['mine', 'theirs'])).default({}),
  /** The newest revision that its maintainer saw. */
  onto: revisionNumber,
  /** What changes, in words; empty: made from the suggestion. */
  words: z.string().max(5000).default(''),
});
export type AdoptSuggestionBody = z.input<typeof adoptSuggestion>;
export const declineSuggestion = z.strictObject({ reason: writtenReason });

export const raiseProblem = z.strictObject({
  revision: revisionNumber,
  text: writtenReason,
  safety: z.boolean().default(false),
  line: entryId.nullable().default(null),
  step: entryId.nullable().default(null),
});
export const dismissProblem = z.strictObject({ reason: writtenReason });
export const fixProblem = z.strictObject({ revision: revisionNumber });
export const askQuestion = z.strictObject({ revision: revisionNumber, text: writtenReason });
export const answerQuestion = z.strictObject({ text: writtenReason });
export const giveReview = z.strictObject({
  revision: revisionNumber,
  mark: reviewMark,
  text: freeText.default(''),
});
export const declareDuplicate = z.strictObject({ of: designId });
export const nameMaintainer = z.strictObject({ memberId });
/** Body of commands that need none. */
export const noWords = z.strictObject({});
