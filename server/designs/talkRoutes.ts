import { z } from 'zod';
import {
  answerQuestion,
  askQuestion,
  dismissProblem,
  fixProblem,
  noWords,
  raiseProblem,
} from '../../shared/designs/commands.ts';
import { answerId, designId, problemId, questionId } from '../../shared/identifiers.ts';
import { answerWithUndo } from '../commands/answerWithUndo.ts';
import type { FreeText } from '../commands/definition.ts';
import { givenBy, idMadeBy } from '../commands/givenBy.ts';
import { answerCommand, commandAnswer } from '../http/answerCommand.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { designCommands } from './commands.ts';
import { enterDesign } from './door.ts';
import { problemOf, questionOf } from './talkQueries.ts';

const ofProblem = z.strictObject({ designId, problemId });
const ofQuestion = z.strictObject({ designId, questionId });
const ofAnswer = z.strictObject({ designId, questionId, answerId });
const command = {
  method: 'post',
  tag: 'designs',
  access: 'member',
  command: true,
  reply: commandAnswer,
} as const;
const path = '/api/designs/{designId}';

/** Problems and questions about a design: anybody with an account writes them, and none of them stops anything. */
export function talkRoutes(parts: Parts): AnyRoute[] {
  return [...problemRoutes(parts), ...questionRoutes(parts)];
}

function problemRoutes(parts: Parts): AnyRoute[] {
  const { commands, views } = parts;
  const define = designCommands(parts);
  const found = ({ params }: { params: z.infer<typeof ofProblem> }) => {
    const problem = problemOf(views, params.designId, params.problemId);
    if (!problem) throw new HttpProblem('not-found', 'There is no such problem.');
    return problem;
  };
  const verb = ({ designId, problemId }: z.infer<typeof ofProblem>, name: string) => ({
    path: `/api/designs/${designId}/problems/${problemId}/${name}`,
    body: {},
  });
  const change = { ...command, params: ofProblem, ifMatch: true } as const;
  const of = (name: string) => `${path}/problems/{problemId}/${name}`;

  return [
    defineRoute({
      ...command,
      path: `${path}/problems`,
      summary: 'Raise a problem of a revision',
      params: z.strictObject({ designId }),
      body: raiseProblem,
      handle: async (request) => {
        const { designId } = enterDesign(views, request, 'design.discuss');
        const { text: body, ...said } = request.body;
        const [problemId, textId] = [idMadeBy(request, 'problem'), idMadeBy(request, 'problemText')];
        const raisedBy = request.memberId();
        const command = { type: 'RaiseProblem', designId, problemId, ...said, textId, raisedBy } as const;
        const texts = [{ id: textId, kind: 'problemText', body }];
        const outcome = await commands.handle(define.RaiseProblem, givenBy(request, command, texts));
        const undo = verb({ designId, problemId }, 'withdraw');
        return answerWithUndo(outcome, { id: problemId, created: true }, undo);
      },
    }),
    defineRoute({
      ...change,
      path: of('confirm'),
      summary: 'Say that a problem is one',
      body: noWords,
      handle: async (request) => {
        const { revision: revisionBefore } = found(request);
        enterDesign(views, request, 'design.decide');
        const command = { type: 'ConfirmProblem', ...request.params, by: request.memberId() } as const;
        const outcome = await commands.handle(define.ConfirmProblem, givenBy(request, command));
        const about = { id: request.params.problemId, revisionBefore };
        return answerWithUndo(outcome, about, verb(request.params, 'reopen'));
      },
    }),
    defineRoute({
      ...change,
      path: of('dismiss'),
      summary: 'Say that a problem is none, with the reason',
      body: dismissProblem,
      handle: async (request) => {
        const { raisedBy: subject, revision: revisionBefore } = found(request);
        enterDesign(views, request, 'design.decide');
        const reasonId = idMadeBy(request, 'dismissalReason');
        const texts = [{ id: reasonId, kind: 'dismissalReason', body: request.body.reason, subject }];
        const by = request.memberId();
        const command = { type: 'DismissProblem', ...request.params, reasonId, by } as const;
        const outcome = await commands.handle(define.DismissProblem, givenBy(request, command, texts));
        const about = { id: request.params.problemId, revisionBefore };
        return answerWithUndo(outcome, about, verb(request.params, 'reopen'));
      },
    }),
    defineRoute({
      ...change,
      path: of('fix'),
      summary: 'Say in which revision a problem is fixed',
      body: fixProblem,
      handle: async (request) => {
        const { revision: revisionBefore } = found(request);
        enterDesign(views, request, 'design.decide');
        const by = request.memberId();
        const command = { type: 'FixProblem', ...request.params, ...request.body, by } as const;
        const outcome = await commands.handle(define.FixProblem, givenBy(request, command));
        const about = { id: request.params.problemId, revisionBefore };
        return answerWithUndo(outcome, about, verb(request.params, 'reopen'));
      },
    }),
    defineRoute({
      ...change,
      path: of('reopen'),
      summary: 'Open a problem again',
      body: noWords,
      handle: async (request) => {
        const { raisedBy, status, revision: revisionBefore } = found(request);
        const by = request.memberId();
        const isOwn = raisedBy === by && status === 'withdrawn';
        if (isOwn) enterDesign(views, request, 'design.takeBack', true);
        else enterDesign(views, request, 'design.decide');
        const command = { type: 'ReopenProblem', ...request.params, by } as const;
        const outcome = await commands.handle(define.ReopenProblem, givenBy(request, command));
        const about = { id: request.params.problemId, revisionBefore };
        return answerWithUndo(outcome, about, isOwn ? verb(request.params, 'withdraw') : null);
      },
    }),
    defineRoute({
      ...change,
      path: of('withdraw'),
      summary: 'Take a problem back that one has raised oneself',
      body: noWords,
      handle: async (request) => {
        const { raisedBy, revision: revisionBefore } = found(request);
        const by = request.memberId();
        enterDesign(views, request, 'design.takeBack', raisedBy === by);
        const command = { type: 'WithdrawProblem', ...request.params, by } as const;
        const outcome = await commands.handle(define.WithdrawProblem, givenBy(request, command));
        const about = { id: request.params.problemId, revisionBefore };
        return answerWithUndo(outcome, about, verb(request.params, 'reopen'));
      },
    }),
  ];
}

