import { z } from 'zod';
import { interfaceKinds } from '../../shared/designs/interfaces.ts';
import { workshopId } from '../../shared/identifiers.ts';
import { salvageList } from '../../shared/items/views.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { findSalvage } from './salvage.ts';

const millimetres = z.coerce.number().positive().max(1e6);

/** "A shaft of 1.25 in, at least 8 in long, within 50 km." */
export function salvageRoute(parts: Pick<Parts, 'views' | 'designs'>): AnyRoute {
  return defineRoute({
    method: 'get',
    path: '/api/salvage',
    summary: 'Recovered parts by what they fit, their size in millimetres and how far away they are',
    tag: 'things',
    access: 'public',
    scopes: ['machines:read'],
    query: z.strictObject({
      kind: z.enum(interfaceKinds).optional(),
      diameter: millimetres.optional(),
      'least-length': millimetres.optional(),
      words: z.string().trim().max(80).optional(),
      workshop: workshopId.optional(),
      near: workshopId.optional(),
      kilometres: z.coerce.number().positive().max(20_100).optional(),
    }),
    reply: salvageList,
    handle: ({ query: { 'least-length': leastLength, ...query } }) => ({
      body: findSalvage(parts, { ...query, leastLength }),
    }),
  });
}
