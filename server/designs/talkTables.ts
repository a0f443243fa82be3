import { defineTable, type RowOf } from '../views/table.ts';

/** Suggestions of forks' changes. `taken` is JSON text: keys of changes. `revision` is that of its last event. */
export const designSuggestions = defineTable({
  name: 'designSuggestions',
  columns: {
    suggestionId: 'text',
    designId: 'text',
    status: 'text',
    fromDesign: 'text',
    fromRevision: 'integer',
    baseDesign: 'text',
    baseRevision: 'integer',
    messageId: 'text?',
    suggestedBy: 'text',
    at: 'integer',
    reasonId: 'text?',
    inRevision: 'integer?',
    taken: 'text',
    revision: 'integer',
  },
  key: 'suggestionId',
  indexes: [['designId', 'status'], ['fromDesign'], ['suggestedBy']],
});
export type SuggestionRow = RowOf<typeof designSuggestions>;

/** What was adopted of suggestions, each time that it was: one may be adopted in parts. */
export const designAdoptions = defineTable({
  name: 'designAdoptions',
  columns: {
    adoption: 'text',
    designId: 'text',
    inRevision: 'integer',
    fromDesign: 'text',
    fromRevision: 'integer',
    suggestedBy: 'text',
    adoptedBy: 'text',
    at: 'integer',
  },
  key: 'adoption',
  indexes: [['designId'], ['fromDesign']],
});
export type AdoptionRow = RowOf<typeof designAdoptions>;

export const designProblems = defineTable({
  name: 'designProblems',
  columns: {
    problemId: 'text',
    designId: 'text',
    status: 'text',
    safety: 'integer',
    ofRevision: 'integer',
    line: 'text?',
    step: 'text?',
    textId: 'text',
    raisedBy: 'text',
    at: 'integer',
    reasonId: 'text?',
    fixedIn: 'integer?',
    revision: 'integer',
  },
  key: 'problemId',
  indexes: [['designId', 'status'], ['raisedBy']],
});
export type ProblemRow = RowOf<typeof designProblems>;

/** Questions that were not withdrawn. */
export const designQuestions = defineTable({
  name: 'designQuestions',
  columns: {
    questionId: 'text',
    designId: 'text',
    ofRevision: 'integer',
    textId: 'text',
    askedBy: 'text',
    at: 'integer',
    /** The answer that helped. */
    markedAnswer: 'text?',
    revision: 'integer',
  },
  key: 'questionId',
  indexes: [['designId'], ['askedBy']],
});

/** Answers that were not withdrawn; of a question that is gone, nobody asks any more. */
export const designAnswers = defineTable({
  name: 'designAnswers',
  columns: {
    answerId: 'text',
    questionId: 'text',
    designId: 'text',
    textId: 'text',
    answeredBy: 'text',
    at: 'integer',
  },
  key: 'answerId',
  indexes: [['designId'], ['questionId'], ['answeredBy']],
});

/** Reviews that were not taken back. */
export const designReviews = defineTable({
  name: 'designReviews',
  columns: {
    reviewId: 'text',
    designId: 'text',
    ofRevision: 'integer',
    mark: 'text',
    textId: 'text?',
    reviewedBy: 'text',
    at: 'integer',
  },
  key: 'reviewId',
  indexes: [['designId'], ['reviewedBy']],
});
