import type { Projection, TableWriters } from '../views/projection.ts';
import {
  designAdoptions,
  designAnswers,
  designProblems,
  designQuestions,
  designReviews,
  designSuggestions,
} from './talkTables.ts';

/** The mark goes where it was this answer's. */
const unmarked = (tables: TableWriters, questionId: string, answerId: string) =>
  tables.of(designQuestions).get(questionId)?.markedAnswer === answerId ? { markedAnswer: null } : {};

/** What people suggest, report, ask and find about designs. Their words are in accounts. */
export const designTalkProjection: Projection = {
  name: 'designTalk',
  source: import.meta.url,
  tables: [designSuggestions, designAdoptions, designProblems, designQuestions, designAnswers, designReviews],
  on: {
    SuggestionMade({ data, at, revision }, tables) {
      const { suggestionId, designId, from, base, messageId, suggestedBy } = data;
      tables.of(designSuggestions).put({
        suggestionId,
        designId,
        status: 'open',
        fromDesign: from.designId,
        fromRevision: from.revision,
        baseDesign: base.designId,
        baseRevision: base.revision,
        messageId,
        suggestedBy,
        at,
        reasonId: null,
        inRevision: null,
        taken: '[]',
        revision,
      });
    },
    SuggestionWithdrawn({ data: { suggestionId }, revision }, tables) {
      tables.of(designSuggestions).change(suggestionId, { status: 'withdrawn', revision });
    },
    SuggestionDeclined({ data: { suggestionId, reasonId }, revision }, tables) {
      tables.of(designSuggestions).change(suggestionId, { status: 'declined', reasonId, revision });
    },
    SuggestionReopened({ data: { suggestionId }, revision }, tables) {
      tables.of(designSuggestions).change(suggestionId, { status: 'open', reasonId: null, revision });
    },
    SuggestionAdopted({ data, at, revision }, tables) {
      const { suggestionId, designId, whole, changes, from, inRevision, suggestedBy, adoptedBy } = data;
      const adoption = `${suggestionId}:${inRevision}`;
      const { designId: fromDesign, revision: fromRevision } = from;
      const edge = { adoption, designId, inRevision, fromDesign, fromRevision };
      tables.of(designAdoptions).put({ ...edge, suggestedBy, adoptedBy, at });
      tables.of(designSuggestions).change(suggestionId, {
        status: whole ? 'adopted' : 'partlyAdopted',
        inRevision,
        taken: JSON.stringify(changes),
        revision,
      });
    },

    ProblemRaised({ data, at, revision }, tables) {
      const { revision: ofRevision, safety, ...said } = data;
      const row = { ...said, ofRevision, safety: safety ? 1 : 0, at, revision, status: 'open' };
      tables.of(designProblems).put({ ...row, reasonId: null, fixedIn: null });
    },
    ProblemConfirmed({ data: { problemId }, revision }, tables) {
      tables.of(designProblems).change(problemId, { status: 'confirmed', revision });
    },
    ProblemDismissed({ data: { problemId, reasonId }, revision }, tables) {
      tables.of(designProblems).change(problemId, { status: 'dismissed', reasonId, revision });
    },
    ProblemFixed({ data: { problemId, inRevision: fixedIn }, revision }, tables) {
      tables.of(designProblems).change(problemId, { status: 'fixed', fixedIn, revision });
    },
    ProblemReopened({ data: { problemId }, revision }, tables) {
      const status = { status: 'open', reasonId: null, fixedIn: null };
      tables.of(designProblems).change(problemId, { ...status, revision });
    },
    ProblemWithdrawn({ data: { problemId }, revision }, tables) {
      tables.of(designProblems).change(problemId, { status: 'withdrawn', revision });
    },

    QuestionAsked({ data: { revision: ofRevision, ...asked }, at, revision }, tables) {
      tables.of(designQuestions).put({ ...asked, ofRevision, at, markedAnswer: null, revision });
    },
    QuestionWithdrawn({ data: { questionId } }, tables) {
      tables.of(designQuestions).remove(questionId);
    },
    QuestionAnswered({ data, at, revision }, tables) {
      tables.of(designAnswers).put({ ...data, at });
      tables.of(designQuestions).change(data.questionId, { revision });
    },
    AnswerWithdrawn({ data: { questionId, answerId }, revision }, tables) {
      tables.of(designAnswers).remove(answerId);
      tables.of(designQuestions).change(questionId, { ...unmarked(tables, questionId, answerId), revision });
    },
    AnswerMarked({ data: { questionId, answerId }, revision }, tables) {
      tables.of(designQuestions).change(questionId, { markedAnswer: answerId, revision });
    },
    AnswerUnmarked({ data: { questionId, answerId }, revision }, tables) {
      tables.of(designQuestions).change(questionId, { ...unmarked(tables, questionId, answerId), revision });
    },

    ReviewGiven({ data: { revision: ofRevision, ...given }, at }, tables) {
      tables.of(designReviews).put({ ...given, ofRevision, at });
    },
    ReviewTakenBack({ data: { reviewId } }, tables) {
      tables.of(designReviews).remove(reviewId);
    },
  },
};
