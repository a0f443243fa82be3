import { z } from 'zod';
import { machineId, workshopId } from '../../shared/identifiers.ts';
import {
  describeMachine,
  registerMachine,
  reinstateMachine,
  retireMachine,
  setBookingRules,
} from '../../shared/machines/commands.ts';
import { DEFAULTS_OF_KINDS } from '../../shared/machines/kinds.ts';
import { answerWithUndo } from '../commands/answerWithUndo.ts';
import { givenBy, idMadeBy } from '../commands/givenBy.ts';
import { commandAnswer } from '../http/answerCommand.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { enterWorkshop } from '../workshops/door.ts';
import { machineCommands } from './commands.ts';
import { enterMachine } from './door.ts';
import { descriptionOf } from './queries.ts';

const pathOf = (id: string, action: string) => `/api/machines/${id}/${action}`;

/** Registering machines and changing what they are. */
export function machineChangeRoutes({ commands, views }: Pick<Parts, 'commands' | 'views'>): AnyRoute[] {
  const define = machineCommands(views);
  const change = {
    tag: 'machines',
    access: 'member' as const,
    scopes: ['machines:write'],
    params: z.strictObject({ machineId }),
    command: true,
    ifMatch: true,
    reply: commandAnswer,
  };
  return [
    defineRoute({
      ...change,
      method: 'post',
      path: '/api/workshops/{workshopId}/machines',
      summary: 'Register a machine',
      params: z.strictObject({ workshopId }),
      body: registerMachine,
      ifMatch: false,
      handle: async (request) => {
        const { workshopId } = enterWorkshop(views, request, 'machine.register');
        const machineId = idMadeBy(request, 'machine');
        const { rules, ...description } = request.body;
        const command = {
          type: 'RegisterMachine',
          machineId,
          workshopId,
          description,
          rules: rules ?? DEFAULTS_OF_KINDS[description.kind].rules,
        } as const;
        const outcome = await commands.handle(define.RegisterMachine, givenBy(request, command));
        const undo = { path: pathOf(machineId, 'retire'), body: {} };
        return answerWithUndo(outcome, { id: machineId, created: true }, undo);
      },
    }),
    defineRoute({
      ...change,
      method: 'put',
      path: '/api/machines/{machineId}/description',
      summary: 'Describe a machine: its name, kind, dangers, places and what it asks for',
      body: describeMachine,
      handle: async (request) => {
        const { machine } = enterMachine(views, request, 'machine.describe');
        const { machineId, revision } = machine;
        const command = { type: 'DescribeMachine', machineId, description: request.body } as const;
        const outcome = await commands.handle(define.DescribeMachine, givenBy(request, command));
        const undo = {
          method: 'put' as const,
          path: pathOf(machineId, 'description'),
          body: descriptionOf(machine),
        };
        const about = { id: machineId, revisionBefore: revision };
        return answerWithUndo(outcome, about, revision === request.ifMatch ? undo : null);
      },
    }),
    defineRoute({
      ...change,
      method: 'put',
      path: '/api/machines/{machineId}/rules',
      summary:
        'Set what a machine asks of a booking; bookings that stand are marked where they no longer fit',
      body: setBookingRules,
      handle: async (request) => {
        const {
          machineId,
          revision,
          rules: before,
        } = enterMachine(views, request, 'machine.setRules').machine;
        const command = { type: 'SetBookingRules', machineId, rules: request.body } as const;
        const outcome = await commands.handle(define.SetBookingRules, givenBy(request, command));
        const undo = { method: 'put' as const, path: pathOf(machineId, 'rules'), body: before };
        const about = { id: machineId, revisionBefore: revision };
        return answerWithUndo(outcome, about, revision === request.ifMatch ? undo : null);
      },
    }),
    defineRoute({
      ...change,
      method: 'post',
      path: '/api/machines/{machineId}/retire',
      summary: 'Take a machine out of use for good; its story stays',
      body: retireMachine,
      handle: async (request) => {
        const { machineId } = enterMachine(views, request, 'machine.retire').machine;
        const { reason } = request.body;
        const id = idMadeBy(request, 'retirementReason');
        const written = reason ? [{ id, kind: 'retirementReason', body: reason }] : [];
        const command = { type: 'RetireMachine', machineId, reasonId: written[0]?.id ?? null } as const;
        const outcome = await commands.handle(define.RetireMachine, givenBy(request, command, written));
        return answerWithUndo(outcome, { id: machineId }, { path: pathOf(machineId, 'reinstate'), body: {} });
      },
    }),
    defineRoute({
      ...change,
      method: 'post',
      path: '/api/machines/{machineId}/reinstate',
      summary: 'Bring a retired machine back',
      body: reinstateMachine,
      handle: async (request) => {
        const { machineId } = enterMachine(views, request, 'machine.retire').machine;
        const command = { type: 'ReinstateMachine', machineId, home: null } as const;
        const outcome = await commands.handle(define.ReinstateMachine, givenBy(request, command));
        return answerWithUndo(outcome, { id: machineId }, { path: pathOf(machineId, 'retire'), body: {} });
      },
    }),
  ];
}
