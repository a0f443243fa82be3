import { z } from 'zod';
import {
  liftReservation,
  reservationParams,
  reservationReply,
  reserveTime,
} from '../../shared/bookings/commands.ts';
import { workshopId } from '../../shared/identifiers.ts';
import { answerWithUndo } from '../commands/answerWithUndo.ts';
import { givenBy, idMadeBy } from '../commands/givenBy.ts';
import { answerCommand, commandAnswer } from '../http/answerCommand.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import { enterMachine } from '../machines/door.ts';
import { machineById } from '../machines/queries.ts';
import type { Parts } from '../parts.ts';
import { enterWorkshop } from '../workshops/door.ts';
import { calendarCommands } from './commands.ts';
import { bookingsWithin } from './queries.ts';

/** Keeping machines for the workshop itself: a class, cleaning. */
export function reservationRoutes({ commands, views }: Pick<Parts, 'commands' | 'views'>): AnyRoute[] {
  const define = calendarCommands(views);
  return [
    defineRoute({
      method: 'post',
      path: '/api/workshops/{workshopId}/reservations',
      summary: 'Reserve machines for the workshop; a dry run lists the bookings that it hits',
      tag: 'bookings',
      access: 'member',
      scopes: ['bookings:write'],
      params: z.strictObject({ workshopId }),
      body: reserveTime,
      command: true,
      reply: reservationReply,
      handle: async (request) => {
        const { workshopId } = enterWorkshop(views, request, 'booking.reserve');
        const { start, end, purpose } = request.body;
        const machineIds = [...new Set(request.body.machineIds)];
        if (machineIds.some((machineId) => machineById(views, machineId)?.workshopId !== workshopId)) {
          throw new HttpProblem('not-found', 'There is no such machine in this workshop.');
        }
        const times = { start: Date.parse(start), end: Date.parse(end) };
        const purposeId = idMadeBy(request, 'reservationPurpose');
        const texts = [{ id: purposeId, kind: 'reservationPurpose', body: purpose }];
        const hit = machineIds.flatMap((machineId) => bookingsWithin(views, machineId, times));
        const made: z.infer<typeof reservationReply>['made'] = [];
        for (const machineId of machineIds) {
          const reservationId = idMadeBy(request, `reservation ${machineId}`);
          const about = { reservationId, machineId, workshopId, memberId: request.memberId(), purposeId };
          const command = { type: 'ReserveTime' as const, ...about, ...times, among: machineIds };
          // Each machine has a calendar of its own, so each is a command of its own; repeated, it is the same one.
          const commandId = made.length === 0 ? request.commandId : idMadeBy(request, `also ${machineId}`);
          const given = { ...givenBy(request, command, texts), commandId };
          const outcome = await commands.handle(define.ReserveTime, given);
          answerCommand(outcome, { id: reservationId });
          const revision = outcome.outcome === 'accepted' ? outcome.revision : null;
          made.push({ machineId, reservationId, revision });
        }
        return {
          status: request.dryRun ? 200 : 201,
          body: {
            made: request.dryRun ? [] : made,
            hit: hit
              .filter(({ status, end: until }) => status !== 'completed' && until > request.now)
              .map(({ machineId, bookingId, ...one }) => ({
                machineId,
                bookingId,
                start: new Date(one.start).toISOString(),
                end: new Date(one.end).toISOString(),
              })),
          },
        };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/machines/{machineId}/reservations/{reservationId}/lift',
      summary: 'Give back what the workshop had reserved',
      tag: 'bookings',
      access: 'member',
      scopes: ['bookings:write'],
      params: reservationParams,
      body: liftReservation,
      command: true,
      reply: commandAnswer,
      handle: async (request) => {
        enterMachine(views, request, 'booking.reserve');
        const { machineId, reservationId } = request.params;
        const command = { type: 'LiftReservation', machineId, reservationId } as const;
        const outcome = await commands.handle(define.LiftReservation, givenBy(request, command));
        return answerWithUndo(outcome, { id: reservationId }, null);
      },
    }),
  ];
}