/** Their words in paths, and of the one that takes it back. */
const ABOUT_ANSWERS = {
  MarkAnswer: {
    name: 'mark',
    back: 'unmark',
    summary: 'Say that an answer helped; one of a question at a time',
  },
  UnmarkAnswer: { name: 'unmark', back: 'mark', summary: 'Say no longer that an answer helped' },
  WithdrawAnswer: { name: 'withdraw', back: null, summary: 'Take an answer of one’s own back' },
} as const;

function questionRoutes(parts: Parts): AnyRoute[] {
  const { commands, views } = parts;
  const define = designCommands(parts);
  const of = `${path}/questions`;
  const pathOf = (designId: string, questionId: string) => `/api/designs/${designId}/questions/${questionId}`;

  return [
    defineRoute({
      ...command,
      path: of,
      summary: 'Ask something about a revision',
      params: z.strictObject({ designId }),
      body: askQuestion,
      handle: async (request) => {
        const { designId } = enterDesign(views, request, 'design.discuss');
        const { text: body, revision } = request.body;
        const [questionId, textId] = [idMadeBy(request, 'question'), idMadeBy(request, 'questionText')];
        const askedBy = request.memberId();
        const command = { type: 'AskQuestion', designId, questionId, revision, textId, askedBy } as const;
        const texts = [{ id: textId, kind: 'questionText', body }];
        const outcome = await commands.handle(define.AskQuestion, givenBy(request, command, texts));
        const undo = { path: `${pathOf(designId, questionId)}/withdraw`, body: {} };
        return answerWithUndo(outcome, { id: questionId, created: true }, undo);
      },
    }),
    defineRoute({
      ...command,
      path: `${of}/{questionId}/withdraw`,
      summary: 'Take a question of one’s own back',
      params: ofQuestion,
      ifMatch: true,
      body: noWords,
      handle: async (request) => {
        // Gone from the views once it is taken back: whose it was, the stream itself still knows.
        const { designId, questionId } = request.params;
        const question = questionOf(views, designId, questionId);
        const by = request.memberId();
        enterDesign(views, request, 'design.takeBack', question === null || question.askedBy === by);
        const command = { type: 'WithdrawQuestion', ...request.params, by } as const;
        const outcome = await commands.handle(define.WithdrawQuestion, givenBy(request, command));
        if (outcome.outcome === 'stale' && outcome.current === null) {
          throw new HttpProblem('not-found', 'There is no such question.');
        }
        return answerWithUndo(outcome, { id: questionId }, null);
      },
    }),
    defineRoute({
      ...command,
      path: `${of}/{questionId}/answers`,
      summary: 'Answer a question',
      params: ofQuestion,
      body: answerQuestion,
      handle: async (request) => {
        const { designId } = enterDesign(views, request, 'design.discuss');
        const [answerId, textId] = [idMadeBy(request, 'answer'), idMadeBy(request, 'answerText')];
        const answeredBy = request.memberId();
        const ids = { ...request.params, answerId };
        const command = { type: 'AnswerQuestion', ...ids, textId, answeredBy } as const;
        const texts: FreeText[] = [{ id: textId, kind: 'answerText', body: request.body.text }];
        const outcome = await commands.handle(define.AnswerQuestion, givenBy(request, command, texts));
        const back = `${pathOf(designId, request.params.questionId)}/answers/${answerId}/withdraw`;
        const undo = { method: 'post', path: back, body: {}, ifMatch: null } as const;
        return answerCommand(outcome, { id: answerId, created: true, undo });
      },
    }),
    ...(['MarkAnswer', 'UnmarkAnswer', 'WithdrawAnswer'] as const).map((type) => {
      const { name, back, summary } = ABOUT_ANSWERS[type];
      return defineRoute({
        ...command,
        path: `${of}/{questionId}/answers/{answerId}/${name}`,
        summary,
        params: ofAnswer,
        body: noWords,
        handle: async (request) => {
          // Whose they are, the rules know and tell: the asker's, a maintainer's, the author's.
          const { designId } = enterDesign(views, request, 'design.discuss');
          const command = { type, ...request.params, by: request.memberId() };
          const outcome = await commands.handle(define[type], givenBy(request, command));
          const { questionId, answerId } = request.params;
          const wrote = outcome.outcome === 'accepted' && outcome.eventIds.length > 0;
          const undo =
            back !== null && wrote
              ? {
                  method: 'post' as const,
                  path: `${pathOf(designId, questionId)}/answers/${answerId}/${back}`,
                  body: {},
                  ifMatch: null,
                }
              : null;
          return answerCommand(outcome, { id: answerId, undo });
        },
      });
    }),
  ];
}
