import { z } from 'zod';
import { declareOutage, endOutage } from '../../shared/bookings/commands.ts';
import { machineId, outageId } from '../../shared/identifiers.ts';
import { answerWithUndo } from '../commands/answerWithUndo.ts';
import { givenBy, idMadeBy } from '../commands/givenBy.ts';
import { commandAnswer } from '../http/answerCommand.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import { faultById, planById } from '../machines/care/queries.ts';
import { enterMachine } from '../machines/door.ts';
import type { Parts } from '../parts.ts';
import type { ViewsReader } from '../views/reader.ts';
import { calendarCommands } from './commands.ts';
import { outageById } from './outages/queries.ts';

/** @throws {HttpProblem} not-found: the fault or the plan that it names is not one of this machine. */
function assertCause(
  views: ViewsReader,
  machineId: string,
  { faultId, planId }: { faultId?: string | undefined; planId?: string | undefined },
): void {
  if (faultId !== undefined && faultById(views, faultId)?.machineId !== machineId) {
    throw new HttpProblem('not-found', 'There is no such fault.');
  }
  if (planId !== undefined && planById(views, planId)?.machineId !== machineId) {
    throw new HttpProblem('not-found', 'This maintenance is not planned, or not any more.');
  }
}

/** Taking a machine out of service, and returning it. */
export function outageRoutes({ commands, views }: Pick<Parts, 'commands' | 'views'>): AnyRoute[] {
  const define = calendarCommands(views);
  return [
    defineRoute({
      method: 'post',
      path: '/api/machines/{machineId}/outages',
      summary: 'Take a machine out of service',
      tag: 'machines',
      access: 'member',
      scopes: ['machines:write'],
      params: z.strictObject({ machineId }),
      body: declareOutage,
      command: true,
      reply: commandAnswer,
      handle: async (request) => {
        const { kind = 'outOfOrder', start, end, reason, faultId, planId } = request.body;
        const action = kind === 'unsafe' ? 'machine.lockAsUnsafe' : 'machine.declareOutage';
        const { machineId, workshopId } = enterMachine(views, request, action).machine;
        assertCause(views, machineId, request.body);
        const outageId = idMadeBy(request, `outage ${machineId}`);
        const reasonId = idMadeBy(request, 'outageReason');
        const command = {
          type: 'DeclareOutage',
          outageId,
          machineId,
          workshopId,
          kind,
          start: start === undefined ? null : Date.parse(start),
          end: typeof end === 'string' ? Date.parse(end) : null,
          reasonId,
          faultId: faultId ?? null,
          planId: planId ?? null,
        } as const;
        const written = [{ id: reasonId, kind: 'outageReason', body: reason }];
        const outcome = await commands.handle(define.DeclareOutage, givenBy(request, command, written));
        const undo = { path: `/api/machines/${machineId}/outages/${outageId}/end`, body: {} };
        // What somebody locked as unsafe is not to be unlocked by a slip of the finger.
        return answerWithUndo(outcome, { id: outageId, created: true }, kind === 'unsafe' ? null : undo);
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/machines/{machineId}/outages/{outageId}/end',
      summary: 'Return a machine to service',
      tag: 'machines',
      access: 'member',
      scopes: ['machines:write'],
      params: z.strictObject({ machineId, outageId }),
      body: endOutage,
      command: true,
      ifMatch: true,
      reply: commandAnswer,
      handle: async (request) => {
        const { machineId, outageId } = request.params;
        const outage = outageById(views, outageId);
        const isHere = outage?.machineId === machineId;
        // Anybody inside may try to unlock: whether they are competent is for the rules to tell.
        enterMachine(
          views,
          request,
          isHere && outage.kind === 'unsafe' ? 'machine.unlock' : 'machine.endOutage',
        );
        if (!isHere) throw new HttpProblem('not-found', 'There is no such outage.');
        const { note } = request.body;
        const noteId = note ? idMadeBy(request, 'outageNote') : null;
        const command = { type: 'EndOutage', machineId, outageId, noteId } as const;
        const written = note && noteId ? [{ id: noteId, kind: 'outageNote', body: note }] : [];
        const outcome = await commands.handle(define.EndOutage, givenBy(request, command, written));
        return answerWithUndo(outcome, { id: outageId }, null);
      },
    }),
  ];
}
