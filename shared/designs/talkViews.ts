import { z } from 'zod';
import { answerId, entryId, problemId, questionId, reviewId, suggestionId } from '../identifiers.ts';
import { contentChange, contentConflict } from './changes.ts';
import { reviewMark } from './events.ts';
import { moment, namedMember, namedRevision } from './naming.ts';
import { pinnedRevision, revisionNumber } from './partLines.ts';

export const suggestionStatus = z.enum(['open', 'adopted', 'partlyAdopted', 'declined', 'withdrawn']);

export const suggestionRow = z.strictObject({
  suggestionId,
  status: suggestionStatus,
  from: namedRevision,
  base: pinnedRevision,
  suggestedBy: namedMember,
  at: moment,
  message: z.string().nullable(),
  /** Why it was declined; null else. */
  reason: z.string().nullable(),
  inRevision: revisionNumber.nullable(),
  /** Of the suggestion: for If-Match. */
  entityRevision: z.int(),
  isMine: z.boolean(),
});

export type SuggestionRow = z.infer<typeof suggestionRow>;

export const suggestionList = z.strictObject({ suggestions: z.array(suggestionRow) });

/** Answer to `GET …/suggestions/{suggestionId}`: against the newest revision of the lineage. */
export const suggestionView = suggestionRow.extend({
  onto: revisionNumber,
  changes: z.array(contentChange),
  /** Those of the changes that meet something else here than they started from. */
  conflicts: z.array(contentConflict),
  /** Keys of the changes that were taken, once it is adopted. */
  taken: z.array(z.string()),
  /** Why it cannot be adopted as it is (a licence that does not fit); null where nothing stands against it. */
  hindrance: z.string().nullable(),
  mayAdopt: z.boolean(),
});

export type SuggestionView = z.infer<typeof suggestionView>;

export const problemStatus = z.enum(['open', 'confirmed', 'fixed', 'dismissed', 'withdrawn']);

export const problemRow = z.strictObject({
  problemId,
  status: problemStatus,
  safety: z.boolean(),
  revision: revisionNumber,
  line: entryId.nullable(),
  step: entryId.nullable(),
  text: z.string().nullable(),
  raisedBy: namedMember,
  at: moment,
  reason: z.string().nullable(),
  fixedIn: revisionNumber.nullable(),
  entityRevision: z.int(),
  isMine: z.boolean(),
});

export type ProblemRow = z.infer<typeof problemRow>;

export const questionRow = z.strictObject({
  questionId,
  revision: revisionNumber,
  text: z.string().nullable(),
  askedBy: namedMember,
  at: moment,
  isMine: z.boolean(),
  entityRevision: z.int(),
  answers: z.array(
    z.strictObject({
      answerId,
      text: z.string().nullable(),
      answeredBy: namedMember,
      at: moment,
      marked: z.boolean(),
      isMine: z.boolean(),
    }),
  ),
});

export type QuestionRow = z.infer<typeof questionRow>;

export const reviewRow = z.strictObject({
  reviewId,
  revision: revisionNumber,
  mark: reviewMark,
  text: z.string().nullable(),
  reviewedBy: namedMember,
  at: moment,
  isMine: z.boolean(),
});

export type ReviewRow = z.infer<typeof reviewRow>;

/** Answer to `GET /api/designs/{designId}/talk`: problems, questions and reviews, newest first. */
export const talkView = z.strictObject({
  problems: z.array(problemRow),
  questions: z.array(questionRow),
  reviews: z.array(reviewRow),
});

export type TalkView = z.infer<typeof talkView>;
