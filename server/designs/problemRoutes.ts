import { z } from 'zod';
import { dismissProblem, fixProblem, noWords, raiseProblem } from '../../shared/designs/commands.ts';
import { designId, problemId } from '../../shared/identifiers.ts';
import { answerWithUndo } from '../commands/answerWithUndo.ts';
import { givenBy, idMadeBy } from '../commands/givenBy.ts';
import { commandAnswer } from '../http/answerCommand.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { designCommands } from './commands.ts';
import { enterDesign } from './door.ts';
import { problemOf } from './queriesOfTalk.ts';

const ofProblem = z.strictObject({ designId, problemId });
const command = {
  method: 'post',
  tag: 'designs',
  access: 'member',
  command: true,
  reply: commandAnswer,
} as const;
const path = '/api/designs/{designId}';

/** Problems of a design: anybody with an account raises one, and none of them stops anything. */
export function problemRoutes(parts: Parts): AnyRoute[] {
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
