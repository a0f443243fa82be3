import { confirmBooking, declineBooking, passBooking } from '../../shared/bookings/commands.ts';
import type { Awaited } from '../../shared/bookings/events.ts';
import { authorise } from '../authorisation/policy.ts';
import { answerWithUndo } from '../commands/answerWithUndo.ts';
import type { FreeText } from '../commands/definition.ts';
import { givenBy, idMadeBy } from '../commands/givenBy.ts';
import { type AnyRoute, defineRoute, type Requester } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { BOOKING, bookingChange } from './bookingChange.ts';
import { outcomeFor } from './bookingOutcome.ts';
import { calendarCommands } from './commands.ts';
import { bookingOf, enterBooking } from './door.ts';
import type { KnownBooking } from './knownBooking.ts';

/** Answering those who ask to book, and passing a booking on. */
export function answerRoutes({ commands, views }: Pick<Parts, 'commands' | 'views'>): AnyRoute[] {
  const define = calendarCommands(views);

  /** The booking, and whose word the requester gives: the supervisor's where they were asked, else a steward's. */
  const enterAnswering = (request: {
    params: { machineId: string; bookingId: string };
    requester: Requester;
    memberId(): string;
    now: number;
  }): { booking: KnownBooking; word: Awaited } => {
    const booking = bookingOf(views, request.params);
    const { workshopId, supervisorId, awaits } = booking;
    const own = supervisorId === request.memberId() && awaits.includes('supervision');
    const action = own ? 'booking.supervise' : 'booking.approve';
    authorise(views, request.requester, action, { workshopId, own }, request.now);
    return { booking, word: own ? 'supervision' : 'approval' };
  };

  return [
    defineRoute({
      ...bookingChange,
      path: `${BOOKING}/confirm`,
      summary: 'Approve a booking, or agree to supervise it',
      body: confirmBooking,
      handle: async (request) => {
        const { booking, word } = enterAnswering(request);
        const command = { type: 'ConfirmBooking', ...request.params, grants: word } as const;
        const given = await commands.handle(define.ConfirmBooking, givenBy(request, command));
        const { bookingId } = booking;
        return answerWithUndo(outcomeFor(bookingId, given, views), { id: bookingId }, null);
      },
    }),
    defineRoute({
      ...bookingChange,
      path: `${BOOKING}/decline`,
      summary: 'Decline a booking, or to supervise it',
      body: declineBooking,
      handle: async (request) => {
        const { booking, word } = enterAnswering(request);
        const { bookingId, memberId } = booking;
        const { reason } = request.body;
        const reasonId = idMadeBy(request, 'declineReason');
        const written: FreeText[] = reason
          ? [{ id: reasonId, kind: 'declineReason', body: reason, subject: memberId }]
          : [];
        const command = {
          type: 'DeclineBooking',
          ...request.params,
          declines: word,
          reasonId: reason ? reasonId : null,
        } as const;
        const given = await commands.handle(define.DeclineBooking, givenBy(request, command, written));
        return answerWithUndo(outcomeFor(bookingId, given, views), { id: bookingId }, null);
      },
    }),
    defineRoute({
      ...bookingChange,
      path: `${BOOKING}/pass`,
      summary: 'Pass a booking to somebody else who may have it',
      body: passBooking,
      handle: async (request) => {
        const { bookingId } = enterBooking(views, request);
        const toMemberId = request.body.memberId;
        const command = { type: 'PassBooking', ...request.params, toMemberId } as const;
        const given = await commands.handle(define.PassBooking, givenBy(request, command));
        return answerWithUndo(outcomeFor(bookingId, given, views), { id: bookingId }, null);
      },
    }),
  ];
}
