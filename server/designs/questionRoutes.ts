import { z } from 'zod';
import { answerQuestion, askQuestion, noWords } from '../../shared/designs/commands.ts';
import { answerId, designId, questionId } from '../../shared/identifiers.ts';
import { answerWithUndo } from '../commands/answerWithUndo.ts';
import type { FreeText } from '../commands/definition.ts';
import { givenBy, idMadeBy } from '../commands/givenBy.ts';
import { answerCommand, commandAnswer } from '../http/answerCommand.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { designCommands } from './commands.ts';
import { enterDesign } from './door.ts';
import { questionOf } from './queriesOfTalk.ts';

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

/** Questions about a design, and answers to them, by anybody with an account. */
export function questionRoutes(parts: Parts): AnyRoute[] {
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
