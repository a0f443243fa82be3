import { z } from 'zod';
import { machineId, planId } from '../../../shared/identifiers.ts';
import { maintenanceView } from '../../../shared/machines/careViews.ts';
import { dropMaintenance, maintenanceDone, planMaintenance } from '../../../shared/machines/commands.ts';
import { answerWithUndo } from '../../commands/answerWithUndo.ts';
import { givenBy, idMadeBy } from '../../commands/givenBy.ts';
import { commandAnswer } from '../../http/answerCommand.ts';
import { HttpProblem } from '../../http/problem.ts';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import type { Parts } from '../../parts.ts';
import { enterMachine } from '../door.ts';
import { carryOnReturning } from './carryOn.ts';
import { careCommands } from './commands.ts';
import { watched } from './maintenance.ts';
import { planView } from './planViews.ts';
import { planById, plansOf } from './queries.ts';

const ofMachine = z.strictObject({ machineId });
const ofPlan = z.strictObject({ machineId, planId });

/** Plans of maintenance: when it is due, when it would fit, and that it has been done. */
export function maintenanceRoutes(parts: Pick<Parts, 'commands' | 'views' | 'texts'>): AnyRoute[] {
  const { commands, views } = parts;
  const define = careCommands(views);
  const tag = 'machines';
  const change = {
    method: 'post',
    tag,
    access: 'member',
    scopes: ['machines:write'],
    command: true,
  } as const;
  const assertPlan = (params: z.infer<typeof ofPlan>) => {
    if (planById(views, params.planId)?.machineId === params.machineId) return;
    throw new HttpProblem('not-found', 'This maintenance is not planned, or not any more.');
  };
  return [
    defineRoute({
      method: 'get',
      path: '/api/machines/{machineId}/maintenance',
      summary: 'What care a machine needs and when; with a gap for it when it is due',
      tag,
      access: 'public',
      scopes: ['machines:read'],
      params: ofMachine,
      reply: maintenanceView,
      handle: (request) => {
        const { machine, workshop } = enterMachine(views, request, 'machine.read');
        const plans = plansOf(views, machine.machineId).flatMap((plan) => {
          const seen = watched(views, plan, request.now);
          return seen ? [planView(parts, seen, workshop.timeZone, request)] : [];
        });
        return { body: { plans } };
      },
    }),
    defineRoute({
      ...change,
      path: '/api/machines/{machineId}/maintenance-plans',
      summary: 'Plan maintenance by hours of use, by a meter or by the calendar',
      params: ofMachine,
      body: planMaintenance,
      reply: commandAnswer,
      handle: async (request) => {
        const { machineId } = enterMachine(views, request, 'machine.planCare').machine;
        const planId = idMadeBy(request, 'plan');
        const command = { type: 'PlanMaintenance', machineId, planId, plan: request.body } as const;
        const outcome = await commands.handle(define.PlanMaintenance, givenBy(request, command));
        const undo = { path: `/api/machines/${machineId}/maintenance-plans/${planId}/drop`, body: {} };
        return answerWithUndo(outcome, { id: planId, created: true }, undo);
      },
    }),
    defineRoute({
      ...change,
      path: '/api/machines/{machineId}/maintenance-plans/{planId}/drop',
      summary: 'Drop a maintenance plan',
      params: ofPlan,
      body: dropMaintenance,
      ifMatch: true,
      reply: commandAnswer,
      handle: async (request) => {
        const { machineId } = enterMachine(views, request, 'machine.planCare').machine;
        assertPlan(request.params);
        const { planId } = request.params;
        const command = { type: 'DropMaintenance', machineId, planId } as const;
        const outcome = await commands.handle(define.DropMaintenance, givenBy(request, command));
        return answerWithUndo(outcome, { id: planId }, null);
      },
    }),
    defineRoute({
      ...change,
      path: '/api/machines/{machineId}/maintenance-plans/{planId}/done',
      summary: 'Write down that maintenance has been done: it counts anew, and its outage ends',
      params: ofPlan,
      body: maintenanceDone,
      ifMatch: true,
      reply: commandAnswer,
      handle: async (request) => {
        const { machineId } = enterMachine(views, request, 'machine.repair').machine;
        assertPlan(request.params);
        const { planId } = request.params;
        const { at, note, minutes, reading } = request.body;
        const memberId = request.memberId();
        const noteId = note ? idMadeBy(request, 'maintenanceNote') : null;
        const written = note && noteId ? [{ id: noteId, kind: 'maintenanceNote', body: note }] : [];
        const command = {
          type: 'RecordMaintenance',
          machineId,
          planId,
          at: at === undefined ? null : Date.parse(at),
          noteId,
          minutes,
          reading: reading ?? null,
          doneBy: memberId,
        } as const;
        const done = await commands.handle(define.RecordMaintenance, givenBy(request, command, written));
        const outcome = await carryOnReturning(
          parts,
          done,
          { by: 'maintenance', machineId, planId, noteId },
          { actor: { kind: 'member', memberId }, commandId: request.commandId },
        );
        return answerWithUndo(outcome, { id: planId }, null);
      },
    }),
  ];
}
