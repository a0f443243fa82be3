import type { ReviewMark, RevisionSummary } from '../../shared/designs/events.ts';
import type { PinnedRevision } from '../../shared/designs/partLines.ts';

interface OfDesign {
  designId: string;
}
interface OfSuggestion extends OfDesign {
  suggestionId: string;
  /** Who does it. */
  by: string;
}
interface OfProblem extends OfDesign {
  problemId: string;
  by: string;
}
interface OfQuestion extends OfDesign {
  questionId: string;
}
interface OfAnswer extends OfQuestion {
  answerId: string;
  by: string;
}

/** The first revision of a design, the next one, or the one that adopts a suggestion: one append. */
export interface PublishRevision extends OfDesign {
  type: 'PublishRevision';
  /** The number that it is to have: one more than the newest; 1 for a new design. */
  revision: number;
  /** Where its content stands; with the three below from `revisionFactsOf`. */
  contentId: string;
  summary: RevisionSummary;
  files: string[];
  uses: PinnedRevision[];
  /** Of a first revision alone. */
  forkedFrom: PinnedRevision | null;
  /** Where a new design is at home; of a first revision alone. */
  workshopId: string | null;
  publishedBy: string;
  /** Problems that it fixes. */
  fixes: string[];
  /** The suggestion whose changes it holds: the keys of those taken, and whether they are all. */
  adopts?: { suggestionId: string; changes: string[]; whole: boolean };
}

/** What a fork changed is offered to a lineage. Ids of texts name what stands in accounts. */
export interface SuggestChanges extends OfDesign {
  type: 'SuggestChanges';
  suggestionId: string;
  from: PinnedRevision;
  messageId: string | null;
  suggestedBy: string;
}
export type SuggestionCommand =
  | SuggestChanges
  | ({ type: 'WithdrawSuggestion' } & OfSuggestion)
  | ({ type: 'DeclineSuggestion'; reasonId: string } & OfSuggestion)
  | ({ type: 'ReopenSuggestion' } & OfSuggestion);

export interface RaiseProblem extends OfDesign {
  type: 'RaiseProblem';
  problemId: string;
  revision: number;
  safety: boolean;
  line: string | null;
  step: string | null;
  textId: string;
  raisedBy: string;
}
export type ProblemCommand =
  | RaiseProblem
  | ({ type: 'ConfirmProblem' } & OfProblem)
  | ({ type: 'DismissProblem'; reasonId: string } & OfProblem)
  | ({ type: 'FixProblem'; revision: number } & OfProblem)
  | ({ type: 'ReopenProblem' } & OfProblem)
  | ({ type: 'WithdrawProblem' } & OfProblem);

export type QuestionCommand =
  | ({ type: 'AskQuestion'; revision: number; textId: string; askedBy: string } & OfQuestion)
  | ({ type: 'WithdrawQuestion'; by: string } & OfQuestion)
  | ({ type: 'AnswerQuestion'; answerId: string; textId: string; answeredBy: string } & OfQuestion)
  | ({ type: 'WithdrawAnswer' } & OfAnswer)
  | ({ type: 'MarkAnswer' } & OfAnswer)
  | ({ type: 'UnmarkAnswer' } & OfAnswer);

export type LineageCommand =
  | ({
      type: 'GiveReview';
      reviewId: string;
      revision: number;
      mark: ReviewMark;
      textId: string | null;
      reviewedBy: string;
    } & OfDesign)
  | ({ type: 'TakeBackReview'; reviewId: string; by: string } & OfDesign)
  | ({ type: 'DeclareDuplicate'; of: string; by: string } & OfDesign)
  | ({ type: 'TakeBackDuplicate'; of: string; by: string } & OfDesign)
  | ({ type: 'NameMaintainer'; memberId: string; by: string } & OfDesign)
  | ({ type: 'RecallMaintainer'; memberId: string; by: string } & OfDesign);

export type DesignCommand =
  | PublishRevision
  | SuggestionCommand
  | ProblemCommand
  | QuestionCommand
  | LineageCommand;
