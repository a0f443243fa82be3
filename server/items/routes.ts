import { z } from 'zod';
import { revisionNumber } from '../../shared/designs/partLines.ts';
import { designId, fileId, itemId, workshopId } from '../../shared/identifiers.ts';
import { describeThing, receiveThing, showThing, takeBackFact } from '../../shared/items/commands.ts';
import { takingApart, thingAt, thingList, thingStatus, thingView } from '../../shared/items/views.ts';
import { instant } from '../../shared/time.ts';
import { answerWithUndo } from '../commands/answerWithUndo.ts';
import { givenBy, idMadeBy } from '../commands/givenBy.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { enterWorkshop } from '../workshops/door.ts';
import { answered, change, pathOf, textOf, worded } from './change.ts';
import { itemCommands } from './commands.ts';
import { enterItem, mayWith } from './door.ts';
import { fittingRoutes } from './fittingRoutes.ts';
import { lifeRoutes } from './lifeRoutes.ts';
import { listThings } from './listing.ts';
import { salvageRoute } from './salvageRoute.ts';
import { serviceRoute } from './serviceRoute.ts';
import { takingApartOf } from './views/apart.ts';
import { thingRowOf } from './views/naming.ts';
import { descriptionOf, thingAtOf, thingViewOf } from './views/thing.ts';

const read = { method: 'get', tag: 'things', access: 'public', scopes: ['machines:read'] } as const;
const params = z.strictObject({ itemId });
const said = z.enum(['true', 'false']).transform((word) => word === 'true');
/** Things of one page. */
const PAGE = 100;

/** Finding things, reading their stories, and writing what happens to them. */
export function itemRoutes(parts: Parts): AnyRoute[] {
  return [
    ...readRoutes(parts),
    salvageRoute(parts),
    ...beginningRoutes(parts),
    ...descriptionRoutes(parts),
    ...fittingRoutes(parts),
    ...lifeRoutes(parts),
    serviceRoute(parts),
  ];
}

function readRoutes(parts: Parts): AnyRoute[] {
  const { views } = parts;
  return [
    defineRoute({
      ...read,
      path: '/api/things',
      summary: 'Things by name: those of a workshop, of a design, on a salvage shelf, or with words',
      query: z.strictObject({
        workshop: workshopId.optional(),
        status: thingStatus.optional(),
        design: designId.optional(),
        revision: z.coerce.number().pipe(revisionNumber).optional(),
        salvage: said.optional(),
        machines: said.optional(),
        words: z.string().trim().max(80).optional(),
        after: itemId.optional(),
        limit: z.coerce.number().int().min(1).max(PAGE).default(PAGE),
      }),
      reply: thingList,
      handle: ({ query: { limit, ...filter } }) => {
        const found = listThings(views, filter, limit + 1);
        const page = found.slice(0, limit);
        const next = found.length > limit ? (page.at(-1)?.itemId ?? null) : null;
        return { body: { things: page.map((item) => thingRowOf(parts, item)), next } };
      },
    }),
    defineRoute({
      ...read,
      path: '/api/things/{itemId}',
      summary: 'One thing: what it is, where, whose, inside of what, and its story',
      params,
      reply: thingView,
      handle: async (request) => {
        const item = enterItem(views, request, 'item.read');
        const body = await thingViewOf(parts, item, request);
        return { body, revision: body.revision, momentary: true };
      },
    }),
    defineRoute({
      ...read,
      path: '/api/things/{itemId}/at',
      summary: 'Where a thing was, whose, inside of what and with what inside, at a moment',
      params,
      query: z.strictObject({ instant }),
      reply: thingAt,
      handle: (request) => {
        const item = enterItem(views, request, 'item.read');
        return { body: thingAtOf(parts, item, Date.parse(request.query.instant), request) };
      },
    }),
    defineRoute({
      ...read,
      path: '/api/things/{itemId}/taking-apart',
      summary: 'What can be taken out of a thing, one by one',
      params,
      reply: takingApart,
      handle: (request) => {
        const item = enterItem(views, request, 'item.read');
        return { body: takingApartOf(parts, item, mayWith(views, item, request, 'item.change')) };
      },
    }),
  ];
}

