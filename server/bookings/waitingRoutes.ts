import { z } from 'zod';
import { declineHold, joinWaiting, leaveWaiting } from '../../shared/bookings/commands.ts';
import { myWaitingView } from '../../shared/bookings/views.ts';
import { holdId, machineId, waitId } from '../../shared/identifiers.ts';
import { zonedText } from '../../shared/workshops/zonedText.ts';
import { authorise, isAllowed } from '../authorisation/policy.ts';
import { answerWithUndo } from '../commands/answerWithUndo.ts';
import { givenBy, idMadeBy } from '../commands/givenBy.ts';
import { commandAnswer } from '../http/answerCommand.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import { enterMachine } from '../machines/door.ts';
import { machineById } from '../machines/queries.ts';
import type { Parts } from '../parts.ts';
import { workshopById } from '../workshops/queries.ts';
import { bookingViews } from './bookingViews.ts';
import { calendarCommands } from './commands.ts';
import { supervisionAskedOf } from './queries.ts';
import { holdsOf, waitingFor, waitsOf } from './waiting/queries.ts';

const inLine = {
  method: 'post' as const,
  tag: 'bookings',
  access: 'member' as const,
  scopes: ['bookings:write'],
  command: true,
  reply: commandAnswer,
};

/** The line before a machine, and what is held for whom. */
export function waitingRoutes(parts: Pick<Parts, 'commands' | 'views' | 'names' | 'texts'>): AnyRoute[] {
  const { commands, views } = parts;
  const define = calendarCommands(views);
  const placeOf = (machineId: string) => {
    const machine = machineById(views, machineId);
    const timeZone = (machine && workshopById(views, machine.workshopId)?.timeZone) ?? 'UTC';
    return { machineName: machine?.name ?? '', timeZone };
  };

  return [
    defineRoute({
      ...inLine,
      path: '/api/machines/{machineId}/waiting',
      summary: 'Wait for a machine: what gets free is held for the first in line',
      params: z.strictObject({ machineId }),
      body: joinWaiting,
      handle: async (request) => {
        const { machineId, workshopId } = enterMachine(views, request, 'waiting.join').machine;
        const { from, to, minutes } = request.body;
        const waitId = idMadeBy(request, `wait ${machineId}`);
        const command = {
          type: 'JoinWaiting',
          waitId,
          machineId,
          workshopId,
          memberId: request.memberId(),
          from: Date.parse(from),
          to: Date.parse(to),
          minutes,
        } as const;
        const outcome = await commands.handle(define.JoinWaiting, givenBy(request, command));
        const undo = { path: `/api/machines/${machineId}/waiting/${waitId}/leave`, body: {} };
        return answerWithUndo(outcome, { id: waitId, created: true }, undo);
      },
    }),
    defineRoute({
      ...inLine,
      path: '/api/machines/{machineId}/waiting/{waitId}/leave',
      summary: 'Wait no longer',
      params: z.strictObject({ machineId, waitId }),
      body: leaveWaiting,
      handle: async (request) => {
        const { waitId } = request.params;
        const wait = waitsOf(views, request.memberId()).find((one) => one.waitId === waitId);
        if (wait?.machineId !== request.params.machineId) {
          throw new HttpProblem('not-found', 'You are not in line there.');
        }
        const { machineId, workshopId, minutes } = wait;
        authorise(views, request.requester, 'waiting.leave', { workshopId, own: true }, request.now);
        const command = { type: 'LeaveWaiting', machineId, waitId } as const;
        const outcome = await commands.handle(define.LeaveWaiting, givenBy(request, command));
        const [from, to] = [wait.wantedFrom, wait.wantedTo].map((at) => new Date(at).toISOString());
        const undo = { path: `/api/machines/${machineId}/waiting`, body: { from, to, minutes } };
        return answerWithUndo(outcome, { id: waitId }, undo);
      },
    }),
    defineRoute({
      ...inLine,
      path: '/api/machines/{machineId}/holds/{holdId}/decline',
      summary: 'Do not take what is held: the next in line gets it',
      params: z.strictObject({ machineId, holdId }),
      body: declineHold,
      handle: async (request) => {
        const { holdId } = request.params;
        const hold = holdsOf(views, request.memberId(), request.now).find((one) => one.holdId === holdId);
        if (hold?.machineId !== request.params.machineId) {
          throw new HttpProblem('not-found', 'It is not held for you any more.');
        }
        const { machineId, workshopId } = hold;
        authorise(views, request.requester, 'waiting.leave', { workshopId, own: true }, request.now);
        const command = { type: 'DeclineHold', machineId, holdId } as const;
        const outcome = await commands.handle(define.DeclineHold, givenBy(request, command));
        return answerWithUndo(outcome, { id: holdId }, null);
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/me/waiting',
      summary: 'What is held for you, what you wait for, and whom you are asked to supervise',
      tag: 'bookings',
      access: 'member',
      scopes: ['bookings:read'],
      reply: myWaitingView,
      handle: (request) => {
        const { requester, now } = request;
        const memberId = request.memberId();
        const readable = ({ workshopId }: { workshopId: string }) =>
          isAllowed(views, requester, 'booking.read', { workshopId }, now);
        const held = holdsOf(views, memberId, now).filter(readable);
        const isHeld = new Set(held.map(({ waitId }) => waitId));
        const waiting = waitsOf(views, memberId).filter(
          (wait) => wait.wantedTo > now && !isHeld.has(wait.waitId) && readable(wait),
        );
        return {
          body: {
            held: held.map(({ holdId, machineId, workshopId, start, end, until }) => {
              const { machineName, timeZone } = placeOf(machineId);
              const wall = (instant: number) => zonedText(instant, timeZone);
              const times = { start: wall(start), end: wall(end), until: wall(until) };
              return { holdId, machineId, machineName, workshopId, timeZone, ...times };
            }),
            waiting: waiting.map(
              ({ waitId, machineId, workshopId, wantedFrom, wantedTo, minutes, place }) => {
                const { machineName, timeZone } = placeOf(machineId);
                const ahead = waitingFor(views, machineId).filter(
                  (other) =>
                    other.place < place && other.wantedFrom < wantedTo && other.wantedTo > wantedFrom,
                ).length;
                const times = { from: zonedText(wantedFrom, timeZone), to: zonedText(wantedTo, timeZone) };
                return { waitId, machineId, machineName, workshopId, timeZone, ...times, minutes, ahead };
              },
            ),
            supervisionAsked: bookingViews(
              parts,
              supervisionAskedOf(views, memberId, now).filter(readable),
              request,
            ),
          },
        };
      },
    }),
  ];
}
