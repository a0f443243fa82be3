import { z } from 'zod';
import { makeRemark, noBody, recordTest, takeMeasurement } from '../../shared/builds/commands.ts';
import { buildId, measurementId, remarkId, testId } from '../../shared/identifiers.ts';
import type { FreeText } from '../commands/definition.ts';
import { idMadeBy } from '../commands/givenBy.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { buildCommands } from './commands.ts';
import { buildChange, buildGiver, millisecondsOf, pathOf } from './giving.ts';

const params = z.strictObject({ buildId });
const path = '/api/builds/{buildId}';

/** Measurements, tests, and what went otherwise than the design says. */
export function buildFindingRoutes(parts: Parts): AnyRoute[] {
  const define = buildCommands(parts);
  const give = buildGiver(parts);
  return [
    defineRoute({
      ...buildChange,
      path: `${path}/measurements`,
      summary: 'Write a measurement down, with what it should be between',
      params,
      body: takeMeasurement,
      handle: (request) => {
        const { buildId } = request.params;
        const { at, step = null, line = null, ...taken } = request.body;
        const measurementId = idMadeBy(request, 'measurement');
        const command = {
          type: 'TakeMeasurement',
          buildId,
          measurementId,
          ...taken,
          step,
          line,
          at: millisecondsOf(at),
          by: request.memberId(),
        } as const;
        const undo = { path: pathOf(buildId, `measurements/${measurementId}/take-back`), body: {} };
        return give(request, define.TakeMeasurement, command, { id: measurementId, created: true, undo });
      },
    }),
    defineRoute({
      ...buildChange,
      path: `${path}/measurements/{measurementId}/take-back`,
      summary: 'Take a measurement back',
      params: z.strictObject({ buildId, measurementId }),
      body: noBody,
      handle: (request) => {
        const command = { type: 'TakeBackMeasurement', ...request.params, by: request.memberId() } as const;
        const id = command.measurementId;
        const undo = {
          path: pathOf(command.buildId, `measurements/${command.measurementId}/restore`),
          body: {},
        };
        return give(request, define.TakeBackMeasurement, command, { id, undo });
      },
    }),
    defineRoute({
      ...buildChange,
      path: `${path}/tests`,
      summary: 'Write down that a test was passed or failed',
      params,
      body: recordTest,
      handle: (request) => {
        const { buildId } = request.params;
        const { at, note: body, ...recorded } = request.body;
        const testId = idMadeBy(request, 'test');
        const noteId = body === '' ? null : idMadeBy(request, 'testNote');
        const texts: FreeText[] = noteId === null ? [] : [{ id: noteId, kind: 'buildNote', body }];
        const by = request.memberId();
        const said = { ...recorded, noteId, at: millisecondsOf(at), by };
        const command = { type: 'RecordTest', buildId, testId, ...said } as const;
        const undo = { path: pathOf(buildId, `tests/${testId}/take-back`), body: {} };
        return give(request, define.RecordTest, command, { texts, id: testId, created: true, undo });
      },
    }),
    defineRoute({
      ...buildChange,
      path: `${path}/tests/{testId}/take-back`,
      summary: 'Take a test back',
      params: z.strictObject({ buildId, testId }),
      body: noBody,
      handle: (request) => {
        const command = { type: 'TakeBackTest', ...request.params, by: request.memberId() } as const;
        const undo = { path: pathOf(command.buildId, `tests/${command.testId}/restore`), body: {} };
        return give(request, define.TakeBackTest, command, { id: command.testId, undo });
      },
    }),
    defineRoute({
      ...buildChange,
      path: `${path}/remarks`,
      summary: 'Say what was done otherwise, or went wrong; raised on the design as well, if wished',
      params,
      body: makeRemark,
      handle: (request) => {
        const { buildId } = request.params;
        const { at, text: body, raise, safety, kind, step = null, line = null } = request.body;
        const remarkId = idMadeBy(request, 'remark');
        const textId = idMadeBy(request, 'remarkText');
        const texts = [{ id: textId, kind: 'buildNote', body }];
        const command = {
          type: 'MakeRemark',
          buildId,
          remarkId,
          kind,
          step,
          line,
          textId,
          problemId: raise ? idMadeBy(request, 'problem') : null,
          safety,
          at: millisecondsOf(at),
          by: request.memberId(),
        } as const;
        const undo = { path: pathOf(buildId, `remarks/${remarkId}/take-back`), body: {} };
        return give(request, define.MakeRemark, command, { texts, id: remarkId, created: true, undo });
      },
    }),
    defineRoute({
      ...buildChange,
      path: `${path}/remarks/{remarkId}/take-back`,
      summary: 'Take a remark back; a problem that was raised with it stays with the design',
      params: z.strictObject({ buildId, remarkId }),
      body: noBody,
      handle: (request) => {
        const command = { type: 'TakeBackRemark', ...request.params, by: request.memberId() } as const;
        const undo = { path: pathOf(command.buildId, `remarks/${command.remarkId}/restore`), body: {} };
        return give(request, define.TakeBackRemark, command, { id: command.remarkId, undo });
      },
    }),
    defineRoute({
      ...buildChange,
      path: `${path}/measurements/{measurementId}/restore`,
      summary: 'Say once more what was taken back: a measurement',
      params: z.strictObject({ buildId, measurementId }),
      body: noBody,
      handle: (request) => {
        const command = { type: 'RestoreMeasurement', ...request.params, by: request.memberId() } as const;
        const undo = {
          path: pathOf(command.buildId, `measurements/${command.measurementId}/take-back`),
          body: {},
        };
        return give(request, define.RestoreMeasurement, command, { id: command.measurementId, undo });
      },
    }),
    defineRoute({
      ...buildChange,
      path: `${path}/tests/{testId}/restore`,
      summary: 'Say once more what was taken back: a test',
      params: z.strictObject({ buildId, testId }),
      body: noBody,
      handle: (request) => {
        const command = { type: 'RestoreTest', ...request.params, by: request.memberId() } as const;
        const undo = { path: pathOf(command.buildId, `tests/${command.testId}/take-back`), body: {} };
        return give(request, define.RestoreTest, command, { id: command.testId, undo });
      },
    }),
    defineRoute({
      ...buildChange,
      path: `${path}/remarks/{remarkId}/restore`,
      summary: 'Say once more what was taken back: a remark',
      params: z.strictObject({ buildId, remarkId }),
      body: noBody,
      handle: (request) => {
        const command = { type: 'RestoreRemark', ...request.params, by: request.memberId() } as const;
        const undo = { path: pathOf(command.buildId, `remarks/${command.remarkId}/take-back`), body: {} };
        return give(request, define.RestoreRemark, command, { id: command.remarkId, undo });
      },
    }),
  ];
}