function beginningRoutes({ commands, views }: Pick<Parts, 'commands' | 'views'>): AnyRoute[] {
  const define = itemCommands({ views });
  return [
    defineRoute({
      ...change,
      path: '/api/things',
      summary: 'Write down a thing that was bought, given or found, or is simply there',
      params: z.strictObject({}),
      body: receiveThing,
      handle: async (request) => {
        const { workshopId, description, serial = null, how, note, ...rest } = request.body;
        const { grade = null, shelf = null, price = null, at = null } = rest;
        enterWorkshop(views, { ...request, params: { workshopId } }, 'item.receive');
        const { owner = { kind: 'workshop', workshopId } as const } = rest;
        const itemId = idMadeBy(request, 'thing');
        const noted = textOf(idMadeBy(request, 'thingNote'), 'thingNote', note);
        const begun = { itemId, workshopId, description, owner, serial, how, from: null, grade, shelf };
        const by = request.memberId();
        const written = { price, noteId: noted?.id ?? null, at, by };
        const command = { type: 'ReceiveItem', ...begun, ...written } as const;
        const outcome = await commands.handle(define.ReceiveItem, worded(request, command, [noted]));
        return answered(outcome, itemId, { path: pathOf(itemId, 'take-back'), body: {} }, true);
      },
    }),
    defineRoute({
      ...change,
      path: '/api/things/{itemId}/take-back',
      summary: 'A thing never was: it was written down by mistake, and nothing was done with it',
      body: takeBackFact,
      handle: async (request) => {
        const { itemId } = enterItem(views, request, 'item.change');
        const command = { type: 'TakeBackItem', itemId, by: request.memberId() } as const;
        const outcome = await commands.handle(define.TakeBackItem, givenBy(request, command));
        return answered(outcome, itemId, { path: pathOf(itemId, 'end/take-back'), body: {} });
      },
    }),
  ];
}

function descriptionRoutes({
  commands,
  views,
  files,
}: Pick<Parts, 'commands' | 'views' | 'files'>): AnyRoute[] {
  const define = itemCommands({ views, files });
  return [
    defineRoute({
      ...change,
      method: 'put',
      path: '/api/things/{itemId}/description',
      summary: 'Describe a thing: its name, design, material, sizes and what it fits',
      body: describeThing,
      ifMatch: true,
      handle: async (request) => {
        const item = enterItem(views, request, 'item.change');
        const { itemId, revision } = item;
        const by = request.memberId();
        const command = { type: 'DescribeItem', itemId, description: request.body, by } as const;
        const outcome = await commands.handle(define.DescribeItem, givenBy(request, command));
        const undo = { method: 'put' as const, path: pathOf(itemId, 'description') };
        const about = { id: itemId, revisionBefore: Math.max(revision, 0) };
        return answerWithUndo(outcome, about, { ...undo, body: descriptionOf(item) });
      },
    }),
    defineRoute({
      ...change,
      path: '/api/things/{itemId}/photographs',
      summary: 'Show a photograph of a thing; the first one stands for it in lists',
      body: showThing,
      handle: async (request) => {
        const { itemId } = enterItem(views, request, 'item.change');
        const { fileId } = request.body;
        const command = { type: 'AddItemPhotograph', itemId, fileId, by: request.memberId() } as const;
        const outcome = await commands.handle(define.AddItemPhotograph, givenBy(request, command));
        return answered(outcome, itemId, {
          path: pathOf(itemId, `photographs/${fileId}/remove`),
          body: {},
        });
      },
    }),
    defineRoute({
      ...change,
      path: '/api/things/{itemId}/photographs/{fileId}/remove',
      summary: 'Show a photograph of a thing no more',
      params: z.strictObject({ itemId, fileId }),
      body: takeBackFact,
      handle: async (request) => {
        const { itemId } = enterItem(views, request, 'item.change');
        const { fileId } = request.params;
        const command = { type: 'RemoveItemPhotograph', itemId, fileId, by: request.memberId() } as const;
        const outcome = await commands.handle(define.RemoveItemPhotograph, givenBy(request, command));
        return answered(outcome, itemId, { path: pathOf(itemId, 'photographs'), body: { fileId } });
      },
    }),
  ];
}
