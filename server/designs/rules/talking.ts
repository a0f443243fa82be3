import type { Objection } from '../../../shared/bookings/rules.ts';
import type { DesignEvent } from '../../../shared/schemasOfEvents.ts';
import { accepted, type Decision, refused } from '../../commands/decider.ts';
import type { ProblemCommand, QuestionCommand } from '../designCommands.ts';
import type { PublishedDesign } from '../state.ts';
import { hasRevision, maintains, NO_SUCH_REVISION, NOT_MAINTAINER } from './maintaining.ts';

const NO_PROBLEM: Objection = { rule: 'noSuchProblem', message: 'There is no such problem.' };
const NO_QUESTION: Objection = { rule: 'noSuchQuestion', message: 'There is no such question.' };
const NO_ANSWER: Objection = { rule: 'noSuchAnswer', message: 'There is no such answer.' };
const NOT_YOURS: Objection = { rule: 'notYours', message: 'Only whoever wrote this takes it back.' };
const SETTLED: Objection = { rule: 'settled', message: 'This problem is settled: reopen it first.' };

/** Problems: anybody raises one, maintainers say what becomes of it, and none of it stops anything. */
export function decideProblem(command: ProblemCommand, state: PublishedDesign): Decision<DesignEvent> {
  if (command.type === 'RaiseProblem') {
    const { type: _, ...data } = command;
    // What a builder says once more was raised the first time.
    if (state.problems[command.problemId]) return accepted();
    if (!hasRevision(state, command.revision)) return refused(NO_SUCH_REVISION);
    return accepted({ type: 'ProblemRaised', data });
  }
  const { designId, problemId, by } = command;
  const problem = state.problems[problemId];
  if (!problem) return refused(NO_PROBLEM);
  const data = { designId, problemId };
  const isOwn = problem.raisedBy === by;
  const isSettled = problem.status !== 'open' && problem.status !== 'confirmed';
  if (command.type === 'WithdrawProblem') {
    if (!isOwn) return refused(NOT_YOURS);
    if (problem.status === 'withdrawn') return accepted();
    return isSettled ? refused(SETTLED) : accepted({ type: 'ProblemWithdrawn', data });
  }
  // What its author took back, only its author brings back.
  if (problem.status === 'withdrawn' ? !isOwn : !maintains(state, by)) {
    return refused(problem.status === 'withdrawn' ? NOT_YOURS : NOT_MAINTAINER);
  }
  switch (command.type) {
    case 'ConfirmProblem':
      if (problem.status === 'confirmed') return accepted();
      if (isSettled) return refused(SETTLED);
      return accepted({ type: 'ProblemConfirmed', data: { ...data, confirmedBy: by } });
    case 'DismissProblem':
      if (isSettled) return refused(SETTLED);
      return accepted({
        type: 'ProblemDismissed',
        data: { ...data, reasonId: command.reasonId, dismissedBy: by },
      });
    case 'FixProblem':
      if (isSettled) return refused(SETTLED);
      if (!hasRevision(state, command.revision)) return refused(NO_SUCH_REVISION);
      return accepted({ type: 'ProblemFixed', data: { ...data, inRevision: command.revision, fixedBy: by } });
    case 'ReopenProblem':
      if (problem.status === 'open') return accepted();
      return accepted({ type: 'ProblemReopened', data });
  }
}

/** Questions and answers: anybody asks and answers; the asker or a maintainer marks the answer that helped. */
export function decideQuestion(command: QuestionCommand, state: PublishedDesign): Decision<DesignEvent> {
  const { designId, questionId } = command;
  if (command.type === 'AskQuestion') {
    const { type: _, ...data } = command;
    if (!hasRevision(state, command.revision)) return refused(NO_SUCH_REVISION);
    return accepted({ type: 'QuestionAsked', data });
  }
  const question = state.questions[questionId];
  if (!question || (question.status === 'withdrawn' && command.type !== 'WithdrawQuestion')) {
    return refused(NO_QUESTION);
  }
  if (command.type === 'WithdrawQuestion') {
    if (question.askedBy !== command.by) return refused(NOT_YOURS);
    if (question.status === 'withdrawn') return accepted();
    return accepted({ type: 'QuestionWithdrawn', data: { designId, questionId } });
  }
  const { answerId } = command;
  if (command.type === 'AnswerQuestion') {
    const { textId, answeredBy } = command;
    return accepted({
      type: 'QuestionAnswered',
      data: { designId, questionId, answerId, textId, answeredBy },
    });
  }
  const answer = question.answers[answerId];
  if (!answer) return refused(NO_ANSWER);
  const data = { designId, questionId, answerId };
  if (command.type === 'WithdrawAnswer') {
    if (answer.answeredBy !== command.by) return refused(NOT_YOURS);
    return answer.withdrawn ? accepted() : accepted({ type: 'AnswerWithdrawn', data });
  }
  if (answer.withdrawn) return refused(NO_ANSWER);
  if (question.askedBy !== command.by && !maintains(state, command.by)) {
    return refused({
      rule: 'notAsker',
      message: 'Whoever asked, or a maintainer, says which answer helped.',
    });
  }
  const isMark = command.type === 'MarkAnswer';
  if (answer.marked === isMark) return accepted();
  return accepted({ type: isMark ? 'AnswerMarked' : 'AnswerUnmarked', data });
}
