import { describe, expect, it } from 'vitest';
import { designDecider, NO_DESIGN_FACTS } from '../../../server/designs/decide.ts';
import type { DesignEvent } from '../../../shared/schemasOfEvents.ts';
import { specification } from '../commands/specification.ts';
import {
  ANNA,
  ANSWER,
  answered,
  asked,
  BEN,
  CLEO,
  CUBE,
  ofAnswer,
  ofProblem,
  published,
  QUESTION,
  REVIEW,
  raised,
  TEXT,
} from './story.ts';

const { given, stateAfter } = specification(designDecider, Date.UTC(2026, 10, 22, 12));
const NONE = NO_DESIGN_FACTS;

describe('a problem', () => {
  const confirm = (by: string) => ({ type: 'ConfirmProblem', ...ofProblem, by }) as const;
  const dismiss = (by: string) => ({ type: 'DismissProblem', ...ofProblem, reasonId: TEXT, by }) as const;
  const fix = (revision: number) => ({ type: 'FixProblem', ...ofProblem, revision, by: ANNA }) as const;
  const reopen = (by: string) => ({ type: 'ReopenProblem', ...ofProblem, by }) as const;
  const withdraw = (by: string) => ({ type: 'WithdrawProblem', ...ofProblem, by }) as const;
  const confirmed: DesignEvent = { type: 'ProblemConfirmed', data: { ...ofProblem, confirmedBy: ANNA } };
  const dismissed: DesignEvent = {
    type: 'ProblemDismissed',
    data: { ...ofProblem, reasonId: TEXT, dismissedBy: ANNA },
  };
  const fixed: DesignEvent = { type: 'ProblemFixed', data: { ...ofProblem, inRevision: 1, fixedBy: ANNA } };
  const withdrawn: DesignEvent = { type: 'ProblemWithdrawn', data: ofProblem };
  const reopened: DesignEvent = { type: 'ProblemReopened', data: ofProblem };

  it('is raised by anybody, of a revision that there is', () => {
    const raise = { type: 'RaiseProblem', ...raised.data } as const;
    if (!('raisedBy' in raise)) throw new Error('not the event of this story');
    given(published).when(raise, NONE).thenRecorded(raised);
    given(published)
      .when({ ...raise, revision: 2 }, NONE)
      .thenRefused('noSuchRevision');
    given().when(raise, NONE).thenRefused('noSuchDesign');
  });
  it('is confirmed, dismissed or fixed by a maintainer alone', () => {
    given(published, raised).when(confirm(ANNA), NONE).thenRecorded(confirmed);
    given(published, raised).when(dismiss(ANNA), NONE).thenRecorded(dismissed);
    given(published, raised, confirmed).when(fix(1), NONE).thenRecorded(fixed);
    given(published, raised).when(fix(2), NONE).thenRefused('noSuchRevision');
    for (const command of [confirm(CLEO), dismiss(CLEO), reopen(CLEO)]) {
      given(published, raised).when(command, NONE).thenRefused('notMaintainer');
    }
    given(published).when(confirm(ANNA), NONE).thenRefused('noSuchProblem');
  });
  it('that is settled is opened again before anything else becomes of it', () => {
    for (const settled of [dismissed, fixed]) {
      given(published, raised, settled).when(confirm(ANNA), NONE).thenRefused('settled');
      given(published, raised, settled).when(withdraw(CLEO), NONE).thenRefused('settled');
      given(published, raised, settled).when(reopen(ANNA), NONE).thenRecorded(reopened);
    }
    given(published, raised, confirmed).when(confirm(ANNA), NONE).thenNothing();
    given(published, raised).when(reopen(ANNA), NONE).thenNothing();
  });
  it('is taken back, and brought back, by whoever raised it', () => {
    given(published, raised).when(withdraw(CLEO), NONE).thenRecorded(withdrawn);
    given(published, raised).when(withdraw(ANNA), NONE).thenRefused('notYours');
    given(published, raised, withdrawn).when(withdraw(CLEO), NONE).thenNothing();
    given(published, raised, withdrawn).when(reopen(ANNA), NONE).thenRefused('notYours');
    given(published, raised, withdrawn).when(reopen(CLEO), NONE).thenRecorded(reopened);
  });
});

