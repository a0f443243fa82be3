import { z } from 'zod';
import { itemId, problemId } from '../../shared/identifiers.ts';
import { answerItemProblem, reopenItemProblem } from '../../shared/network/impactViews.ts';
import { idMadeBy } from '../commands/givenBy.ts';
import { problemOf } from '../designs/queriesOfTalk.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import { answered, change, pathOf, textOf, worded } from '../items/change.ts';
import { itemCommands } from '../items/commands.ts';
import { enterItem } from '../items/door.ts';
import { answersOfItem } from '../items/queries.ts';
import type { Parts } from '../parts.ts';

const ofProblem = { ...change, params: z.strictObject({ itemId, problemId }) } as const;

/** What the holders of a thing say to a problem of the revision that it is. */
export function itemProblemRoutes(parts: Pick<Parts, 'commands' | 'views'>): AnyRoute[] {
  const { commands, views } = parts;
  const define = itemCommands({ views });
  const known = (designId: string, id: string) => {
    if (!problemOf(views, designId, id)) throw new HttpProblem('not-found', 'There is no such problem.');
  };
  return [
    defineRoute({
      ...ofProblem,
      path: '/api/things/{itemId}/problems/{problemId}/answer',
      summary: 'Say that a problem is fixed on a thing, or why it does not concern it',
      body: answerItemProblem,
      handle: async (request) => {
        const { itemId } = enterItem(views, request, 'item.change');
        const { designId, answer, reason } = request.body;
        const { problemId } = request.params;
        known(designId, problemId);
        const reasonId = idMadeBy(request, 'itemProblemReason');
        const text = textOf(reasonId, 'itemProblemReason', reason);
        const about = { itemId, designId, problemId, answer, by: request.memberId() };
        const said = { reasonId: text === null ? null : reasonId, at: null };
        const command = { type: 'AnswerItemProblem', ...about, ...said } as const;
        const outcome = await commands.handle(define.AnswerItemProblem, worded(request, command, [text]));
        const undo = { path: pathOf(itemId, `problems/${problemId}/reopen`), body: { designId } };
        return answered(outcome, itemId, undo);
      },
    }),
    defineRoute({
      ...ofProblem,
      path: '/api/things/{itemId}/problems/{problemId}/reopen',
      summary: 'Say that a problem is still open on a thing',
      body: reopenItemProblem,
      handle: async (request) => {
        const { itemId } = enterItem(views, request, 'item.change');
        const { designId } = request.body;
        const { problemId } = request.params;
        const before = answersOfItem(views, itemId).find((one) => one.problemId === problemId);
        const by = request.memberId();
        const command = { type: 'ReopenItemProblem', itemId, designId, problemId, by } as const;
        const outcome = await commands.handle(define.ReopenItemProblem, worded(request, command, []));
        const path = pathOf(itemId, `problems/${problemId}/answer`);
        // A reason that was given is not at hand any more: only `fixed` can be said again without one.
        const undo = before?.answer === 'fixed' ? { path, body: { designId, answer: 'fixed' } } : null;
        return answered(outcome, itemId, undo);
      },
    }),
  ];
}
