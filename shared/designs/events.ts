import { z } from 'zod';
import {
  answerId,
  designId,
  entryId,
  fileId,
  memberId,
  problemId,
  questionId,
  reviewId,
  suggestionId,
  textId,
  workshopId,
} from '../identifiers.ts';
import { contentLine } from '../text.ts';
import { designCategory, documentationReadiness, licenceExpression, technologyReadiness } from './content.ts';
import { pinnedRevision, revisionNumber } from './partLines.ts';

/** What lists and searches show of a revision without its content. */
export const revisionSummary = z.strictObject({
  title: contentLine(120).min(1),
  purpose: contentLine(500),
  category: designCategory,
  tags: z.array(contentLine(40).min(1)).max(50),
  language: z.string(),
  version: contentLine(60),
  technologyReadiness: technologyReadiness.nullable(),
  documentationReadiness: documentationReadiness.nullable(),
  licence: licenceExpression,
  lines: z.int().min(0),
  steps: z.int().min(0),
  files: z.int().min(0),
  /** Its first picture. */
  picture: fileId.nullable(),
});
export type RevisionSummary = z.infer<typeof revisionSummary>;

const revisionFacts = {
  designId,
  revision: revisionNumber,
  /** The canonical JSON of its content, in the file store. */
  contentId: fileId,
  summary: revisionSummary,
  /** Every file that the content names, once. */
  files: z.array(fileId).max(5000),
  /** Revisions of other designs that its parts list pins, each once. */
  uses: z.array(pinnedRevision).max(10_000),
  publishedBy: memberId,
};
const ofDesign = { designId };
const ofSuggestion = { designId, suggestionId };
const ofProblem = { designId, problemId };
const ofQuestion = { designId, questionId };

/** What a review says; none of them opens or closes anything. */
export const reviewMark = z.enum(['dimensionsChecked', 'builtIt', 'safetyConcern']);
export type ReviewMark = z.infer<typeof reviewMark>;

/** Events of the stream `design-{id}`: one lineage. Its content is commons and stays; what people wrote about it is in accounts. */
export const designEvents = {
  /** The first revision: of a new design, or of a fork. */
  DesignPublished: z.strictObject({
    ...revisionFacts,
    forkedFrom: pinnedRevision.nullable(),
    /** Where it is at home; null: nowhere in particular. */
    workshopId: workshopId.nullable(),
  }),
  RevisionPublished: z.strictObject(revisionFacts),

  MaintainerNamed: z.strictObject({ ...ofDesign, memberId }),
  MaintainerRecalled: z.strictObject({ ...ofDesign, memberId }),
  /** Both tell of the same thing: people are sent from this one to the other. */
  DuplicateDeclared: z.strictObject({ ...ofDesign, of: designId, declaredBy: memberId }),
  DuplicateTakenBack: z.strictObject({ ...ofDesign, of: designId }),

  /** What a fork changed since `base`, a revision that both have in common, is offered to this lineage. */
  SuggestionMade: z.strictObject({
    ...ofSuggestion,
    from: pinnedRevision,
    base: pinnedRevision,
    messageId: textId.nullable(),
    suggestedBy: memberId,
  }),
  SuggestionWithdrawn: z.strictObject(ofSuggestion),
  SuggestionDeclined: z.strictObject({ ...ofSuggestion, reasonId: textId, declinedBy: memberId }),
  SuggestionReopened: z.strictObject(ofSuggestion),
  /** In the same append as the revision that holds its changes. */
  SuggestionAdopted: z.strictObject({
    ...ofSuggestion,
    from: pinnedRevision,
    inRevision: revisionNumber,
    /** All its changes, or those with these keys. */
    whole: z.boolean(),
    changes: z.array(z.string()).max(10_000),
    suggestedBy: memberId,
    adoptedBy: memberId,
  }),

  ProblemRaised: z.strictObject({
    ...ofProblem,
    revision: revisionNumber,
    /** Somebody could be hurt. */
    safety: z.boolean(),
    line: entryId.nullable(),
    step: entryId.nullable(),
    textId,
    raisedBy: memberId,
  }),
  ProblemConfirmed: z.strictObject({ ...ofProblem, confirmedBy: memberId }),
  ProblemDismissed: z.strictObject({ ...ofProblem, reasonId: textId, dismissedBy: memberId }),
  ProblemFixed: z.strictObject({ ...ofProblem, inRevision: revisionNumber, fixedBy: memberId }),
  ProblemReopened: z.strictObject(ofProblem),
  ProblemWithdrawn: z.strictObject(ofProblem),

  QuestionAsked: z.strictObject({ ...ofQuestion, revision: revisionNumber, textId, askedBy: memberId }),
  QuestionWithdrawn: z.strictObject(ofQuestion),
  QuestionAnswered: z.strictObject({ ...ofQuestion, answerId, textId, answeredBy: memberId }),
  AnswerWithdrawn: z.strictObject({ ...ofQuestion, answerId }),
  /** This one helped; one answer of a question at a time. */
  AnswerMarked: z.strictObject({ ...ofQuestion, answerId }),
  AnswerUnmarked: z.strictObject({ ...ofQuestion, answerId }),

  ReviewGiven: z.strictObject({
    ...ofDesign,
    reviewId,
    revision: revisionNumber,
    mark: reviewMark,
    textId: textId.nullable(),
    reviewedBy: memberId,
  }),
  ReviewTakenBack: z.strictObject({ ...ofDesign, reviewId }),
};
