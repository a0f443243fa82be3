import { z } from 'zod';
import { entitledView } from '../../shared/bookings/views.ts';
import { machineId } from '../../shared/identifiers.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import { enterMachine } from '../machines/door.ts';
import { memberIdsIn } from '../members/queries.ts';
import type { Parts } from '../parts.ts';
import { calendarFacts } from './facts.ts';
import { missingCompetences } from './missing.ts';

/** Those who may use a machine: whom its people can pass a booking to, hand it over to, or ask to supervise. */
export function entitledRoutes({ views, names }: Pick<Parts, 'views' | 'names'>): AnyRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/machines/{machineId}/entitled',
      summary:
        'Who else has the competences that a machine asks for, by name; for the people of its workshop',
      tag: 'bookings',
      access: 'member',
      scopes: ['bookings:read'],
      params: z.strictObject({ machineId }),
      reply: entitledView,
      handle: (request) => {
        const { machine } = enterMachine(views, request, 'booking.readHolder');
        const { now } = request;
        const others = memberIdsIn(views, machine.workshopId, now).filter((id) => id !== request.memberId());
        const facts = calendarFacts(views, machine.machineId, others, now);
        const able = others.filter((memberId) => missingCompetences(facts, memberId).length === 0);
        const nameOf = names.of(new Set(able));
        const people = able.map((memberId) => ({ memberId, name: nameOf.get(memberId) ?? null }));
        return { body: { people: people.toSorted((a, b) => (a.name ?? '').localeCompare(b.name ?? '')) } };
      },
    }),
  ];
}
