import { z } from 'zod';
import { isAttachment, isPhotograph } from '../../shared/files/kinds.ts';
import { fileId, machineId } from '../../shared/identifiers.ts';
import { addPhotograph, attachManual, removeFile } from '../../shared/machines/commands.ts';
import { answerWithUndo, type Compensation } from '../commands/answerWithUndo.ts';
import { givenBy } from '../commands/givenBy.ts';
import { commandAnswer } from '../http/answerCommand.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { type MachineDefinition, NO_MACHINE_FACTS, plainMachineCommand } from './commands.ts';
import { enterMachine } from './door.ts';

/** Photographs of a machine and its manual: sent to `/api/files` first, named here. */
export function attachmentRoutes({
  commands,
  views,
  files,
}: Pick<Parts, 'commands' | 'views' | 'files'>): AnyRoute[] {
  const addPhotographCommand: MachineDefinition<'AddPhotograph'> = {
    ...plainMachineCommand('AddPhotograph'),
    facts: async ({ fileId }) => {
      const file = await files.claim(fileId);
      return { ...NO_MACHINE_FACTS, fileFits: file !== null && isPhotograph(file.type) };
    },
  };
  const attachManualCommand: MachineDefinition<'AttachManual'> = {
    ...plainMachineCommand('AttachManual'),
    facts: async ({ fileId }) => {
      const file = await files.claim(fileId);
      return { ...NO_MACHINE_FACTS, fileFits: file !== null && isAttachment(file.type) };
    },
  };
  const change = {
    tag: 'machines',
    access: 'member' as const,
    scopes: ['machines:write'],
    params: z.strictObject({ machineId }),
    command: true,
    reply: commandAnswer,
  };
  const manualAgain = (path: string, manual: { fileId: string; name: string } | null): Compensation =>
    manual ? { method: 'put', path, body: manual } : { path: `${path}/remove`, body: {} };
  return [
    defineRoute({
      ...change,
      method: 'post',
      path: '/api/machines/{machineId}/photographs',
      summary: 'Show a photograph of a machine; the first one stands for it in lists',
      body: addPhotograph,
      handle: async (request) => {
        const { machineId } = enterMachine(views, request, 'machine.illustrate').machine;
        const { fileId } = request.body;
        const command = { type: 'AddPhotograph', machineId, fileId } as const;
        const outcome = await commands.handle(addPhotographCommand, givenBy(request, command));
        const undo = { path: `/api/machines/${machineId}/photographs/${fileId}/remove`, body: {} };
        return answerWithUndo(outcome, { id: machineId }, undo);
      },
    }),
    defineRoute({
      ...change,
      method: 'post',
      path: '/api/machines/{machineId}/photographs/{fileId}/remove',
      summary: 'Show a photograph no more',
      params: z.strictObject({ machineId, fileId }),
      body: removeFile,
      handle: async (request) => {
        const { machineId } = enterMachine(views, request, 'machine.illustrate').machine;
        const { fileId } = request.params;
        const command = { type: 'RemovePhotograph', machineId, fileId } as const;
        const outcome = await commands.handle(
          plainMachineCommand('RemovePhotograph'),
          givenBy(request, command),
        );
        const undo = { path: `/api/machines/${machineId}/photographs`, body: { fileId } };
        return answerWithUndo(outcome, { id: machineId }, undo);
      },
    }),
    defineRoute({
      ...change,
      method: 'put',
      path: '/api/machines/{machineId}/manual',
      summary: 'Attach the manual, in place of the one that was there',
      body: attachManual,
      handle: async (request) => {
        const { machineId, manual } = enterMachine(views, request, 'machine.illustrate').machine;
        const command = { type: 'AttachManual', machineId, ...request.body } as const;
        const outcome = await commands.handle(attachManualCommand, givenBy(request, command));
        const undo = manualAgain(`/api/machines/${machineId}/manual`, manual);
        return answerWithUndo(outcome, { id: machineId }, undo);
      },
    }),
    defineRoute({
      ...change,
      method: 'post',
      path: '/api/machines/{machineId}/manual/remove',
      summary: 'Take the manual away',
      body: removeFile,
      handle: async (request) => {
        const { machineId, manual } = enterMachine(views, request, 'machine.illustrate').machine;
        const command = { type: 'RemoveManual', machineId } as const;
        const outcome = await commands.handle(plainMachineCommand('RemoveManual'), givenBy(request, command));
        const undo = manual && manualAgain(`/api/machines/${machineId}/manual`, manual);
        return answerWithUndo(outcome, { id: machineId }, undo);
      },
    }),
  ];
}
