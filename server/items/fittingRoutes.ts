import { z } from 'zod';
import { fittingId, itemId } from '../../shared/identifiers.ts';
import { fitPart, recoverFrom, takeBackFact, takeOut } from '../../shared/items/commands.ts';
import { idMadeBy } from '../commands/givenBy.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { answered, change, pathOf, textOf, worded } from './change.ts';
import { itemCommands } from './commands.ts';
import { enterItem, enterNamed } from './door.ts';
import { outcomeOfFitting } from './fittingOutcome.ts';
import { fittingById, fittingsOf, itemById, whereIs } from './queries.ts';

const ofFitting = z.strictObject({ itemId, fittingId });

/** Putting parts into things and taking them out. */
export function fittingRoutes(parts: Pick<Parts, 'commands' | 'views'>): AnyRoute[] {
  const { commands, views } = parts;
  const define = itemCommands({ views });
  const fittingOf = ({ params }: { params: z.infer<typeof ofFitting> }) => {
    const fitting = fittingById(views, params.fittingId);
    if (fitting?.itemId !== params.itemId) throw new HttpProblem('not-found', 'There is no such fitting.');
    return fitting;
  };
  return [
    defineRoute({
      ...change,
      path: '/api/things/{itemId}/fit',
      summary: 'Put a part into another thing, or into one that a build is making',
      body: fitPart,
      handle: async (request) => {
        const { itemId } = enterItem(views, request, 'item.change');
        const { reason, infer = false, at = null, substitutes = false, into, ...rest } = request.body;
        const { buildId = null, line = null, step = null } = rest;
        enterNamed(views, request, { buildId, otherId: into });
        const fittingId = idMadeBy(request, 'fitting');
        const text = textOf(idMadeBy(request, 'substitutionReason'), 'substitutionReason', reason);
        const where = { buildId, line, step, substitutes, reasonId: text?.id ?? null };
        const by = request.memberId();
        const command = { type: 'FitPart', itemId, fittingId, into, ...where, infer, at, by } as const;
        const outcome = await commands.handle(define.FitPart, worded(request, command, [text]));
        const undo = { path: pathOf(itemId, `fittings/${fittingId}/take-back`), body: {} };
        return answered(outcomeOfFitting(views, fittingId, outcome), fittingId, undo, true);
      },
    }),
    defineRoute({
      ...change,
      path: '/api/things/{itemId}/take-out',
      summary: 'Take a part out of what it is in; it comes onto a shelf',
      body: takeOut,
      handle: async (request) => {
        const { itemId, fittingId: fitted } = enterItem(views, request, 'item.change');
        const { from = null, workshopId = null, grade = null, shelf = null, ...rest } = request.body;
        const { buildId = null, infer = false, at = null } = rest;
        enterNamed(views, request, { buildId, otherId: from });
        const fittingId = idMadeBy(request, 'fitting');
        const out = { from, workshopId, grade, shelf, buildId, infer, at, by: request.memberId() };
        const command = { type: 'RecoverPart', itemId, fittingId, ...out } as const;
        const outcome = await commands.handle(define.RecoverPart, worded(request, command, []));
        // Sent again after it was done, it is in nothing any more: what it was in last is what it was taken out of.
        const last = fitted ?? fittingsOf(views, itemId).at(-1)?.fittingId;
        const of = fittingById(views, fittingId) ? fittingId : (last ?? fittingId);
        const path = pathOf(itemId, `fittings/${of}/recovery/take-back`);
        return answered(outcome, itemId, { path, body: {} });
      },
    }),
    defineRoute({
      ...change,
      path: '/api/things/{itemId}/recover-from',
      summary: 'Register a part that came out of a thing and was never written down',
      body: recoverFrom,
      handle: async (request) => {
        const whole = enterItem(views, request, 'item.change');
        const { description, line = null, grade = null, shelf = null, note, at = null } = request.body;
        const { buildId = null } = request.body;
        enterNamed(views, request, { buildId });
        const itemId = idMadeBy(request, 'thing');
        const noted = textOf(idMadeBy(request, 'thingNote'), 'thingNote', note);
        const workshopId = request.body.workshopId ?? whereIs(views, whole.itemId) ?? whole.workshopId;
        const command = {
          type: 'ReceiveItem',
          itemId,
          workshopId,
          description,
          owner: whole.owner,
          serial: null,
          how: 'recovered',
          from: { itemId: whole.itemId, line, buildId },
          grade,
          shelf,
          price: null,
          noteId: noted?.id ?? null,
          at,
          by: request.memberId(),
        } as const;
        const outcome = await commands.handle(define.ReceiveItem, worded(request, command, [noted]));
        return answered(outcome, itemId, { path: pathOf(itemId, 'take-back'), body: {} }, true);
      },
    }),
    defineRoute({
      ...change,
      path: '/api/things/{itemId}/fittings/{fittingId}/take-back',
      summary: 'A part was never put in there: it was written down by mistake',
      params: ofFitting,
      body: takeBackFact,
      handle: async (request) => {
        const { itemId } = enterItem(views, request, 'item.change');
        const { fittingId, into, start, buildId, line, step, substitutes } = fittingOf(request);
        const command = { type: 'TakeBackFitting', itemId, fittingId, by: request.memberId() } as const;
        const outcome = await commands.handle(define.TakeBackFitting, worded(request, command, []));
        const again = { into, buildId, line, step, substitutes: substitutes === 1 };
        const at = new Date(start).toISOString();
        return answered(outcome, fittingId, { path: pathOf(itemId, 'fit'), body: { ...again, at } });
      },
    }),
    defineRoute({
      ...change,
      path: '/api/things/{itemId}/fittings/{fittingId}/recovery/take-back',
      summary: 'A part was never taken out of there: it was written down by mistake',
      params: ofFitting,
      body: takeBackFact,
      handle: async (request) => {
        const { itemId } = enterItem(views, request, 'item.change');
        const { fittingId } = fittingOf(request);
        const { workshopId, shelf, grade } = itemById(views, itemId) ?? {};
        const command = { type: 'TakeBackRecovery', itemId, fittingId, by: request.memberId() } as const;
        const outcome = await commands.handle(define.TakeBackRecovery, worded(request, command, []));
        const undo = { path: pathOf(itemId, 'take-out'), body: { workshopId, shelf, grade } };
        return answered(outcome, fittingId, undo);
      },
    }),
  ];
}
