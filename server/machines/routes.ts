import { z } from 'zod';
import { labelCode, machineId, workshopId } from '../../shared/identifiers.ts';
import { labelView, machineHistory, machineList, machineView } from '../../shared/machines/views.ts';
import { allowedActions, isAllowed } from '../authorisation/policy.ts';
import { withdrawalOf } from '../files/queries.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { competenceName, workshopById } from '../workshops/queries.ts';
import { carrierOf } from './carriers.ts';
import { enterMachine } from './door.ts';
import { historyOf, parseCursor } from './history.ts';
import { labelAsTyped } from './label.ts';
import { lenderOf, machineSummaryOf } from './machineViews.ts';
import { allMachines, type Machine, machineById, machinesOf } from './queries.ts';

const params = z.strictObject({ machineId });
const tag = 'machines';
const scopes = ['machines:read'];

const matches = ({ name, kind, maker, model, labelCode: code }: Machine, words: string) =>
  [name, kind, maker ?? '', model ?? '', code].join(' ').toLowerCase().includes(words.toLowerCase());

/** Finding machines and reading about them. */
export function machineRoutes(parts: Pick<Parts, 'views' | 'names' | 'texts' | 'store'>): AnyRoute[] {
  const { views } = parts;
  return [
    defineRoute({
      method: 'get',
      path: '/api/machines',
      summary: 'Machines of all workshops or of one; with free=now those that you can use at once',
      tag,
      access: 'public',
      scopes,
      query: z.strictObject({
        workshop: workshopId.optional(),
        free: z.literal('now').optional(),
        q: z.string().trim().max(80).optional(),
      }),
      reply: machineList,
      handle: (request) => {
        const { workshop: only, free, q } = request.query;
        const { requester, now } = request;
        const found = (only === undefined ? allMachines(views) : machinesOf(views, only)).flatMap(
          (machine) => {
            const workshop = workshopById(views, machine.workshopId);
            const scope = { workshopId: machine.workshopId };
            if (!workshop || machine.retired || (q && !matches(machine, q))) return [];
            if (!isAllowed(views, requester, 'machine.read', scope, now)) return [];
            const summary = machineSummaryOf(parts, machine, workshop, request);
            const { availability } = summary;
            const isFree =
              availability.answer === 'free' || (availability.answer === 'signIn' && availability.freeNow);
            return free === undefined || isFree ? [summary] : [];
          },
        );
        return { body: { machines: found } };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/machines/{machineId}',
      summary: 'One machine: what it is, what it asks for, whether you can use it now',
      tag,
      access: 'public',
      scopes,
      params,
      reply: machineView,
      handle: (request) => {
        const { machine, workshop } = enterMachine(views, request, 'machine.read');
        const scope = { workshopId: machine.workshopId };
        const body = {
          ...machineSummaryOf(parts, machine, workshop, request),
          requiredCompetenceNames: machine.requiredCompetences.map((id) => competenceName(views, id) ?? ''),
          dependsOnNames: machine.dependsOn.map((id) => machineById(views, id)?.name ?? ''),
          lentBy: lenderOf(parts, machine, request),
          manual: machine.manual && withdrawalOf(views, machine.manual.fileId) ? null : machine.manual,
          allowedActions: allowedActions(views, request.requester, scope, request.now).filter(
            (action) => action.startsWith('machine.') || action.startsWith('booking.'),
          ),
          revision: machine.revision,
        };
        return { body, revision: machine.revision, momentary: true };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/machines/{machineId}/availability',
      summary: 'Whether you can use a machine now, by the rules that decide on bookings',
      tag,
      access: 'public',
      scopes,
      params,
      reply: machineView.shape.availability,
      handle: (request) => {
        const { machine, workshop } = enterMachine(views, request, 'machine.read');
        return { body: machineSummaryOf(parts, machine, workshop, request).availability };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/machines/{machineId}/history',
      summary: 'The story of a machine from its events, newest first',
      tag,
      access: 'public',
      scopes,
      params,
      query: z.strictObject({ before: z.string().max(40).optional() }),
      reply: machineHistory,
      handle: async (request) => {
        const { machine, workshop } = enterMachine(views, request, 'machine.read');
        const { before } = request.query;
        const cursor = before === undefined ? undefined : parseCursor(before);
        if (before !== undefined && cursor === undefined) {
          const mistakes = [{ path: 'query.before', message: 'is not what a page of the history named' }];
          throw new HttpProblem('invalid-request', undefined, { mistakes });
        }
        const { requester, now } = request;
        const scope = { workshopId: machine.workshopId };
        const isInsider = isAllowed(views, requester, 'booking.readHolder', scope, now);
        return {
          body: await historyOf(parts, machine.machineId, workshop.timeZone, cursor, isInsider),
        };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/labels/{code}',
      summary: 'What carries the code on a label: a machine, a thing, or a bin on a shelf',
      tag,
      access: 'public',
      scopes,
      params: z.strictObject({ code: z.string().min(4).max(20) }),
      reply: labelView,
      handle: ({ params: { code } }) => {
        const typed = labelCode.safeParse(labelAsTyped(code));
        const carrier = typed.success ? carrierOf(views, typed.data) : null;
        if (!carrier) throw new HttpProblem('not-found', 'Nothing carries this code.');
        return { body: carrier };
      },
    }),
  ];
}
