import { z } from 'zod';
import { itemId, repairId } from '../../shared/identifiers.ts';
import {
  consumeThing,
  giveThing,
  lendThing,
  modifyThing,
  moveThing,
  repairThing,
  returnThing,
  scrapThing,
  splitThing,
  takeBackFact,
} from '../../shared/items/commands.ts';
import { idMadeBy } from '../commands/givenBy.ts';
import { derivedId } from '../commands/identity.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { endAgain, workAgain } from './again.ts';
import { answered, change, pathOf, textOf, worded } from './change.ts';
import { itemCommands } from './commands.ts';
import { cutsOf, splitIn } from './cutting.ts';
import { enterItem, enterNamed } from './door.ts';
import { outcomeOfEnd } from './fittingOutcome.ts';

/** Where a thing goes, who has it, whose it is, what is done to it, and how it ends. */
export function lifeRoutes(parts: Pick<Parts, 'commands' | 'views' | 'store' | 'texts'>): AnyRoute[] {
  const { commands, views, store, texts } = parts;
  const define = itemCommands({ views });
  const endTakenBack = (id: string) => ({ path: pathOf(id, 'end/take-back'), body: {} });
  return [
    defineRoute({
      ...change,
      path: '/api/things/{itemId}/move',
      summary: 'Move a thing to another shelf or another workshop; what is inside moves along',
      body: moveThing,
      handle: async (request) => {
        const { itemId, workshopId: before, shelf: shelfBefore } = enterItem(views, request, 'item.change');
        const { workshopId, shelf = null, at = null, infer = false } = request.body;
        const by = request.memberId();
        const command = { type: 'MoveItem', itemId, workshopId, shelf, at, infer, by } as const;
        const outcome = await commands.handle(define.MoveItem, worded(request, command, []));
        const back = { workshopId: before, shelf: shelfBefore };
        return answered(outcome, itemId, { path: pathOf(itemId, 'move'), body: back });
      },
    }),
    defineRoute({
      ...change,
      path: '/api/things/{itemId}/lend',
      summary: 'Lend a thing to somebody',
      body: lendThing,
      handle: async (request) => {
        const { itemId } = enterItem(views, request, 'item.change');
        const { to, until = null, at = null, infer = false } = request.body;
        const loanId = idMadeBy(request, 'loan');
        const by = request.memberId();
        const command = { type: 'LendItem', itemId, loanId, to, until, at, infer, by } as const;
        const outcome = await commands.handle(define.LendItem, worded(request, command, []));
        return answered(outcome, loanId, { path: pathOf(itemId, 'return'), body: {} }, true);
      },
    }),
    defineRoute({
      ...change,
      path: '/api/things/{itemId}/return',
      summary: 'Say that a thing was given back',
      body: returnThing,
      handle: async (request) => {
        const { itemId, holder, loanUntil } = enterItem(views, request, 'item.change');
        const { grade = null, at = null } = request.body;
        const by = request.memberId();
        const command = { type: 'ReturnItem', itemId, grade, at, infer: false, by } as const;
        const outcome = await commands.handle(define.ReturnItem, worded(request, command, []));
        const until =
          loanUntil !== null && loanUntil > request.now ? new Date(loanUntil).toISOString() : null;
        const again = holder && { path: pathOf(itemId, 'lend'), body: { to: holder, until } };
        return answered(outcome, itemId, again);
      },
    }),
    defineRoute({
      ...change,
      path: '/api/things/{itemId}/give',
      summary: 'Give a thing to somebody, with all rights in it',
      body: giveThing,
      handle: async (request) => {
        const { itemId, owner } = enterItem(views, request, 'item.give');
        const { to, at = null, infer = false } = request.body;
        const command = { type: 'GiveItem', itemId, to, at, infer, by: request.memberId() } as const;
        const outcome = await commands.handle(define.GiveItem, worded(request, command, []));
        return answered(outcome, itemId, { path: pathOf(itemId, 'give'), body: { to: owner } });
      },
    }),
    defineRoute({
      ...change,
      path: '/api/things/{itemId}/repair',
      summary: 'Note that a thing was repaired',
      body: repairThing,
      handle: async (request) => {
        const { itemId } = enterItem(views, request, 'item.change');
        const { buildId = null, note, at = null } = request.body;
        enterNamed(views, request, { buildId });
        const id = idMadeBy(request, 'repair');
        const text = textOf(idMadeBy(request, 'repairNote'), 'repairNote', note);
        const what = { itemId, repairId: id, buildId, noteId: text?.id ?? null, at, infer: false };
        const command = { type: 'RepairItem', ...what, by: request.memberId() } as const;
        const outcome = await commands.handle(define.RepairItem, worded(request, command, [text]));
        return answered(outcome, id, { path: pathOf(itemId, `repairs/${id}/take-back`), body: {} }, true);
      },
    }),
    defineRoute({
      ...change,
      path: '/api/things/{itemId}/modify',
      summary: 'Note that a thing was modified: what revision of a design it is from now on',
      body: modifyThing,
      handle: async (request) => {
        const { itemId } = enterItem(views, request, 'item.change');
        const { of, buildId = null, note, at = null } = request.body;
        enterNamed(views, request, { buildId });
        const id = idMadeBy(request, 'repair');
        const text = textOf(idMadeBy(request, 'modificationNote'), 'modificationNote', note);
        const what = { itemId, repairId: id, of, buildId, noteId: text?.id ?? null, at, infer: false };
        const command = { type: 'ModifyItem', ...what, by: request.memberId() } as const;
        const outcome = await commands.handle(define.ModifyItem, worded(request, command, [text]));
        return answered(outcome, id, { path: pathOf(itemId, `repairs/${id}/take-back`), body: {} }, true);
      },
    }),
    defineRoute({
      ...change,
      path: '/api/things/{itemId}/repairs/{repairId}/take-back',
      summary: 'A thing was neither repaired nor modified: it was written down by mistake',
      params: z.strictObject({ itemId, repairId }),
      body: takeBackFact,
      handle: async (request) => {
        const { itemId } = enterItem(views, request, 'item.change');
        const { repairId: id } = request.params;
        const command = { type: 'TakeBackRepair', itemId, repairId: id, by: request.memberId() } as const;
        const again = await workAgain(store, texts, itemId, id);
        const outcome = await commands.handle(define.TakeBackRepair, worded(request, command, []));
        return answered(outcome, itemId, again);
      },
    }),
    defineRoute({
      ...change,
      path: '/api/things/{itemId}/split',
      summary: 'Cut a thing into pieces, which are things of their own',
      body: splitThing,
      handle: async (request) => {
        const { itemId } = enterItem(views, request, 'item.change');
        const { at = null, infer = false } = request.body;
        const pieces = request.body.pieces.map((description, index) => ({
          itemId: idMadeBy(request, `piece ${index}`),
          description,
        }));
        const by = request.memberId();
        const command = { type: 'SplitItem', itemId, pieces, at, infer, by } as const;
        const given = await commands.handle(define.SplitItem, worded(request, command, []));
        const outcome = outcomeOfEnd(views, itemId, given);
        if (outcome.outcome !== 'accepted') return answered(outcome, itemId, null);
        // A reaction would do it; but whoever cut them sees them at once.
        let seen = outcome.seen;
        for (const cut of cutsOf(views, await splitIn(store, itemId))) {
          const commandId = derivedId(request.commandId, cut.itemId);
          const done = await commands.handle(define.CutItem, { ...worded(request, cut, []), commandId });
          seen &&= done.outcome === 'accepted' && done.seen;
        }
        return answered({ ...outcome, seen }, itemId, endTakenBack(itemId));
      },
    }),
    defineRoute({
      ...change,
      path: '/api/things/{itemId}/scrap',
      summary: 'Scrap a thing, by weight and material; what is inside can still be taken out',
      body: scrapThing,
      handle: async (request) => {
        const { machine, ...item } = enterItem(views, request, 'item.change');
        if (machine === 'inService') enterItem(views, request, 'machine.retire');
        const { itemId } = item;
        const { massKilograms = item.massKilograms, material = item.material, reason } = request.body;
        const { buildId = null, at = null, infer = false } = request.body;
        enterNamed(views, request, { buildId });
        const text = textOf(idMadeBy(request, 'scrappingReason'), 'scrappingReason', reason);
        const what = { itemId, buildId, massKilograms, material, reasonId: text?.id ?? null, at, infer };
        const command = { type: 'ScrapItem', ...what, by: request.memberId() } as const;
        const outcome = await commands.handle(define.ScrapItem, worded(request, command, [text]));
        return answered(outcome, itemId, endTakenBack(itemId));
      },
    }),
    defineRoute({
      ...change,
      path: '/api/things/{itemId}/consume',
      summary: 'Note that a thing was used up',
      body: consumeThing,
      handle: async (request) => {
        const { itemId } = enterItem(views, request, 'item.change');
        const { buildId = null, line = null, at = null, infer = false } = request.body;
        enterNamed(views, request, { buildId });
        const by = request.memberId();
        const command = { type: 'ConsumeItem', itemId, buildId, line, at, infer, by } as const;
        const outcome = await commands.handle(define.ConsumeItem, worded(request, command, []));
        return answered(outcomeOfEnd(views, itemId, outcome), itemId, endTakenBack(itemId));
      },
    }),
    defineRoute({
      ...change,
      path: '/api/things/{itemId}/end/take-back',
      summary:
        'A thing was neither used up nor scrapped nor cut, and is there: that was written down by mistake',
      body: takeBackFact,
      handle: async (request) => {
        const { itemId } = enterItem(views, request, 'item.change');
        const command = { type: 'TakeBackEnd', itemId, by: request.memberId() } as const;
        const again = await endAgain(store, texts, itemId);
        const outcome = await commands.handle(define.TakeBackEnd, worded(request, command, []));
        return answered(outcome, itemId, again);
      },
    }),
  ];
}
