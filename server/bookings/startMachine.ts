import { authorise } from '../authorisation/policy.ts';
import { answerWithUndo } from '../commands/answerWithUndo.ts';
import { givenBy, idMadeBy } from '../commands/givenBy.ts';
import type { CommandAnswer } from '../http/answerCommand.ts';
import type { Answer, Requester, RouteRequest } from '../http/route.ts';
import { enterMachine } from '../machines/door.ts';
import type { Parts } from '../parts.ts';
import { pathOfChange } from './bookingChange.ts';
import { outcomeFor } from './bookingOutcome.ts';
import type { ForBuild } from './calendarCommands.ts';
import { calendarCommands } from './commands.ts';
import { bookingOf } from './door.ts';
import { bookingById } from './queries.ts';

/** What is asked for when a machine is started: see `startUse`. */
export interface Starting extends ForBuild {
  machineId: string;
  bookingId?: string | undefined;
  until?: string | undefined;
  accompanied?: boolean | undefined;
  supervisorId?: string | undefined;
}

type Request = Omit<RouteRequest<unknown, unknown, unknown>, 'params' | 'query' | 'body'>;

export const viaOf = (requester: Requester) =>
  requester.kind === 'member' && requester.via === 'kiosk' ? ('kiosk' as const) : ('person' as const);

/**
 * Starts machines: with a booking, or as a walk-up; for a build, where one is named.
 * @throws {HttpProblem} not-found, not-signed-in, forbidden, refused
 */
export function machineStarter({ commands, views }: Pick<Parts, 'commands' | 'views'>) {
  const define = calendarCommands(views);
  return async (request: Request, starting: Starting): Promise<Answer<CommandAnswer>> => {
    const { machineId, accompanied = false, until, supervisorId = null, forBuild } = starting;
    const how = {
      machineId,
      via: viaOf(request.requester),
      accompanied,
      ...(forBuild === undefined ? {} : { forBuild }),
    };
    if (starting.bookingId !== undefined) {
      const booking = bookingOf(views, { machineId, bookingId: starting.bookingId });
      const { bookingId, workshopId, memberId } = booking;
      const own = memberId === request.memberId();
      authorise(views, request.requester, 'use.start', { workshopId, own }, request.now);
      const command = { type: 'StartUse', bookingId, ...how } as const;
      const given = await commands.handle(define.StartUse, givenBy(request, command));
      const undo = {
        path: pathOfChange({ machineId, bookingId }, 'stop'),
        body: { startedByMistake: true },
      };
      return answerWithUndo(outcomeFor(bookingId, given, views), { id: bookingId }, undo);
    }
    const entered = { params: { machineId }, requester: request.requester, now: request.now };
    const { workshopId } = enterMachine(views, entered, 'booking.place').machine;
    const bookingId = idMadeBy(request, `booking ${machineId}`);
    const command = {
      type: 'WalkUp',
      bookingId,
      workshopId,
      memberId: request.memberId(),
      end: until === undefined ? null : Date.parse(until),
      supervisorId,
      ...how,
    } as const;
    const given = await commands.handle(define.WalkUp, givenBy(request, command));
    // For a build it never ran: a session of no time, with which nothing was made.
    const startedAt = forBuild === undefined ? null : (bookingById(views, bookingId)?.startedAt ?? null);
    const body = startedAt === null ? {} : { at: new Date(startedAt).toISOString() };
    const undo = { path: pathOfChange({ machineId, bookingId }, 'stop'), body };
    return answerWithUndo(outcomeFor(bookingId, given, views), { id: bookingId, created: true }, undo);
  };
}
