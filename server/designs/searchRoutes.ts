import { z } from 'zod';
import { designList } from '../../shared/designs/catalogueViews.ts';
import { designCategory, technologyReadiness } from '../../shared/designs/content.ts';
import { interfaceKinds } from '../../shared/designs/interfaces.ts';
import { designId, workshopId } from '../../shared/identifiers.ts';
import { machineKind } from '../../shared/machines/words.ts';
import { isAllowed } from '../authorisation/policy.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { workshopById } from '../workshops/queries.ts';
import { searchDesigns } from './search/answer.ts';
import { designsByWords } from './search/catalogue.ts';
import { kindsAt } from './views/lacks.ts';

const DEFAULT_LIMIT = 24;

const query = z.strictObject({
  q: z.string().max(300).default(''),
  tag: z.string().max(40).optional(),
  category: designCategory.optional(),
  licence: z.string().max(200).optional(),
  readiness: technologyReadiness.optional(),
  interface: z.enum(interfaceKinds).optional(),
  /** Millimetres. */
  size: z.coerce.number().positive().max(1_000_000).optional(),
  side: z.enum(['offers', 'needs']).optional(),
  machine: machineKind.optional(),
  module: z.string().max(80).optional(),
  workshop: workshopId.optional(),
  makeable: z.enum(['true', 'false']).optional(),
  after: designId.optional(),
  limit: z.coerce.number().pipe(z.int().min(1).max(100)).default(DEFAULT_LIMIT),
});

/** The catalogue of designs. */
export function designSearchRoutes({ views }: Pick<Parts, 'views'>): AnyRoute[] {
  // Read while the program starts, so that nobody's first letter waits for it.
  designsByWords(views, '');
  return [
    defineRoute({
      method: 'get',
      path: '/api/designs',
      summary: 'Designs by words and filters, with counts of what the found ones are',
      tag: 'designs',
      access: 'public',
      scopes: ['workshops:read'],
      query,
      reply: designList,
      handle: ({ query: { q, after, limit, workshop, makeable, ...filters }, requester, now }) => {
        if (workshop === undefined && makeable === 'true') {
          const mistakes = [{ path: 'query.workshop', message: 'is needed to tell what can be made there' }];
          throw new HttpProblem('invalid-request', undefined, { mistakes });
        }
        if (workshop !== undefined && !workshopById(views, workshop)) {
          throw new HttpProblem('not-found', 'There is no such workshop.');
        }
        const mayRead =
          workshop !== undefined &&
          isAllowed(views, requester, 'machine.read', { workshopId: workshop }, now);
        const kinds = workshop !== undefined && mayRead ? kindsAt(views, workshop) : null;
        const kindsAtHand = makeable === 'true' ? (kinds ?? new Set()) : undefined;
        return {
          body: searchDesigns(views, { ...filters, words: q, after, limit, kindsThere: kinds, kindsAtHand }),
        };
      },
    }),
  ];
}
