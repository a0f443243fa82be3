import { z } from 'zod';
import {
  cancelBooking,
  correctBooking,
  moveBooking,
  type OverrideRequest,
  placeBooking,
  reinstateBooking,
  resizeBooking,
} from '../../shared/bookings/commands.ts';
import { bookingView } from '../../shared/bookings/views.ts';
import { machineId } from '../../shared/identifiers.ts';
import { authorise, isAllowed } from '../authorisation/policy.ts';
import { answerWithUndo, type Compensation } from '../commands/answerWithUndo.ts';
import type { FreeText } from '../commands/definition.ts';
import { givenBy, idMadeBy } from '../commands/givenBy.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute, type RouteRequest } from '../http/route.ts';
import { enterMachine } from '../machines/door.ts';
import type { Machine } from '../machines/queries.ts';
import type { Parts } from '../parts.ts';
import type { ViewsReader } from '../views/reader.ts';
import { BOOKING, bookingChange, pathOfChange } from './bookingChange.ts';
import { outcomeFor } from './bookingOutcome.ts';
import { bookingViews } from './bookingViews.ts';
import type { OverrideGiven } from './calendarCommands.ts';
import { calendarCommands } from './commands.ts';
import { bookingOf, enterBooking } from './door.ts';
import type { KnownBooking } from './knownBooking.ts';

const ofMachine = z.strictObject({ machineId });

const timesOf = ({ start, end }: { start: string; end: string }) => ({
  start: Date.parse(start),
  end: Date.parse(end),
});

/** Goes back to the times that the booking had, as far as this process had seen exactly what was changed. */
const backTo = (before: KnownBooking, ifMatch: number | undefined, action: string): Compensation | null =>
  before.revision === ifMatch
    ? {
        path: pathOfChange(before, action),
        body: { start: new Date(before.start).toISOString(), end: new Date(before.end).toISOString() },
      }
    : null;

type Written = Pick<RouteRequest<unknown, unknown, unknown>, 'memberId' | 'commandId' | 'ifMatch' | 'dryRun'>;

/** What was written beside a command, if anything: it goes to accounts, the event names it by id. */
function textOf(request: Written, kind: string, body: string | undefined, subject?: string): FreeText[] {
  if (!body) return [];
  const about = subject === undefined || subject === request.memberId() ? {} : { subject };
  return [{ id: idMadeBy(request, kind), kind, body, ...about }];
}

/** The rules that a request sets aside for somebody's booking; whether its giver may, the decider says. */
function overrideIn(
  request: Written & { body: { override?: OverrideRequest | undefined } },
  holderId: string,
): { override: { override?: OverrideGiven }; reason: FreeText[] } {
  const { override } = request.body;
  if (override === undefined) return { override: {}, reason: [] };
  const reason = textOf(request, 'overrideReason', override.reason, holderId);
  const reasonId = idMadeBy(request, 'overrideReason');
  return { override: { override: { rules: [...new Set(override.rules)], reasonId } }, reason };
}

/**
 * The machine on which somebody books: for themselves anybody signed in, for others a steward, or a trainer of one of
 * the competences that it asks for (they let people work under an eye of their own).
 */
function enterPlacing(
  views: ViewsReader,
  request: { params: { machineId: string }; body: { memberId?: string | undefined } } & Pick<
    RouteRequest<unknown, unknown, unknown>,
    'requester' | 'memberId' | 'now'
  >,
): Machine {
  const { machine } = enterMachine(views, request, 'booking.place');
  const { memberId } = request.body;
  if (memberId === undefined || memberId === request.memberId()) return machine;
  const { workshopId, requiredCompetences } = machine;
  const mayFor = (competenceId?: string) =>
    isAllowed(
      views,
      request.requester,
      'booking.placeForOthers',
      { workshopId, ...(competenceId === undefined ? {} : { competenceId }) },
      request.now,
    );
  if (mayFor() || requiredCompetences.some(mayFor)) return machine;
  throw new HttpProblem('forbidden', 'Only stewards and trainers book for others.');
}

