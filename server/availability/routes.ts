import { z } from 'zod';
import { freeView } from '../../shared/availability/free.ts';
import { idleCapacityView } from '../../shared/availability/idle.ts';
import { workshopId } from '../../shared/identifiers.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { enterWorkshop } from '../workshops/door.ts';
import { freeFor } from './free.ts';
import { freeQuery } from './freeQuery.ts';
import { idleCapacity } from './idle.ts';

/** What could be booked, and what stood unused. */
export function availabilityRoutes({ views }: Pick<Parts, 'views'>): AnyRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/free',
      summary: 'What is free for you: the first gaps of machines across workshops, soonest first',
      tag: 'bookings',
      access: 'member',
      scopes: ['bookings:read'],
      query: freeQuery,
      reply: freeView,
      handle: (request) => ({ body: freeFor(views, request.memberId(), request.query, request.now) }),
    }),
    defineRoute({
      method: 'get',
      path: '/api/workshops/{workshopId}/idle-capacity',
      summary: 'How machines were taken in each hour of the week; of machines only, never of persons',
      tag: 'workshops',
      access: 'public',
      scopes: ['machines:read'],
      params: z.strictObject({ workshopId }),
      query: z.strictObject({ weeks: z.coerce.number().int().min(1).max(26).default(4) }),
      reply: idleCapacityView,
      handle: (request) => {
        const workshop = enterWorkshop(views, request, 'machine.read');
        return { body: idleCapacity(views, workshop, request.query.weeks, request.now) };
      },
    }),
  ];
}
