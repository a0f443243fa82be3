import { reviewMark } from '../../../shared/designs/events.ts';
import type {
  ProblemRow,
  QuestionRow,
  ReviewRow,
  SuggestionRow,
  TalkView,
} from '../../../shared/designs/talkViews.ts';
import { problemStatus, suggestionStatus } from '../../../shared/designs/talkViews.ts';
import type { Parts } from '../../parts.ts';
import { instant, memberNamer, namedRevision } from '../naming.ts';
import { answersOf, problemsOf, questionsOf, reviewsOf, suggestionsTo } from '../queriesOfTalk.ts';
import type { SuggestionRow as StoredSuggestion } from '../talkTables.ts';

type Sources = Pick<Parts, 'views' | 'names' | 'texts'>;

/** What was reported, asked and found about a design. @param viewer null: not signed in. */
export function talkOf({ views, names, texts }: Sources, designId: string, viewer: string | null): TalkView {
  const problems = problemsOf(views, designId);
  const questions = questionsOf(views, designId);
  const answers = answersOf(views, designId);
  const reviews = reviewsOf(views, designId);
  const given = questions.flatMap(({ questionId }) => answers.get(questionId) ?? []);
  const named = memberNamer(names, [
    ...problems.map(({ raisedBy }) => raisedBy),
    ...questions.map(({ askedBy }) => askedBy),
    ...given.map(({ answeredBy }) => answeredBy),
    ...reviews.map(({ reviewedBy }) => reviewedBy),
  ]);
  const bodies = texts.of(
    [...problems.flatMap(({ textId, reasonId }) => [textId, reasonId]), ...questions, ...given, ...reviews]
      .map((each) => (each === null || typeof each === 'string' ? each : each.textId))
      .filter((textId) => textId !== null),
  );
  const bodyOf = (textId: string | null) => (textId === null ? null : (bodies.get(textId) ?? null));

  return {
    problems: problems.map((row): ProblemRow => {
      const { problemId, line, step, fixedIn, raisedBy } = row;
      return {
        problemId,
        status: problemStatus.parse(row.status),
        safety: row.safety === 1,
        revision: row.ofRevision,
        line,
        step,
        text: bodyOf(row.textId),
        raisedBy: named(raisedBy),
        at: instant(row.at),
        reason: bodyOf(row.reasonId),
        fixedIn,
        entityRevision: row.revision,
        isMine: raisedBy === viewer,
      };
    }),
    questions: questions.map((row): QuestionRow => {
      const ofThis = answers.get(row.questionId) ?? [];
      const isMarked = ({ answerId }: { answerId: string }) => answerId === row.markedAnswer;
      const inOrder = [...ofThis.filter(isMarked), ...ofThis.filter((each) => !isMarked(each))];
      return {
        questionId: row.questionId,
        revision: row.ofRevision,
        text: bodyOf(row.textId),
        askedBy: named(row.askedBy),
        at: instant(row.at),
        isMine: row.askedBy === viewer,
        entityRevision: row.revision,
        answers: inOrder.map((answer) => ({
          answerId: answer.answerId,
          text: bodyOf(answer.textId),
          answeredBy: named(answer.answeredBy),
          at: instant(answer.at),
          marked: isMarked(answer),
          isMine: answer.answeredBy === viewer,
        })),
      };
    }),
    reviews: reviews.map((row): ReviewRow => {
      const { reviewId, reviewedBy } = row;
      return {
        reviewId,
        revision: row.ofRevision,
        mark: reviewMark.parse(row.mark),
        text: bodyOf(row.textId),
        reviewedBy: named(reviewedBy),
        at: instant(row.at),
        isMine: reviewedBy === viewer,
      };
    }),
  };
}

/** Suggestions as a list shows them; one whose fork is not here any more is left out. */
export function suggestionRowsOf(
  { views, names, texts }: Sources,
  rows: readonly StoredSuggestion[],
  viewer: string | null,
): SuggestionRow[] {
  const named = memberNamer(
    names,
    rows.map(({ suggestedBy }) => suggestedBy),
  );
  const bodies = texts.of(
    rows.flatMap(({ messageId, reasonId }) => [messageId, reasonId]).filter((textId) => textId !== null),
  );
  const bodyOf = (textId: string | null) => (textId === null ? null : (bodies.get(textId) ?? null));
  return rows.flatMap((row) => {
    const from = namedRevision(views, row.fromDesign, row.fromRevision);
    if (!from) return [];
    return {
      suggestionId: row.suggestionId,
      status: suggestionStatus.parse(row.status),
      from,
      base: { designId: row.baseDesign, revision: row.baseRevision },
      suggestedBy: named(row.suggestedBy),
      at: instant(row.at),
      message: bodyOf(row.messageId),
      reason: bodyOf(row.reasonId),
      inRevision: row.inRevision,
      entityRevision: row.revision,
      isMine: row.suggestedBy === viewer,
    };
  });
}

export const suggestionsOf = (sources: Sources, designId: string, viewer: string | null): SuggestionRow[] =>
  suggestionRowsOf(sources, suggestionsTo(sources.views, designId), viewer);
