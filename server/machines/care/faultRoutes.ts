import { z } from 'zod';
import { isAttachment } from '../../../shared/files/kinds.ts';
import { faultId, machineId } from '../../../shared/identifiers.ts';
import { faultsView } from '../../../shared/machines/careViews.ts';
import { dismissFault, logRepair, reportFault } from '../../../shared/machines/commands.ts';
import type { FaultSeverity } from '../../../shared/machines/events.ts';
import type { Attempts } from '../../accounts/attempts.ts';
import { authorise, isAllowed } from '../../authorisation/policy.ts';
import { standingOutagesOf } from '../../bookings/outages/queries.ts';
import { outageViews } from '../../bookings/takenViews.ts';
import { answerWithUndo } from '../../commands/answerWithUndo.ts';
import type { Actor } from '../../commands/definition.ts';
import { givenBy, idMadeBy } from '../../commands/givenBy.ts';
import { commandKey, derivedId } from '../../commands/identity.ts';
import { commandAnswer } from '../../http/answerCommand.ts';
import { HttpProblem } from '../../http/problem.ts';
import { type AnyRoute, defineRoute, type Requester } from '../../http/route.ts';
import type { Parts } from '../../parts.ts';
import type { ViewsReader } from '../../views/reader.ts';
import { enterMachine } from '../door.ts';
import { carryOnLocking, carryOnReturning } from './carryOn.ts';
import { careCommands } from './commands.ts';
import { isCompetent } from './facts.ts';
import { faultViews, repairViews } from './faultViews.ts';
import { closedFaultsOf, faultById, openFaultsOf, repairsOf } from './queries.ts';

/** Reports without a name from one address: a workshop's people share one. */
const NAMELESS = { maximum: 20, windowMs: 10 * 60_000 } as const;

const params = z.strictObject({ machineId });
const tag = 'machines';

/** Whether a report of this requester takes the machine out of service at once. */
function locks(
  views: ViewsReader,
  requester: Requester,
  severity: FaultSeverity,
  workshopId: string,
  now: number,
): boolean {
  const action = { unsafe: 'machine.lockAsUnsafe', outOfOrder: 'machine.declareOutage' } as const;
  if (severity !== 'unsafe' && severity !== 'outOfOrder') return false;
  return isAllowed(views, requester, action[severity], { workshopId }, now);
}

