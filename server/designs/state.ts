import type { PinnedRevision } from '../../shared/designs/partLines.ts';
import type { DesignEvent } from '../../shared/schemasOfEvents.ts';
import type { Recorded } from '../commands/decider.ts';

/** `revision` of an entity: of the last event that touched it, for `If-Match`. */
export interface Suggestion {
  status: 'open' | 'adopted' | 'partlyAdopted' | 'declined' | 'withdrawn';
  from: PinnedRevision;
  base: PinnedRevision;
  suggestedBy: string;
  revision: number;
}
export interface Problem {
  status: 'open' | 'confirmed' | 'fixed' | 'dismissed' | 'withdrawn';
  raisedBy: string;
  revision: number;
}
export interface Answer {
  answeredBy: string;
  marked: boolean;
  withdrawn: boolean;
}
export interface Question {
  status: 'open' | 'withdrawn';
  askedBy: string;
  answers: Record<string, Answer>;
  revision: number;
}
export interface Review {
  reviewedBy: string;
  ofRevision: number;
  mark: string;
  takenBack: boolean;
}

export interface PublishedDesign {
  status: 'published';
  workshopId: string | null;
  forkedFrom: PinnedRevision | null;
  /** Ids of the contents: of revision 1 first. */
  contents: string[];
  maintainers: string[];
  /** What its content grew out of besides its own: the fork's origin, and everything it adopted from; each once. */
  sources: PinnedRevision[];
  /** By the other design: who declared it. */
  duplicates: Record<string, string>;
  suggestions: Record<string, Suggestion>;
  problems: Record<string, Problem>;
  questions: Record<string, Question>;
  reviews: Record<string, Review>;
}

export type DesignState = { status: 'unpublished' } | PublishedDesign;

/** The number of its newest revision; 0 before the first. */
export const latestOf = (state: DesignState): number =>
  state.status === 'unpublished' ? 0 : state.contents.length;

