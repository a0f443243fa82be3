import { z } from 'zod';
import { extendUse, handOver, startUse, stopUse } from '../../shared/bookings/commands.ts';
import { isAttachment } from '../../shared/files/kinds.ts';
import { machineId } from '../../shared/identifiers.ts';
import { authorise } from '../authorisation/policy.ts';
import { enterBuild } from '../builds/door.ts';
import { answerWithUndo, type Compensation } from '../commands/answerWithUndo.ts';
import type { FreeText } from '../commands/definition.ts';
import { givenBy, idMadeBy } from '../commands/givenBy.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { BOOKING, bookingChange, pathOfChange } from './bookingChange.ts';
import { outcomeFor } from './bookingOutcome.ts';
import { calendarCommands } from './commands.ts';
import { bookingOf, enterBooking } from './door.ts';
import { bookingById } from './queries.ts';
import { machineStarter, viaOf } from './startMachine.ts';

/** Using a machine: starting, stopping, extending, handing over. */
export function useRoutes({
  commands,
  views,
  files,
}: Pick<Parts, 'commands' | 'views' | 'files'>): AnyRoute[] {
  const define = calendarCommands(views);
  const start = machineStarter({ commands, views });

  /** @throws {HttpProblem} refused, where the store does not hold one of them */
  const claimAll = async (photographs: readonly string[]) => {
    for (const photograph of photographs) {
      const file = await files.claim(photograph);
      if (file !== null && isAttachment(file.type)) continue;
      const message = 'There is no such photograph here: send it first.';
      throw new HttpProblem('refused', message, { objections: [{ rule: 'unknownFile', message }] });
    }
  };

  return [
    defineRoute({
      ...bookingChange,
      path: '/api/machines/{machineId}/use/start',
      summary: 'Start a machine: with a booking, or as a walk-up',
      params: z.strictObject({ machineId }),
      body: startUse,
      ifMatch: false,
      handle: (request) => {
        const { machineId } = request.params;
        const { buildId, step = null, ...body } = request.body;
        if (buildId === undefined) return start(request, { machineId, ...body });
        enterBuild(views, request, buildId, 'build.write');
        return start(request, { machineId, ...body, forBuild: { buildId, step } });
      },
    }),
    defineRoute({
      ...bookingChange,
      path: `${BOOKING}/stop`,
      summary: 'Stop using a machine; the rest of the time is free again',
      body: stopUse,
      handle: async (request) => {
        const { machineId, bookingId } = request.params;
        const { workshopId } = bookingOf(views, request.params);
        authorise(views, request.requester, 'use.stop', { workshopId }, request.now);
        const { at, readings, meterReset, startedByMistake, note, condition, missing, photographs } =
          request.body;
        await claimAll(photographs ?? []);
        const written: FreeText[] = note
          ? [{ id: idMadeBy(request, 'useNote'), kind: 'useNote', body: note }]
          : [];
        const command = {
          type: 'StopUse',
          machineId,
          bookingId,
          at: at === undefined ? null : Date.parse(at),
          via: viaOf(request.requester),
          readings: readings ?? [],
          meterReset: meterReset ?? false,
          startedByMistake: startedByMistake ?? false,
          noteId: written[0]?.id ?? null,
          condition: condition ?? null,
          missing: missing ?? [],
          photographs: photographs ?? [],
        } as const;
        const given = await commands.handle(define.StopUse, givenBy(request, command, written));
        const undo: Compensation = {
          path: `/api/machines/${machineId}/use/start`,
          body: { bookingId, accompanied: true },
        };
        return answerWithUndo(outcomeFor(bookingId, given, views), { id: bookingId }, undo);
      },
    }),
    defineRoute({
      ...bookingChange,
      path: `${BOOKING}/extend`,
      summary: 'Use a machine for longer; renew a loan',
      body: extendUse,
      handle: async (request) => {
        const before = enterBooking(views, request);
        const { bookingId, start, memberId: subject } = before;
        const { override } = request.body;
        const reasonId = idMadeBy(request, 'overrideReason');
        const end = Date.parse(request.body.end);
        const command = {
          type: 'ResizeBooking',
          ...request.params,
          start,
          end,
          ...(override ? { override: { rules: [...new Set(override.rules)], reasonId } } : {}),
        } as const;
        const ofAnother = subject === request.memberId() ? {} : { subject };
        const written = override
          ? [{ id: reasonId, kind: 'overrideReason', body: override.reason, ...ofAnother }]
          : [];
        const given = await commands.handle(define.ResizeBooking, givenBy(request, command, written));
        const about = { id: bookingId, revisionBefore: before.revision };
        const isKnown = before.revision === request.ifMatch && bookingById(views, bookingId) !== null;
        const backThen = {
          path: pathOfChange(before, 'resize'),
          body: { start: new Date(start).toISOString(), end: new Date(before.end).toISOString() },
        };
        return answerWithUndo(outcomeFor(bookingId, given, views), about, isKnown ? backThen : null);
      },
    }),
    defineRoute({
      ...bookingChange,
      path: `${BOOKING}/hand-over`,
      summary: 'Hand a running machine over to somebody else',
      body: handOver,
      handle: async (request) => {
        const { workshopId, memberId, bookingId } = bookingOf(views, request.params);
        const own = memberId === request.memberId();
        authorise(views, request.requester, 'use.handOver', { workshopId, own }, request.now);
        const toMemberId = request.body.memberId;
        const command = { type: 'HandOverUse', ...request.params, toMemberId } as const;
        const given = await commands.handle(define.HandOverUse, givenBy(request, command));
        return answerWithUndo(outcomeFor(bookingId, given, views), { id: bookingId }, null);
      },
    }),
  ];
}
