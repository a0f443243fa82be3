import { z } from 'zod';
import { buildId, designId, itemId, problemId } from '../../shared/identifiers.ts';
import { designFigures, networkFigures } from '../../shared/network/figureViews.ts';
import { madeWithView, thingOrigin, traceView, usedInView } from '../../shared/network/graphViews.ts';
import { impactCounts, impactView, myDangers } from '../../shared/network/impactViews.ts';
import { momentsView } from '../../shared/network/momentViews.ts';
import { authorise } from '../authorisation/policy.ts';
import { commercialPriceOf } from '../designs/commercialPrice.ts';
import { enterDesign } from '../designs/door.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import { enterItem } from '../items/door.ts';
import type { Sources, Viewer } from '../items/views/naming.ts';
import { buildById } from './builds.ts';
import { designFiguresOf, networkFiguresOf } from './figures.ts';
import { madeWithOf, networkGraph } from './graph.ts';
import { impactCountsOf, impactViewOf } from './impactView.ts';
import { momentsOfBuild, momentsOfThing } from './moments.ts';
import { myDangersOf } from './myDangers.ts';
import { originOf } from './origin.ts';
import { Remembered } from './remembered.ts';
import { usedIn } from './usedIn.ts';
import { traceOf } from './walking.ts';

const read = { method: 'get', tag: 'network', access: 'public' } as const;
const ofThing = { ...read, params: z.strictObject({ itemId }), scopes: ['machines:read'] } as const;
const thing = '/api/things/{itemId}';

const NONE = {
  thing: 'There is no such thing.',
  build: 'There is no such build.',
  problem: 'There is no such problem.',
};

/** What there is, or the problem that there is none. @throws {HttpProblem} not-found */
function found<View>(view: View | null, what: keyof typeof NONE): View {
  if (view === null) throw new HttpProblem('not-found', NONE[what]);
  return view;
}

/** Who made what with what, what was where, and whom a problem concerns. */
export function networkRoutes(sources: Sources): AnyRoute[] {
  const { views } = sources;
  const graph = new Remembered(() => networkGraph(views));
  const figures = new Remembered(() => networkFiguresOf(views));
  const readAnywhere = ({ requester, now }: Viewer, action: 'item.read' | 'build.read') =>
    authorise(views, requester, action, { workshopId: null }, now);
  return [
    defineRoute({
      ...ofThing,
      path: `${thing}/trace`,
      summary: 'What a thing came from, or what came of it, step by step',
      query: z.strictObject({ direction: z.enum(['back', 'forth']).default('back') }),
      reply: traceView,
      handle: (request) => {
        const item = enterItem(views, request, 'item.read');
        return { body: found(traceOf(views, item.itemId, request.query.direction), 'thing') };
      },
    }),
    defineRoute({
      ...ofThing,
      path: `${thing}/used-in`,
      summary: 'What a thing is and was in, and what was made with it',
      reply: usedInView,
      handle: (request) => {
        const item = enterItem(views, request, 'item.read');
        return { body: found(usedIn(views, item.itemId), 'thing') };
      },
    }),
    defineRoute({
      ...ofThing,
      path: `${thing}/origin`,
      summary: 'Where and with which machines a thing was made',
      reply: thingOrigin,
      handle: (request) => {
        const item = enterItem(views, request, 'item.read');
        return { body: { made: originOf(views, item.itemId) } };
      },
    }),
    defineRoute({
      ...ofThing,
      path: `${thing}/made-with`,
      summary: 'A thing among what it was made with and made of, and what came of it, as a graph',
      reply: madeWithView,
      handle: (request) => {
        const item = enterItem(views, request, 'item.read');
        return { body: found(madeWithOf(views, item.itemId), 'thing') };
      },
    }),
    defineRoute({
      ...ofThing,
      path: `${thing}/moments`,
      summary: 'The history of a thing, to be run through moment by moment',
      reply: momentsView,
      handle: (request) => {
        const item = enterItem(views, request, 'item.read');
        return { body: found(momentsOfThing(views, item.itemId), 'thing') };
      },
    }),
    defineRoute({
      ...read,
      path: '/api/builds/{buildId}/moments',
      summary: 'The history of a build, to be run through moment by moment',
      scopes: ['workshops:read'],
      params: z.strictObject({ buildId }),
      reply: momentsView,
      handle: (request) => {
        const build = found(buildById(views, request.params.buildId), 'build');
        const { workshopId } = build;
        authorise(views, request.requester, 'build.read', { workshopId }, request.now);
        return { body: found(momentsOfBuild(views, build.buildId), 'build') };
      },
    }),
    defineRoute({
      ...read,
      path: '/api/network/made-with',
      summary: 'Which machines made which things, over the whole network',
      scopes: ['machines:read'],
      reply: madeWithView,
      handle: async (request) => {
        readAnywhere(request, 'item.read');
        return { body: await graph.answer(views.position()) };
      },
    }),
    defineRoute({
      ...read,
      path: '/api/network/figures',
      summary:
        'How much is reused and made with what the network made, each figure with the data that it rests on',
      scopes: ['machines:read'],
      reply: networkFigures,
      handle: async (request) => {
        readAnywhere(request, 'item.read');
        return { body: await figures.answer(views.position()) };
      },
    }),
    defineRoute({
      ...read,
      path: '/api/designs/{designId}/figures',
      summary: 'Where things of a design are used, their lives, what making one takes',
      scopes: ['machines:read'],
      params: z.strictObject({ designId }),
      reply: designFigures,
      handle: (request) => {
        const design = enterDesign(views, request, 'design.read');
        const { designId } = design;
        return { body: designFiguresOf(views, designId, commercialPriceOf(sources, designId)) };
      },
    }),
    defineRoute({
      ...read,
      path: '/api/designs/{designId}/impacts',
      summary: 'How many physical things each problem of a design concerns',
      scopes: ['machines:read'],
      params: z.strictObject({ designId }),
      reply: impactCounts,
      handle: (request) => ({ body: impactCountsOf(sources, enterDesign(views, request, 'design.read')) }),
    }),
    defineRoute({
      method: 'get',
      tag: 'network',
      access: 'member',
      path: '/api/me/dangers',
      summary: 'Open safety problems of the things that you own, have, or look after as a steward',
      reply: myDangers,
      handle: (request) => ({ body: { problems: myDangersOf(sources, request.memberId()) } }),
    }),
    defineRoute({
      ...read,
      path: '/api/designs/{designId}/problems/{problemId}/impact',
      summary: 'Every physical thing that a problem of a design concerns, and what its holders did about it',
      scopes: ['machines:read'],
      params: z.strictObject({ designId, problemId }),
      query: z.strictObject({ from: z.coerce.number().int().min(0).max(1_000_000).default(0) }),
      reply: impactView,
      handle: async (request) => {
        const design = enterDesign(views, request, 'design.read');
        const { params, query } = request;
        const view = await impactViewOf(sources, design, params.problemId, query.from, request);
        return { body: found(view, 'problem'), momentary: true };
      },
    }),
  ];
}
