import { z } from 'zod';
import { itemId, problemId } from '../../shared/identifiers.ts';
import { answerItemProblem, reopenItemProblem } from '../../shared/network/impactViews.ts';
import type { Compensation } from '../commands/answerWithUndo.ts';
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
export function itemProblemRoutes(parts: Pick<Parts, 'commands' | 'views' | 'texts'>): AnyRoute[] {
  const { commands, views, texts } = parts;
  const define = itemCommands({ views });
  const enterProblem = (designId: string, id: string) => {
    if (!problemOf(views, designId, id)) throw new HttpProblem('not-found', 'There is no such problem.');
  };
  /** What had been said to a problem, as the command that says it once more; null: nothing. */
  const before = (itemId: string, problemId: string, designId: string) => {
    const said = answersOfItem(views, itemId).find((one) => one.problemId === problemId);
    if (!said) return null;
    const { answer, reasonId } = said;
    const reason = reasonId === null ? undefined : texts.of([reasonId]).get(reasonId);
    const again: Compensation = {
      path: pathOf(itemId, `problems/${problemId}/answer`),
      body: { designId, answer, reason },
    };
    // Nobody is exempted without a reason: where that was erased, it cannot be said again.
    return { ...said, again: answer === 'exempted' && reason === undefined ? null : again };
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
        enterProblem(designId, problemId);
        const reasonId = idMadeBy(request, 'itemProblemReason');
        const text = textOf(reasonId, 'itemProblemReason', reason);
        const about = { itemId, designId, problemId, answer, by: request.memberId() };
        const said = { reasonId: text === null ? null : reasonId, at: null };
        const command = { type: 'AnswerItemProblem', ...about, ...said } as const;
        const known = before(itemId, problemId, designId);
        // Of a request that came twice the first has been carried out already: what was before it nobody knows any more.
        const isRepeat = known?.answer === answer && known.reasonId === said.reasonId;
        const reopen = { path: pathOf(itemId, `problems/${problemId}/reopen`), body: { designId } };
        const undo = known === null || isRepeat ? reopen : known.again;
        const outcome = await commands.handle(define.AnswerItemProblem, worded(request, command, [text]));
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
        const undo = before(itemId, problemId, designId)?.again ?? null;
        const by = request.memberId();
        const command = { type: 'ReopenItemProblem', itemId, designId, problemId, by } as const;
        const outcome = await commands.handle(define.ReopenItemProblem, worded(request, command, []));
        return answered(outcome, itemId, undo);
      },
    }),
  ];
}