describe('a question', () => {
  const of = { designId: CUBE, questionId: QUESTION };
  const ask = { type: 'AskQuestion', ...of, revision: 1, textId: TEXT, askedBy: CLEO } as const;
  const answer = { type: 'AnswerQuestion', ...ofAnswer, textId: TEXT, answeredBy: BEN } as const;
  const mark = (by: string) => ({ type: 'MarkAnswer', ...ofAnswer, by }) as const;
  const unmark = (by: string) => ({ type: 'UnmarkAnswer', ...ofAnswer, by }) as const;
  const takeBack = (by: string) => ({ type: 'WithdrawAnswer', ...ofAnswer, by }) as const;
  const withdraw = (by: string) => ({ type: 'WithdrawQuestion', ...of, by }) as const;
  const marked: DesignEvent = { type: 'AnswerMarked', data: ofAnswer };
  const unmarked: DesignEvent = { type: 'AnswerUnmarked', data: ofAnswer };
  const takenBack: DesignEvent = { type: 'AnswerWithdrawn', data: ofAnswer };
  const withdrawn: DesignEvent = { type: 'QuestionWithdrawn', data: of };

  it('is asked and answered by anybody', () => {
    given(published).when(ask, NONE).thenRecorded(asked);
    given(published)
      .when({ ...ask, revision: 9 }, NONE)
      .thenRefused('noSuchRevision');
    given(published, asked).when(answer, NONE).thenRecorded(answered);
    given(published).when(answer, NONE).thenRefused('noSuchQuestion');
  });
  it('has an answer marked by whoever asked, or by a maintainer; one at a time', () => {
    given(published, asked, answered).when(mark(CLEO), NONE).thenRecorded(marked);
    given(published, asked, answered).when(mark(ANNA), NONE).thenRecorded(marked);
    given(published, asked, answered).when(mark(BEN), NONE).thenRefused('notAsker');
    given(published, asked, answered, marked).when(mark(CLEO), NONE).thenNothing();
    given(published, asked, answered, marked).when(unmark(CLEO), NONE).thenRecorded(unmarked);
    const second: DesignEvent = {
      type: 'QuestionAnswered',
      data: { ...ofAnswer, answerId: REVIEW, textId: TEXT, answeredBy: ANNA },
    };
    const other: DesignEvent = { type: 'AnswerMarked', data: { ...ofAnswer, answerId: REVIEW } };
    expect(stateAfter([published, asked, answered, second, marked, other])).toMatchObject({
      questions: { [QUESTION]: { answers: { [ANSWER]: { marked: false }, [REVIEW]: { marked: true } } } },
    });
  });
  it('and its answers are taken back by whoever wrote them', () => {
    given(published, asked, answered).when(takeBack(BEN), NONE).thenRecorded(takenBack);
    given(published, asked, answered).when(takeBack(CLEO), NONE).thenRefused('notYours');
    given(published, asked, answered, takenBack).when(takeBack(BEN), NONE).thenNothing();
    given(published, asked, answered, takenBack).when(mark(CLEO), NONE).thenRefused('noSuchAnswer');
    given(published, asked).when(mark(CLEO), NONE).thenRefused('noSuchAnswer');
    given(published, asked).when(withdraw(CLEO), NONE).thenRecorded(withdrawn);
    given(published, asked).when(withdraw(ANNA), NONE).thenRefused('notYours');
    given(published, asked, withdrawn).when(withdraw(CLEO), NONE).thenNothing();
    given(published, asked, withdrawn).when(answer, NONE).thenRefused('noSuchQuestion');
  });
});

describe('a review', () => {
  const said = { designId: CUBE, reviewId: REVIEW, revision: 1, mark: 'builtIt', textId: null } as const;
  const give = { type: 'GiveReview', ...said, reviewedBy: CLEO } as const;
  const given1: DesignEvent = { type: 'ReviewGiven', data: { ...said, reviewedBy: CLEO } };
  const takeBack = (by: string) =>
    ({ type: 'TakeBackReview', designId: CUBE, reviewId: REVIEW, by }) as const;
  const takenBack: DesignEvent = { type: 'ReviewTakenBack', data: { designId: CUBE, reviewId: REVIEW } };

  it('is given by anybody, each mark once to a revision, and stops nothing', () => {
    given(published).when(give, NONE).thenRecorded(given1);
    given(published, given1)
      .when({ ...give, reviewId: ANSWER }, NONE)
      .thenRefused('alreadyReviewed');
    given(published)
      .when({ ...give, revision: 2 }, NONE)
      .thenRefused('noSuchRevision');
    given(published, given1, takenBack)
      .when({ ...give, reviewId: REVIEW }, NONE)
      .thenRecorded(given1);
  });
  it('is taken back by whoever gave it', () => {
    given(published, given1).when(takeBack(CLEO), NONE).thenRecorded(takenBack);
    given(published, given1).when(takeBack(ANNA), NONE).thenRefused('notYours');
    given(published, given1, takenBack).when(takeBack(CLEO), NONE).thenNothing();
    given(published).when(takeBack(CLEO), NONE).thenRefused('noSuchReview');
  });
});
