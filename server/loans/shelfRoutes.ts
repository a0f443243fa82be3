import { z } from 'zod';
import { machineId } from '../../shared/identifiers.ts';
import { bringBack, checkKit, takeHome } from '../../shared/loans/commands.ts';
import { authorise } from '../authorisation/policy.ts';
import { answerWithUndo } from '../commands/answerWithUndo.ts';
import type { FreeText } from '../commands/definition.ts';
import { givenBy, idMadeBy } from '../commands/givenBy.ts';
import { commandAnswer } from '../http/answerCommand.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute, type Requester } from '../http/route.ts';
import { machineCommands } from '../machines/commands.ts';
import { enterMachine } from '../machines/door.ts';
import { type Machine, machineById } from '../machines/queries.ts';
import type { Parts } from '../parts.ts';
import { missingOf } from './queries.ts';

const change = {
  method: 'post' as const,
  tag: 'loans',
  access: 'member' as const,
  params: z.strictObject({ machineId }),
  command: true,
  reply: commandAnswer,
};

/** Counting a kit, and a member's own tool that goes home and comes back. */
export function shelfRoutes({ commands, views }: Pick<Parts, 'commands' | 'views'>): AnyRoute[] {
  const define = machineCommands(views);
  const pathOf = (id: string, act: string) => `/api/machines/${id}/${act}`;

  /** @throws {HttpProblem} not-found, forbidden where it is not the requester's own */
  const enterOwn = (request: {
    params: { machineId: string };
    requester: Requester;
    now: number;
  }): Machine => {
    const { requester, now } = request;
    const machine = machineById(views, request.params.machineId);
    if (!machine) throw new HttpProblem('not-found', 'There is no such machine.');
    const own = requester.kind === 'member' && machine.lentBy === requester.memberId;
    authorise(views, requester, 'machine.takeHome', { workshopId: machine.workshopId, own }, now);
    return machine;
  };

  return [
    defineRoute({
      ...change,
      path: '/api/machines/{machineId}/kit-check',
      summary: 'Count a kit: what is missing of it now, whatever was known before',
      body: checkKit,
      handle: async (request) => {
        const { machineId } = enterMachine(views, request, 'loan.desk').machine;
        const before = missingOf(views, machineId);
        const { missing } = request.body;
        const command = { type: 'CheckKit', machineId, missing, checkedBy: request.memberId() } as const;
        const outcome = await commands.handle(define.CheckKit, givenBy(request, command));
        const undo = { path: pathOf(machineId, 'kit-check'), body: { missing: before } };
        return answerWithUndo(outcome, { id: machineId }, undo);
      },
    }),
    defineRoute({
      ...change,
      path: '/api/machines/{machineId}/take-home',
      summary: 'Take your own tool home that you lend to the workshop; reservations of it are marked',
      body: takeHome,
      handle: async (request) => {
        const { machineId } = enterOwn(request);
        const { reason } = request.body;
        const id = idMadeBy(request, 'retirementReason');
        const written: FreeText[] = reason ? [{ id, kind: 'retirementReason', body: reason }] : [];
        const command = { type: 'RetireMachine', machineId, reasonId: written[0]?.id ?? null } as const;
        const outcome = await commands.handle(define.RetireMachine, givenBy(request, command, written));
        return answerWithUndo(
          outcome,
          { id: machineId },
          { path: pathOf(machineId, 'bring-back'), body: {} },
        );
      },
    }),
    defineRoute({
      ...change,
      path: '/api/machines/{machineId}/bring-back',
      summary: 'Lend your own tool to the workshop again',
      body: bringBack,
      handle: async (request) => {
        const { machineId } = enterOwn(request);
        const command = { type: 'ReinstateMachine', machineId, home: null } as const;
        const outcome = await commands.handle(define.ReinstateMachine, givenBy(request, command));
        return answerWithUndo(outcome, { id: machineId }, { path: pathOf(machineId, 'take-home'), body: {} });
      },
    }),
  ];
}