/** Placing, seeing and changing bookings. */
export function bookingRoutes({
  commands,
  views,
  names,
  texts,
}: Pick<Parts, 'commands' | 'views' | 'names' | 'texts'>): AnyRoute[] {
  const define = calendarCommands(views);
  return [
    defineRoute({
      ...bookingChange,
      path: '/api/machines/{machineId}/bookings',
      summary: 'Book a machine',
      params: ofMachine,
      body: placeBooking,
      ifMatch: false,
      handle: async (request) => {
        const { machineId, workshopId } = enterPlacing(views, request);
        // The machine is in it: another server process may carry the same commandId out on another one.
        const bookingId = idMadeBy(request, `booking ${machineId}`);
        const { memberId = request.memberId(), supervisorId = null, holdId = null } = request.body;
        const purpose = textOf(request, 'bookingPurpose', request.body.purpose, memberId);
        const { override, reason } = overrideIn(request, memberId);
        const command = {
          type: 'PlaceBooking',
          bookingId,
          machineId,
          workshopId,
          memberId,
          ...timesOf(request.body),
          purposeId: purpose[0]?.id ?? null,
          ...(supervisorId === null ? {} : { supervisorId }),
          ...(holdId === null ? {} : { holdId }),
          ...override,
        } as const;
        const written = [...purpose, ...reason];
        const outcome = await commands.handle(define.PlaceBooking, givenBy(request, command, written));
        const undo = { path: pathOfChange({ machineId, bookingId }, 'cancel'), body: {} };
        return answerWithUndo(outcomeFor(bookingId, outcome, views), { id: bookingId, created: true }, undo);
      },
    }),
    defineRoute({
      method: 'get',
      path: BOOKING,
      summary: 'One booking',
      tag: 'bookings',
      access: 'public',
      scopes: ['bookings:read'],
      params: bookingChange.params,
      reply: bookingView,
      handle: ({ params, requester, now }) => {
        const booking = bookingOf(views, params);
        authorise(views, requester, 'booking.read', { workshopId: booking.workshopId }, now);
        const [view] = bookingViews({ views, names, texts }, [booking], { requester, now });
        if (!view) throw new HttpProblem('not-found');
        return { body: view, revision: booking.revision };
      },
    }),
    defineRoute({
      ...bookingChange,
      path: `${BOOKING}/move`,
      summary: 'Move a booking to another time',
      body: moveBooking,
      handle: async (request) => {
        const before = enterBooking(views, request);
        const { override, reason } = overrideIn(request, before.memberId);
        const times = timesOf(request.body);
        const command = { type: 'MoveBooking', ...request.params, ...times, ...override } as const;
        const given = await commands.handle(define.MoveBooking, givenBy(request, command, reason));
        const outcome = outcomeFor(before.bookingId, given, views);
        const about = { id: before.bookingId, revisionBefore: before.revision };
        return answerWithUndo(outcome, about, backTo(before, request.ifMatch, 'move'));
      },
    }),
    defineRoute({
      ...bookingChange,
      path: `${BOOKING}/resize`,
      summary: 'Make a booking longer or shorter',
      body: resizeBooking,
      handle: async (request) => {
        const before = enterBooking(views, request);
        const { override, reason } = overrideIn(request, before.memberId);
        const times = timesOf(request.body);
        const command = { type: 'ResizeBooking', ...request.params, ...times, ...override } as const;
        const given = await commands.handle(define.ResizeBooking, givenBy(request, command, reason));
        const outcome = outcomeFor(before.bookingId, given, views);
        const about = { id: before.bookingId, revisionBefore: before.revision };
        return answerWithUndo(outcome, about, backTo(before, request.ifMatch, 'resize'));
      },
    }),
    defineRoute({
      ...bookingChange,
      path: `${BOOKING}/cancel`,
      summary: 'Cancel a booking',
      body: cancelBooking,
      handle: async (request) => {
        const { bookingId } = enterBooking(views, request);
        const command = { type: 'CancelBooking', ...request.params } as const;
        const given = await commands.handle(define.CancelBooking, givenBy(request, command));
        const outcome = outcomeFor(bookingId, given, views);
        const undo = { path: pathOfChange(request.params, 'reinstate'), body: {} };
        return answerWithUndo(outcome, { id: bookingId }, undo);
      },
    }),
    defineRoute({
      ...bookingChange,
      path: `${BOOKING}/reinstate`,
      summary: 'Take a cancellation back, where the time is still free',
      body: reinstateBooking,
      handle: async (request) => {
        const { bookingId } = enterBooking(views, request);
        const command = { type: 'ReinstateBooking', ...request.params } as const;
        const given = await commands.handle(define.ReinstateBooking, givenBy(request, command));
        const outcome = outcomeFor(bookingId, given, views);
        const undo = { path: pathOfChange(request.params, 'cancel'), body: {} };
        return answerWithUndo(outcome, { id: bookingId }, undo);
      },
    }),
    defineRoute({
      ...bookingChange,
      path: `${BOOKING}/correct`,
      summary: 'Write down what really happened, after it was over',
      body: correctBooking,
      handle: async (request) => {
        const before = enterBooking(views, request);
        const note = textOf(request, 'correctionNote', request.body.note);
        const command = {
          type: 'CorrectBooking',
          ...request.params,
          ...timesOf(request.body),
          noteId: note[0]?.id ?? null,
        } as const;
        const outcome = await commands.handle(define.CorrectBooking, givenBy(request, command, note));
        const about = { id: before.bookingId, revisionBefore: before.revision };
        return answerWithUndo(outcome, about, backTo(before, request.ifMatch, 'correct'));
      },
    }),
  ];
}
