import { z } from 'zod';
import { addSound, moveLog, noBody, noteLog, writeLog } from '../../shared/builds/commands.ts';
import { buildId, logId } from '../../shared/identifiers.ts';
import type { FreeText } from '../commands/definition.ts';
import { idMadeBy } from '../commands/givenBy.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { buildCommands } from './commands.ts';
import { buildChange, buildGiver, millisecondsOf, pathOf } from './giving.ts';
import { logEntry } from './queriesOfWork.ts';

const ofBuild = z.strictObject({ buildId });
const ofEntry = z.strictObject({ buildId, logId });

/** The log of a build: photographs, sounds and words; also long after they were taken. */
export function buildLogRoutes(parts: Parts): AnyRoute[] {
  const { views } = parts;
  const define = buildCommands(parts);
  const give = buildGiver(parts);
  const change = { ...buildChange, params: ofEntry } as const;
  const of = (name: string) => `/api/builds/{buildId}/log/{logId}/${name}`;
  const entry = ({ buildId, logId }: z.infer<typeof ofEntry>, name: string) =>
    pathOf(buildId, `log/${logId}/${name}`);

  return [
    defineRoute({
      ...buildChange,
      path: '/api/builds/{buildId}/log',
      summary: 'Write into the log of a build: photographs and sounds that were sent before, words',
      params: ofBuild,
      body: writeLog,
      handle: (request) => {
        const { buildId } = request.params;
        const { note: body, at, step = null, photographs, sounds } = request.body;
        const logId = idMadeBy(request, 'log');
        const noteId = body === '' ? null : idMadeBy(request, 'logNote');
        const texts: FreeText[] = noteId === null ? [] : [{ id: noteId, kind: 'buildNote', body }];
        const command = {
          type: 'WriteLog',
          buildId,
          logId,
          step,
          photographs: [...new Set(photographs)],
          sounds: [...new Set(sounds)],
          noteId,
          at: millisecondsOf(at),
          by: request.memberId(),
        } as const;
        const undo = { path: entry({ buildId, logId }, 'remove'), body: {} };
        return give(request, define.WriteLog, command, { texts, id: logId, created: true, undo });
      },
    }),
    defineRoute({
      ...change,
      path: of('note'),
      summary: 'Add words to an entry of the log',
      body: noteLog,
      handle: (request) => {
        const noteId = idMadeBy(request, 'logNote');
        const texts = [{ id: noteId, kind: 'buildNote', body: request.body.note }];
        const by = request.memberId();
        const command = { type: 'NoteLog', ...request.params, noteId, by } as const;
        return give(request, define.NoteLog, command, { texts, id: request.params.logId, undo: null });
      },
    }),
    defineRoute({
      ...change,
      path: of('sound'),
      summary: 'Add a voice note to an entry of the log',
      body: addSound,
      handle: (request) => {
        const by = request.memberId();
        const command = { type: 'AddSound', ...request.params, ...request.body, by } as const;
        return give(request, define.AddSound, command, { id: request.params.logId, undo: null });
      },
    }),
    defineRoute({
      ...change,
      path: of('move'),
      summary: 'Say to which step an entry of the log belongs',
      body: moveLog,
      handle: (request) => {
        const { params, body } = request;
        const before = logEntry(views, params.buildId, params.logId);
        const command = { type: 'MoveLog', ...params, ...body, by: request.memberId() } as const;
        const undo = before && { path: entry(params, 'move'), body: { step: before.step } };
        return give(request, define.MoveLog, command, { id: params.logId, undo });
      },
    }),
    defineRoute({
      ...change,
      path: of('remove'),
      summary: 'Take an entry out of the log',
      body: noBody,
      handle: (request) => {
        const { params } = request;
        const command = { type: 'RemoveLog', ...params, by: request.memberId() } as const;
        const undo = { path: entry(params, 'restore'), body: {} };
        return give(request, define.RemoveLog, command, { id: params.logId, undo });
      },
    }),
    defineRoute({
      ...change,
      path: of('restore'),
      summary: 'Put an entry back into the log',
      body: noBody,
      handle: (request) => {
        const { params } = request;
        const command = { type: 'RestoreLog', ...params, by: request.memberId() } as const;
        const undo = { path: entry(params, 'remove'), body: {} };
        return give(request, define.RestoreLog, command, { id: params.logId, undo });
      },
    }),
  ];
}
