import { z } from 'zod';
import { readerId, workshopId } from '../../shared/identifiers.ts';
import { addReader, changeMachines } from '../../shared/readers/commands.ts';
import { readerKey, readersView } from '../../shared/readers/views.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { answerWithUndo } from '../commands/answerWithUndo.ts';
import { givenBy, idMadeBy } from '../commands/givenBy.ts';
import { answerCommand, commandAnswer } from '../http/answerCommand.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import { machineById } from '../machines/queries.ts';
import type { Parts } from '../parts.ts';
import { enterWorkshop } from '../workshops/door.ts';
import { readerCommands } from './commands.ts';
import { enterReader } from './door.ts';
import { readersOf } from './queries.ts';

const inWorkshop = z.strictObject({ workshopId });
const ofReader = z.strictObject({ readerId });
const tag = 'readers';
const change = { tag, access: 'member', command: true, reply: commandAnswer } as const;

/** What stewards do with the readers of a workshop. */
export function readerRoutes(
  { commands, views }: Pick<Parts, 'commands' | 'views'>,
  { devices }: Pick<Accounts, 'devices'>,
): AnyRoute[] {
  const define = readerCommands(views);
  return [
    defineRoute({
      method: 'get',
      path: '/api/workshops/{workshopId}/readers',
      summary: 'The readers of a workshop: when each was last seen, and how wrong its clock is',
      tag,
      access: 'member',
      params: inWorkshop,
      reply: readersView,
      handle: async (request) => {
        const { workshopId } = enterWorkshop(views, request, 'reader.manage');
        const keys = new Map((await devices.of('reader', workshopId)).map((one) => [one.deviceId, one]));
        return {
          body: {
            readers: readersOf(views, workshopId).map(({ readerId, name, machineIds, revision }) => {
              const { lastSeenAt = null, clockAheadMs = null } = keys.get(readerId) ?? {};
              return {
                readerId,
                name,
                machines: machineIds.flatMap((machineId) => {
                  const machine = machineById(views, machineId);
                  return machine ? [{ machineId, name: machine.name }] : [];
                }),
                hasKey: keys.has(readerId),
                lastSeenAt,
                clockAheadSeconds: clockAheadMs === null ? null : clockAheadMs / 1000,
                revision,
              };
            }),
          },
        };
      },
    }),
    defineRoute({
      ...change,
      method: 'post',
      path: '/api/workshops/{workshopId}/readers',
      summary: 'Add a reader of badges; it gets its key afterwards',
      params: inWorkshop,
      body: addReader,
      handle: async (request) => {
        const { workshopId } = enterWorkshop(views, request, 'reader.manage');
        const readerId = idMadeBy(request, 'reader');
        const command = { type: 'AddReader', readerId, workshopId, ...request.body } as const;
        const outcome = await commands.handle(define.AddReader, givenBy(request, command));
        const undo = { path: `/api/readers/${readerId}/remove`, body: {} };
        return answerWithUndo(outcome, { id: readerId, created: true }, undo);
      },
    }),
    defineRoute({
      ...change,
      method: 'put',
      path: '/api/readers/{readerId}/machines',
      summary: 'Say for which machines a reader stands',
      params: ofReader,
      body: changeMachines,
      ifMatch: true,
      handle: async (request) => {
        const before = enterReader(views, request);
        const { readerId } = before;
        const command = { type: 'ChangeReaderMachines', readerId, ...request.body } as const;
        const outcome = await commands.handle(define.ChangeReaderMachines, givenBy(request, command));
        const path = `/api/readers/${readerId}/machines`;
        const undo =
          before.revision === request.ifMatch
            ? ({ method: 'put', path, body: { machineIds: before.machineIds } } as const)
            : null;
        return answerWithUndo(outcome, { id: readerId, revisionBefore: before.revision }, undo);
      },
    }),
    defineRoute({
      ...change,
      method: 'post',
      path: '/api/readers/{readerId}/remove',
      summary: 'Remove a reader; its key is worthless at once, and what it had started runs on',
      params: ofReader,
      body: z.strictObject({}),
      ifMatch: true,
      handle: async (request) => {
        const { readerId } = enterReader(views, request);
        const command = { type: 'RemoveReader', readerId } as const;
        const outcome = await commands.handle(define.RemoveReader, givenBy(request, command));
        if (outcome.outcome === 'accepted') await devices.revoke('reader', readerId);
        return answerCommand(outcome, { id: readerId });
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/readers/{readerId}/key',
      summary: 'A new key for a reader, shown this once; the one before stops working',
      tag,
      access: 'member',
      params: ofReader,
      body: z.strictObject({}),
      reply: readerKey,
      handle: async (request) => {
        const { readerId, workshopId, name, removed } = enterReader(views, request);
        if (removed) throw new HttpProblem('not-found', 'This reader has been removed.');
        const key = await devices.giveKey({ deviceId: readerId, kind: 'reader', workshopId, name });
        return { status: 201, body: { readerId, key } };
      },
    }),
  ];
}