/** Faults of a machine, and their mending. */
export function faultRoutes(parts: Parts, { attempts }: { attempts: Attempts }): AnyRoute[] {
  const { commands, views } = parts;
  const define = careCommands(views);
  const change = {
    method: 'post',
    tag,
    access: 'member',
    scopes: ['machines:write'],
    command: true,
  } as const;

  /** @throws {HttpProblem} refused, where the store does not hold one of them */
  const claimAll = async (photographs: readonly string[]) => {
    for (const photograph of photographs) {
      const file = await parts.files.claim(photograph);
      if (file !== null && isAttachment(file.type)) continue;
      const message = 'There is no such photograph here: send it first.';
      throw new HttpProblem('refused', message, { objections: [{ rule: 'unknownFile', message }] });
    }
  };

  return [
    defineRoute({
      method: 'get',
      path: '/api/machines/{machineId}/faults',
      summary: 'What is wrong with a machine, what was mended, and what keeps it out of service',
      tag,
      access: 'public',
      scopes: ['machines:read'],
      params,
      reply: faultsView,
      handle: (request) => {
        const { machine, workshop } = enterMachine(views, request, 'machine.read');
        const { requester, now } = request;
        const { machineId, workshopId } = machine;
        const { timeZone } = workshop;
        const isInsider = isAllowed(views, requester, 'booking.readHolder', { workshopId }, now);
        const onlooker = { requester, isInsider, timeZone };
        const standing = standingOutagesOf(views, machineId);
        return {
          body: {
            open: faultViews(parts, openFaultsOf(views, machineId), onlooker),
            closed: isInsider ? faultViews(parts, closedFaultsOf(views, machineId), onlooker) : [],
            repairs: isInsider ? repairViews(parts, repairsOf(views, machineId), timeZone) : [],
            outages: outageViews(parts, standing, timeZone, request),
            locks: {
              unsafe: locks(views, requester, 'unsafe', workshopId, now),
              outOfOrder: locks(views, requester, 'outOfOrder', workshopId, now),
            },
            mayUnlock:
              isAllowed(views, requester, 'machine.unlock', { workshopId }, now) &&
              requester.kind === 'member' &&
              isCompetent(views, requester.memberId, machineId, now),
          },
        };
      },
    }),
    defineRoute({
      ...change,
      access: 'public',
      path: '/api/machines/{machineId}/faults',
      summary: 'Report a fault; also without an account, from the machine’s label',
      params,
      body: reportFault,
      reply: commandAnswer,
      handle: async (request) => {
        const { machineId, workshopId } = enterMachine(views, request, 'machine.reportFault').machine;
        const { requester, now, commandId, dryRun } = request;
        const { severity, text, photographs = [], nameless = false } = request.body;
        if (requester.kind === 'nobody' && photographs.length > 0) {
          const mistakes = [{ path: 'body.photographs', message: 'come from members: sign in first' }];
          throw new HttpProblem('invalid-request', undefined, { mistakes });
        }
        const reportedBy = requester.kind === 'member' && !nameless ? requester.memberId : null;
        const actor: Actor =
          reportedBy === null ? { kind: 'nobody' } : { kind: 'member', memberId: reportedBy };
        if (reportedBy === null && !dryRun) {
          const from = requester.kind === 'nobody' ? 'fault' : 'nearMiss';
          await attempts.count(`${from}|${request.address}`, NAMELESS.maximum, NAMELESS.windowMs);
        }
        await claimAll(photographs);
        const key = commandKey(actor, commandId);
        const textId = text ? derivedId(key, 'faultText') : null;
        const command = {
          type: 'ReportFault',
          machineId,
          faultId: derivedId(key, 'fault'),
          severity,
          textId,
          photographs,
          reportedBy,
          locks: reportedBy !== null && locks(views, requester, severity, workshopId, now),
        } as const;
        const { faultId } = command;
        const texts = text && textId ? [{ id: textId, kind: 'faultText', body: text }] : [];
        const given = { command, actor, commandId, dryRun, texts };
        const reported = await commands.handle(define.ReportFault, given);
        const outcome = command.locks
          ? await carryOnLocking(parts, reported, { ...command, workshopId }, { actor, commandId })
          : reported;
        // What somebody locked as unsafe is not to be unlocked by a slip of the finger.
        const mayTakeBack = reportedBy !== null && !(command.locks && severity === 'unsafe');
        const undo = { path: `/api/machines/${machineId}/faults/${faultId}/dismiss`, body: {} };
        return answerWithUndo(outcome, { id: faultId, created: true }, mayTakeBack ? undo : null);
      },
    }),
    defineRoute({
      ...change,
      path: '/api/machines/{machineId}/faults/{faultId}/dismiss',
      summary: 'Dismiss a report that was mistaken or had been made before; what it locked is free again',
      params: z.strictObject({ machineId, faultId }),
      body: dismissFault,
      ifMatch: true,
      reply: commandAnswer,
      handle: async (request) => {
        const { machineId, workshopId } = enterMachine(views, request, 'machine.read').machine;
        const { faultId } = request.params;
        const fault = faultById(views, faultId);
        if (fault?.machineId !== machineId) throw new HttpProblem('not-found', 'There is no such fault.');
        const memberId = request.memberId();
        const scope = { workshopId, own: fault.reportedBy === memberId };
        authorise(views, request.requester, 'machine.dismissFault', scope, request.now);
        const { reason } = request.body;
        const reasonId = reason ? idMadeBy(request, 'dismissalReason') : null;
        const written = reason && reasonId ? [{ id: reasonId, kind: 'dismissalReason', body: reason }] : [];
        const command = { type: 'DismissFault', machineId, faultId, reasonId } as const;
        const dismissed = await commands.handle(define.DismissFault, givenBy(request, command, written));
        const outcome = await carryOnReturning(
          parts,
          dismissed,
          { by: 'dismissal', machineId, faultId, noteId: reasonId },
          { actor: { kind: 'member', memberId }, commandId: request.commandId },
        );
        return answerWithUndo(outcome, { id: faultId }, null);
      },
    }),
    defineRoute({
      ...change,
      path: '/api/machines/{machineId}/repairs',
      summary: 'Log a repair with its parts and time; with returns the machine is back in service',
      params,
      body: logRepair,
      reply: commandAnswer,
      handle: async (request) => {
        const { machineId } = enterMachine(views, request, 'machine.repair').machine;
        const { faultIds, note, parts: used = [], minutes, returns } = request.body;
        const memberId = request.memberId();
        const repairId = idMadeBy(request, 'repair');
        const noteId = note ? idMadeBy(request, 'repairNote') : null;
        const written = note && noteId ? [{ id: noteId, kind: 'repairNote', body: note }] : [];
        const command = {
          type: 'LogRepair',
          machineId,
          repairId,
          faultIds,
          noteId,
          parts: used,
          minutes,
          returns,
          repairedBy: memberId,
        } as const;
        const logged = await commands.handle(define.LogRepair, givenBy(request, command, written));
        const outcome = returns
          ? await carryOnReturning(
              parts,
              logged,
              { by: 'repair', machineId, faultIds, noteId, at: request.now },
              { actor: { kind: 'member', memberId }, commandId: request.commandId },
            )
          : logged;
        return answerWithUndo(outcome, { id: repairId, created: true }, null);
      },
    }),
  ];
}