/** Applies one recorded event. */
export function evolveDesign(state: DesignState, event: DesignEvent, { revision }: Recorded): DesignState {
  const { type, data } = event;
  if (type === 'DesignPublished') {
    const { workshopId, forkedFrom, contentId, publishedBy } = data;
    return {
      status: 'published',
      workshopId,
      forkedFrom,
      contents: [contentId],
      maintainers: [publishedBy],
      sources: forkedFrom ? [forkedFrom] : [],
      duplicates: {},
      suggestions: {},
      problems: {},
      questions: {},
      reviews: {},
    };
  }
  if (state.status === 'unpublished') return state;
  switch (type) {
    case 'RevisionPublished':
      return { ...state, contents: [...state.contents, data.contentId] };
    case 'MaintainerNamed':
      return { ...state, maintainers: [...state.maintainers, data.memberId] };
    case 'MaintainerRecalled':
      return { ...state, maintainers: state.maintainers.filter((each) => each !== data.memberId) };
    case 'DuplicateDeclared':
      return { ...state, duplicates: { ...state.duplicates, [data.of]: data.declaredBy } };
    case 'DuplicateTakenBack': {
      const { [data.of]: _, ...duplicates } = state.duplicates;
      return { ...state, duplicates };
    }
    case 'SuggestionMade': {
      const { from, base, suggestedBy } = data;
      return withSuggestion(state, data.suggestionId, { status: 'open', from, base, suggestedBy, revision });
    }
    case 'SuggestionWithdrawn':
      return withSuggestion(state, data.suggestionId, { status: 'withdrawn', revision });
    case 'SuggestionDeclined':
      return withSuggestion(state, data.suggestionId, { status: 'declined', revision });
    case 'SuggestionReopened':
      return withSuggestion(state, data.suggestionId, { status: 'open', revision });
    case 'SuggestionAdopted': {
      const status = data.whole ? 'adopted' : 'partlyAdopted';
      const known = state.sources.some((each) => isSameRevision(each, data.from));
      const sources = known ? state.sources : [...state.sources, data.from];
      return withSuggestion({ ...state, sources }, data.suggestionId, { status, revision });
    }
    case 'ProblemRaised':
      return withProblem(state, data.problemId, { status: 'open', raisedBy: data.raisedBy, revision });
    case 'ProblemConfirmed':
      return withProblem(state, data.problemId, { status: 'confirmed', revision });
    case 'ProblemDismissed':
      return withProblem(state, data.problemId, { status: 'dismissed', revision });
    case 'ProblemFixed':
      return withProblem(state, data.problemId, { status: 'fixed', revision });
    case 'ProblemReopened':
      return withProblem(state, data.problemId, { status: 'open', revision });
    case 'ProblemWithdrawn':
      return withProblem(state, data.problemId, { status: 'withdrawn', revision });
    case 'QuestionAsked': {
      const { questionId, askedBy } = data;
      return withQuestion(state, questionId, { status: 'open', askedBy, answers: {}, revision });
    }
    case 'QuestionWithdrawn':
      return withQuestion(state, data.questionId, { status: 'withdrawn', revision });
    case 'QuestionAnswered': {
      const answer: Answer = { answeredBy: data.answeredBy, marked: false, withdrawn: false };
      return withAnswers(state, data.questionId, revision, (answers) => ({
        ...answers,
        [data.answerId]: answer,
      }));
    }
    case 'AnswerWithdrawn':
      return withAnswer(state, data, revision, { marked: false, withdrawn: true });
    case 'AnswerMarked':
      return withAnswers(state, data.questionId, revision, (answers) =>
        Object.fromEntries(
          Object.entries(answers).map(([id, answer]) => [id, { ...answer, marked: id === data.answerId }]),
        ),
      );
    case 'AnswerUnmarked':
      return withAnswer(state, data, revision, { marked: false });
    case 'ReviewGiven': {
      const { reviewId, reviewedBy, revision: ofRevision, mark } = data;
      const review: Review = { reviewedBy, ofRevision, mark, takenBack: false };
      return { ...state, reviews: { ...state.reviews, [reviewId]: review } };
    }
    case 'ReviewTakenBack': {
      const review = state.reviews[data.reviewId];
      if (!review) return state;
      return { ...state, reviews: { ...state.reviews, [data.reviewId]: { ...review, takenBack: true } } };
    }
  }
}

export const isSameRevision = (one: PinnedRevision, other: PinnedRevision): boolean =>
  one.designId === other.designId && one.revision === other.revision;

/** An entity with some of its fields changed; a whole one is put in. */
function changed<Entity extends object>(
  entities: Record<string, Entity>,
  id: string,
  fields: Entity | Partial<Entity>,
): Record<string, Entity> {
  const known = entities[id];
  // Only the event that makes an entity comes without one, and it brings every field.
  return { ...entities, [id]: known ? { ...known, ...fields } : (fields as Entity) };
}

const withSuggestion = (
  state: PublishedDesign,
  id: string,
  fields: Suggestion | Partial<Suggestion>,
): PublishedDesign => ({ ...state, suggestions: changed(state.suggestions, id, fields) });

const withProblem = (
  state: PublishedDesign,
  id: string,
  fields: Problem | Partial<Problem>,
): PublishedDesign => ({ ...state, problems: changed(state.problems, id, fields) });

const withQuestion = (
  state: PublishedDesign,
  id: string,
  fields: Question | Partial<Question>,
): PublishedDesign => ({ ...state, questions: changed(state.questions, id, fields) });

function withAnswers(
  state: PublishedDesign,
  questionId: string,
  revision: number,
  change: (answers: Record<string, Answer>) => Record<string, Answer>,
): PublishedDesign {
  const question = state.questions[questionId];
  if (!question) return state;
  return withQuestion(state, questionId, { answers: change(question.answers), revision });
}

const withAnswer = (
  state: PublishedDesign,
  { questionId, answerId }: { questionId: string; answerId: string },
  revision: number,
  fields: Partial<Answer>,
): PublishedDesign =>
  withAnswers(state, questionId, revision, (answers) => changed(answers, answerId, fields));
