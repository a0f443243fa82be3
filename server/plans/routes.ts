import { z } from 'zod';
import { revisionNumber } from '../../shared/designs/partLines.ts';
import { buildId, designId, workshopId } from '../../shared/identifiers.ts';
import { planView } from '../../shared/plans/views.ts';
import { authorise } from '../authorisation/policy.ts';
import { enterBuild } from '../builds/door.ts';
import { linesOf } from '../builds/lines.ts';
import { partsListOf, timesOf } from '../builds/missing.ts';
import { enterDesign } from '../designs/door.ts';
import { revisionOf } from '../designs/queries.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { workshopById } from '../workshops/queries.ts';
import { planFor } from './view.ts';

/** Things that one plan may be reckoned for. */
const MOST_THINGS = 200;

const read = { method: 'get', tag: 'builds', access: 'public', scopes: ['workshops:read'] } as const;

/** How lines are to be met: made anew at each reading, from what lies where at that moment. */
export function planRoutes(parts: Pick<Parts, 'views' | 'designs'>): AnyRoute[] {
  const { views, designs } = parts;
  return [
    defineRoute({
      ...read,
      path: '/api/builds/{buildId}/plan',
      summary:
        'How each line can be met: shelves here and nearby, things, scrap, builds that make it, buying',
      params: z.strictObject({ buildId }),
      reply: planView,
      handle: async (request) => {
        const build = enterBuild(views, request, request.params.buildId, 'build.read');
        const { lines } = partsListOf(parts, build);
        const { of, workshopId: here } = build;
        const subject = { build, of, workshopId: here, things: timesOf(build), lines };
        return { body: await planFor(views, subject), momentary: true };
      },
    }),
    defineRoute({
      ...read,
      path: '/api/designs/{designId}/revisions/{revision}/plan',
      summary: 'The same before there is a build: what a workshop would have, and what it would buy',
      params: z.strictObject({ designId, revision: z.coerce.number().pipe(revisionNumber) }),
      query: z.strictObject({
        workshop: workshopId,
        things: z.coerce.number().int().min(1).max(MOST_THINGS).default(1),
      }),
      reply: planView,
      handle: async (request) => {
        const { designId: id } = enterDesign(views, request, 'design.read');
        const { workshop: here, things } = request.query;
        const { revision } = request.params;
        if (!workshopById(views, here)) throw new HttpProblem('not-found', 'There is no such workshop.');
        const { requester, now } = request;
        authorise(views, requester, 'stock.read', { workshopId: here }, now);
        const known = revisionOf(views, id, revision);
        if (!known) throw new HttpProblem('not-found', 'This design has no such revision.');
        const content = designs.read(known.contentId);
        if (!content) throw new HttpProblem('not-found', 'What this revision said was withdrawn.');
        const lines = linesOf(content.parts, things, [], new Map());
        const subject = { build: null, of: { designId: id, revision }, workshopId: here, things, lines };
        return { body: await planFor(views, subject), momentary: true };
      },
    }),
  ];
}
