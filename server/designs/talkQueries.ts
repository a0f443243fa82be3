import type { PinnedRevision } from '../../shared/designs/partLines.ts';
import type { ViewsReader } from '../views/reader.ts';
import { designAnswers, designProblems, designQuestions, designSuggestions } from './talkTables.ts';

/** A suggestion as its routes and reactions need it. `revision`: of its last event. */
export interface KnownSuggestion {
  designId: string;
  status: string;
  from: PinnedRevision;
  base: PinnedRevision;
  messageId: string | null;
  suggestedBy: string;
  revision: number;
}

/** Of this design; null where there is none. */
export function suggestionOf(
  views: ViewsReader,
  designId: string,
  suggestionId: string,
): KnownSuggestion | null {
  const row = views.byKey(designSuggestions, suggestionId);
  if (row?.designId !== designId) return null;
  const { status, messageId, suggestedBy, revision } = row;
  return {
    designId,
    status,
    from: { designId: row.fromDesign, revision: row.fromRevision },
    base: { designId: row.baseDesign, revision: row.baseRevision },
    messageId,
    suggestedBy,
    revision,
  };
}

/** Of this design; null where there is none. */
export function problemOf(
  views: ViewsReader,
  designId: string,
  problemId: string,
): { status: string; raisedBy: string; revision: number } | null {
  const row = views.byKey(designProblems, problemId);
  return row?.designId === designId ? row : null;
}

/** Of this design; null where there is none, or its asker took it back. */
export function questionOf(
  views: ViewsReader,
  designId: string,
  questionId: string,
): { askedBy: string; revision: number } | null {
  const row = views.byKey(designQuestions, questionId);
  return row?.designId === designId ? row : null;
}

/** Who answered; null where there is no such answer, or it was taken back. */
export function answerAuthor(views: ViewsReader, answerId: string): string | null {
  return views.byKey(designAnswers, answerId)?.answeredBy ?? null;
}
